"""Meetings that were made, moved or cancelled in Teams as a forum file is applied: they stay as they were decided.

What was last decided in Teams stands until it is decided otherwise there, or the file says the same; from then on the
file is asked again. A file's own silence about a meeting is no cancellation of one that was decided in Teams.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMeeting:
    """A meeting as it was decided in Teams, and as the file would have it: None where the file does not name it."""

    decided: Meeting
    is_cancelled: bool
    written: Meeting | None


def laid_meetings(before: Forum, file: Forum) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """The meetings of a file that names some, and those that stay cancelled, with what was decided in Teams."""
    gone = {each.id: each for each in before.cancelled if each.is_decided}
    named = {each.id for each in file.meetings}
    planned = tuple(_laid(before, each) for each in file.meetings if each.id not in gone)
    made = (each for each in before.meetings if each.is_decided and each.id not in named)
    cancelled = (replace(each, is_decided=each.id in named) for each in gone.values())
    return (*planned, *made), tuple(cancelled)


def kept_meetings(before: Forum, file: Forum) -> Iterator[KeptMeeting]:
    """Where a file that names meetings says otherwise than what was decided in Teams of them."""
    if not file.meetings:
        return
    written = {each.id: each for each in file.meetings}
    for each in before.meetings:
        said = written.get(each.id)
        if each.is_decided and (said is None or not is_same(each, said)):
            yield KeptMeeting(decided=each, is_cancelled=False, written=said)
    for each in before.cancelled:
        if each.is_decided and each.id in written:
            yield KeptMeeting(decided=each, is_cancelled=True, written=written[each.id])


def is_same(one: Meeting, other: Meeting) -> bool:
    """Whether both are held at the same time, in the same place and with the same host."""
    return _facts(one) == _facts(other)


def _laid(before: Forum, written: Meeting) -> Meeting:
    """The meeting as the file says, or as it was decided in Teams; where both say the same, the file is asked again."""
    known = before.meeting(written.id)
    if known is None:
        return written
    if is_same(known, written):
        return replace(known, owes=written.owes, is_decided=False)
    return known if known.is_decided else written


def _facts(meeting: Meeting) -> object:
    return meeting.starts, meeting.ends, meeting.place, meeting.host
