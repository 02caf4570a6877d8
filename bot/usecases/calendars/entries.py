"""The meetings of a forum as calendars show them, in whatever year: what was cancelled stays and says so."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.calendars.state import Change, Entry
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from storage import audit, meetings
from storage.engine.connection import Connection

_NEVER = Change(times=0, at=None)


async def entries_of(conn: Connection, forum: Forum) -> tuple[Entry, ...]:
    """Every meeting of the forum, for somebody who takes part in it."""
    changes, since = await meetings.changes(conn, forum.id), await _since(conn, forum)
    held = tuple(_entry(forum, each, changes, since, is_cancelled=False) for each in forum.meetings)
    return (*held, *(_entry(forum, each, changes, since, is_cancelled=True) for each in forum.cancelled))


async def entry_of(conn: Connection, forum: Forum, meeting: str) -> Entry | None:
    """The same of one meeting by its id; None where there is none."""
    return next((each for each in await entries_of(conn, forum) if each.meeting == meeting), None)


def _entry(
    forum: Forum, meeting: Meeting, changes: Mapping[str, Change], since: datetime | None, *, is_cancelled: bool
) -> Entry:
    change, host = changes.get(meeting.id, _NEVER), forum.organisation(meeting.host)
    return Entry(
        forum=forum.id,
        forum_name=forum.name,
        meeting=meeting.id,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        host="" if host is None else host.name,
        sequence=change.times,
        changed_at=change.at or since or meeting.starts,
        is_cancelled=is_cancelled,
        is_own=True,
    )


async def _since(conn: Connection, forum: Forum) -> datetime | None:
    """From when on the forum is known: what has not changed since changes were counted is no newer than its log."""
    first = await audit.at(conn, forum.id, 1)
    return None if first is None else first.at
