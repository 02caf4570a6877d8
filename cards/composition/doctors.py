"""Which of the doctors' organisations comes to the meeting: the question to the secretariat, and what was answered."""

from collections.abc import Mapping, Sequence

from bot.domain.composition.actions import AnswerGpQuestion
from bot.domain.kernel.meeting import Meeting
from cards.kit.elements import Card, Mention, button, button_rows, called, card, done, heading, text
from cards.kit.words import listing, medium_date, say

_TWO = 2


def question(
    meeting: Meeting,
    options: Mapping[str, str],
    answered: Sequence[str],
    *,
    words: str | None,
    is_ahead: bool,
    mention: Mention | None = None,
    outcome: str | None = None,
) -> Card:
    """The question with a button for each of the charter's organisations, and one for them all; `words` quote it."""
    asked = say("reminder.plo", moede_dato=medium_date(meeting.day))
    told = None if not answered else say("composition.plo.answered", navne=listing(answered))
    return card(
        heading(say("composition.plo.title")),
        called(mention, asked),
        done(outcome) if outcome else None,
        text(told, bold=True) if told is not None and outcome is None else None,
        text(say("overview.charter", ord=words), subtle=True) if words else None,
        text(say("composition.plo.until"), subtle=True) if told is not None and is_ahead else None,
        *(_answers(meeting, options) if is_ahead else ()),
        mentions=[] if mention is None else [mention],
        speak=outcome or told or asked,
        summary=outcome or asked,
    )


def _answers(meeting: Meeting, options: Mapping[str, str]) -> list[dict[str, object]]:
    def answer(*organisations: str) -> AnswerGpQuestion:
        return AnswerGpQuestion(forum=meeting.forum, meeting=meeting.id, organisations=organisations)

    every = [button(name, answer(each)) for each, name in options.items()]
    together = say("composition.plo.btn.both" if len(options) == _TWO else "composition.plo.btn.all")
    return button_rows(*every, button(together, answer(*options)) if len(options) > 1 else None)
