"""What is said of a meeting that cannot be had: it was cancelled, or there is none."""

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal


def not_held(forum: Forum, meeting: str | None, following: Meeting | None, *, field: str | None = None) -> Refusal:
    """ "meeting_cancelled" with the meeting that comes next, or "no_meeting"; `meeting` is an id."""
    gone = forum.cancelled_meeting(meeting)
    if gone is None:
        return Refusal("no_meeting", field=field, forum=forum.name)
    if following is None:
        return Refusal("meeting_cancelled", field=field, moede_dato=gone.day)
    return Refusal("meeting_cancelled.next", field=field, moede_dato=gone.day, naeste=following.starts)
