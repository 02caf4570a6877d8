"""Which meetings a change of the forum moves, cancels or holds after all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting


class Turn(StrEnum):
    """What becomes of a meeting that is ahead."""

    MOVED = "moved"  # another day or time, another place or host
    CANCELLED = "cancelled"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescheduled:
    """A meeting as it was, and as it is now; one that is cancelled is as it was, with the reason."""

    turn: Turn
    was: Meeting
    now: Meeting


def rescheduled(before: Forum, after: Forum, now: datetime) -> Iterator[Rescheduled]:
    """Every meeting that had not begun and is not as it was; what begun stays as it was held."""
    for was in before.meetings:
        found = after.meeting(was.id)
        if was.starts <= now:
            continue
        if found is None:
            gone = after.cancelled_meeting(was.id) or was
            yield Rescheduled(turn=Turn.CANCELLED, was=was, now=gone)
        elif _facts(was) != _facts(found):
            yield Rescheduled(turn=Turn.MOVED, was=was, now=found)
    for was in before.cancelled:
        found = after.meeting(was.id)
        if found is not None and found.starts > now:
            yield Rescheduled(turn=Turn.RESUMED, was=was, now=found)


def _facts(meeting: Meeting) -> object:
    return meeting.starts, meeting.ends, meeting.place, meeting.host
