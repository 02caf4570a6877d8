"""Why nobody works on a day."""

from datetime import date

from cards.kit.words import say

_WEEKEND = {5: "meeting.closed.saturday", 6: "meeting.closed.sunday"}


def closed_words(day: date, holiday: str | None) -> str:
    """The name of the holiday, the day of the weekend, or that the forum is closed."""
    if holiday is not None:
        return say("meeting.closed.holiday", navn=holiday)
    return say(_WEEKEND.get(day.weekday(), "meeting.closed.closure"))
