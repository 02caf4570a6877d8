"""A question about something that can be done is answered with what shows it."""

from bot.usecases.said.sayings import Act


def unless_asked(act: Act, shown: Act) -> Act:
    """The act, or what shows it where the sentence asks about it."""
    return lambda told: shown(told) if told.mood.asks else act(told)
