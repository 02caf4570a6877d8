"""What became of a meeting and of its round, as lines for whoever applied the file that did it."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.approval.mending import Step
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.rescheduling import Rescheduled, Turn
from cards.approval.mending import sentence
from cards.kit.words import medium_date, say, several
from cards.meetings.rescheduled import title_of


def lines(
    meeting: Meeting,
    change: Rescheduled | None,
    steps: Sequence[Step],
    names: Mapping[str, str],
    *,
    is_told: bool,
    waiting: int,
) -> Iterator[str]:
    """A line about the meeting, and one for each step of its round; `names` are people's by their ids."""
    if change is not None:
        heard = say("followed.heard" if is_told else "followed.unheard")
        left_over = [several("cancelled.waiting", waiting)] if waiting else []
        yield " ".join([_happened(change), *left_over, heard])
    for step in steps:
        told = sentence(step, meeting, lambda person: names.get(person, person))
        yield say("followed.round", moede_dato=medium_date(meeting.day), hvad=told)


def _happened(change: Rescheduled) -> str:
    match change.turn:
        case Turn.CANCELLED:
            return f"{say('cancelled.title', moede_dato=medium_date(change.was.day))}."
        case Turn.MOVED:
            return title_of(change.was, change.now)
        case Turn.RESUMED:
            return title_of(None, change.now)
