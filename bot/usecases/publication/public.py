"""What the public may see: forums, that and when they meet, and what was let out of it; nothing else of anybody.

Days are Danish days here, whatever a forum's own time zone is.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.documents.data import from_json
from bot.documents.oparl.telling import trace_of
from bot.domain.calendars.state import Change
from bot.domain.documents.state import MeetingRecord
from bot.domain.kernel.forum import COPENHAGEN, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.publication.public import PublicForum, PublicMeeting, PublicState, Published
from bot.domain.publication.settings import is_shown
from bot.domain.publication.state import Release
from bot.usecases.attachments.reading import bytes_of
from bot.usecases.charter_texts import read_charter
from storage import forum as forums
from storage import meetings
from storage import public_changes as changes
from storage import releases as store
from storage.database import Database
from storage.engine.connection import Connection

_decoded: dict[str, MeetingRecord] = {}
"""By their digests: the records of the state that was last asked for, since a record never changes."""


async def stamp(database: Database, now: datetime) -> str:
    """What changes whenever the public state does: with a forum, a release, the end of an embargo, and with the day."""
    async with database.reading() as conn:
        return await _stamp(conn, now)


async def public_state(database: Database, now: datetime) -> PublicState:
    """Everything that may be seen at that moment."""
    async with database.snapshot() as conn:
        mark = await _stamp(conn, now)
        shown = [each async for each in _shown(conn)]
        releases = _of(await store.every(conn), {each.id for each in shown})
        read = await _published(conn, [each for each in releases if each.is_visible(now) or each.was_seen])
        drawn = tuple([_forum(each, now, await meetings.changes(conn, each.id)) for each in shown])
        known = await changes.known(conn)
    return PublicState(
        stamp=mark,
        at=now,
        forums=await _dated(database, now, drawn, known),
        published=tuple(each for each in read if each.release.is_visible(now)),
        taken_back=tuple(each for each in releases if each.was_seen and not each.is_visible(now)),
        traces=tuple(trace_of(each) for each in read if not each.release.is_visible(now)),
    )


async def bilag_of(database: Database, forum: str, digest: str) -> bytes | None:
    """What that file of the forum holds, for whoever found its digest in what may be seen; None where it was erased."""
    async with database.reading() as conn:
        return await bytes_of(conn, forum, digest)


async def _stamp(conn: Connection, now: datetime) -> str:
    parts = (await forums.stamps(conn), await store.awaited(conn, now), now.astimezone(COPENHAGEN).date())
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


async def _shown(conn: Connection) -> AsyncIterator[Forum]:
    """Every forum that is shown; one that cannot be read keeps nobody from the others."""
    for each in await forums.ids(conn):
        try:
            found = await forums.get(conn, each, read_charter)
        except Unreadable:
            continue
        if found is not None and is_shown(found):
            yield found


def _of(releases: Collection[Release], shown: Collection[str]) -> list[Release]:
    return [each for each in releases if each.forum in shown]


async def _published(conn: Connection, seen: Collection[Release]) -> tuple[Published, ...]:
    found = {each.digest: _decoded[each.digest] for each in seen if each.digest in _decoded}
    missing = {(each.forum, each.number): each.digest for each in seen if each.digest not in found}
    for key, record in (await store.records(conn, missing)).items():
        found[missing[key]] = await asyncio.to_thread(from_json, record)
    _decoded.clear()
    _decoded.update(found)
    return tuple(
        Published(release=each, record=found[each.digest])
        for each in sorted(seen, key=lambda each: (each.visible_at, each.forum, each.number))
        if each.digest in found
    )


def _forum(forum: Forum, now: datetime, changed: Mapping[str, Change]) -> PublicForum:
    today = now.astimezone(COPENHAGEN).date()
    every = sorted((*forum.meetings, *forum.cancelled), key=lambda each: (each.starts, each.id))
    gone = {each.id for each in forum.cancelled}
    return PublicForum(
        id=forum.id,
        name=forum.name,
        region=forum.region or "",
        organisations=tuple(each.name for each in forum.organisations),
        where=forum.on(today).charter.publication.where.value or "",
        ended_at=_ended_at(forum) if forum.has_ended(today) else None,
        heir=forum.succeeded_by if forum.has_ended(today) else None,
        meetings=tuple(
            _meeting(forum, each, now, changed.get(each.id), is_cancelled=each.id in gone) for each in every
        ),
        updated=now,
    )


def _meeting(
    forum: Forum, meeting: Meeting, now: datetime, change: Change | None, *, is_cancelled: bool
) -> PublicMeeting:
    host = forum.organisation(meeting.host)
    return PublicMeeting(
        id=meeting.id,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        host="" if host is None else host.name,
        is_cancelled=is_cancelled,
        updated=now,
        changes=0 if change is None else change.times,
    )


def _ended_at(forum: Forum) -> datetime:
    """The beginning of the first day on which it is an archive."""
    after = None if forum.valid_until is None else forum.valid_until + timedelta(days=1)
    days = [each for each in (forum.handed_over, after) if each is not None]
    return datetime.combine(min(days), time.min, tzinfo=COPENHAGEN)


async def _dated(
    database: Database, now: datetime, drawn: Collection[PublicForum], known: Mapping[changes.Key, changes.Known]
) -> tuple[PublicForum, ...]:
    """The same with when each came to say what it says; what is said for the first time is so from now on."""
    says = dict(_said(drawn))
    new = {key: digest for key, digest in says.items() if key not in known or known[key].says != digest}
    if new:
        async with database.writing(wakes=False) as conn:
            await changes.put(conn, new, now)
    since = {key: now if key in new else known[key].at for key in says}
    first = {key: known[key].since if key in known else now for key in says}

    def dated(key: changes.Key) -> dict[str, Any]:
        return {"updated": since[key], "created": first[key]}

    return tuple(
        replace(
            each,
            meetings=tuple(replace(one, **dated((each.id, one.id))) for one in each.meetings),
            **dated((each.id, "")),
        )
        for each in drawn
    )


def _said(drawn: Collection[PublicForum]) -> Iterator[tuple[changes.Key, str]]:
    for each in drawn:
        yield (each.id, ""), _digest(replace(each, meetings=(), updated=each.updated.min))
        for one in each.meetings:
            yield (each.id, one.id), _digest(replace(one, updated=one.updated.min, changes=0))


def _digest(said: PublicForum | PublicMeeting) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()
