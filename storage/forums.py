"""Forums with their people and meetings: written by `forum apply`, read as one frozen snapshot.

The revision grows with whatever changes a snapshot: see storage/snapshots.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, bindparam, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.charter import Charter
from bot.domain.conversation import Conversation
from bot.domain.forum import Choice, Forum
from bot.domain.meeting import Meeting
from bot.domain.people import Organisation, Person, Seat
from storage.codec import from_json, to_json
from storage.prepared import Prepared
from storage.snapshots import keep, recall
from storage.tables import forums, identities, meetings

ReadCharter = Callable[[str], Charter]
"""Turns a stored charter text into the charter it describes."""

_CONFIG: Mapping[str, Any] = {
    "choices": dict[str, Choice],
    "organisations": tuple[Organisation, ...],
    "people": tuple[Person, ...],
    "seats": tuple[Seat, ...],
    "hosting": tuple[str, ...],
}
_REVISION = select(forums.c.id, forums.c.revision)
_BY_ID = Prepared(_REVISION.where(forums.c.id == bindparam("named")))
_BY_CHANNEL = Prepared(_REVISION.where(forums.c.channel_id == bindparam("named")))
_PLAIN = ("region", "timezone", "valid_from", "valid_until")


async def get(conn: AsyncConnection, forum: str, read_charter: ReadCharter) -> Forum | None:
    """The forum as it is now, or None."""
    return await _read(conn, _BY_ID, forum, read_charter)


async def tied_to(conn: AsyncConnection, channel: str, read_charter: ReadCharter) -> Forum | None:
    """The forum whose channel that is, as it is now, or None."""
    return await _read(conn, _BY_CHANNEL, channel, read_charter)


async def ids(conn: AsyncConnection) -> tuple[str, ...]:
    """Every forum's id, in order."""
    return tuple(await conn.scalars(select(forums.c.id).order_by(forums.c.id)))


async def name(conn: AsyncConnection, forum: str) -> str | None:
    """What the forum is called, or None."""
    return await conn.scalar(select(forums.c.name).where(forums.c.id == forum))


async def of_channel(conn: AsyncConnection, channel: str) -> str | None:
    """The forum that a channel is tied to, or None."""
    return await conn.scalar(select(forums.c.id).where(forums.c.channel_id == channel))


async def seated(conn: AsyncConnection, object_id: str) -> tuple[tuple[str, str, str], ...]:
    """Every (forum, person, tenant) that an Entra object id stands for."""
    query = select(identities.c.forum, identities.c.person, identities.c.tenant)
    found = await conn.execute(query.where(identities.c.object_id == object_id).order_by(identities.c.forum))
    return tuple((row.forum, row.person, row.tenant) for row in found)


async def put(
    conn: AsyncConnection,
    forum: Forum,
    charter: str,
    overlays: Mapping[str, str],
    kept: Mapping[str, Any] | None = None,
) -> bool:
    """Store the forum, its people and its meetings; whether anything but the meetings is new. The channel stays.

    `kept` is what the forum file says and nothing reads yet.
    """
    values: dict[str, Any] = {
        "name": forum.name,
        "config": _config(forum) | {"kept": dict(kept or {})},
        "charter": charter,
        "overlays": dict(overlays),
    }
    columns = [forums.c.revision, *(forums.c[name] for name in values)]
    known = (await conn.execute(select(*columns).where(forums.c.id == forum.id))).one_or_none()
    is_new = known is None or any(getattr(known, name) != value for name, value in values.items())
    if known is None:
        await conn.execute(forums.insert().values(id=forum.id, revision=1, **values))
    else:
        await conn.execute(update(forums).where(forums.c.id == forum.id).values(revision=known.revision + 1, **values))
    await _put_identities(conn, forum)
    await _put_meetings(conn, forum)
    return is_new


async def expect(conn: AsyncConnection, forum: str, channel: str) -> None:
    """Note which channel will be the forum's; the first verified activity from it ties it."""
    values = {"channel_id": channel, "channel": null(), "revision": forums.c.revision + 1}
    await conn.execute(update(forums).where(forums.c.id == forum).values(**values))


async def tie(conn: AsyncConnection, forum: str, channel: Conversation) -> None:
    """Make that channel the forum's."""
    values = {"channel": channel, "channel_id": channel.id, "revision": forums.c.revision + 1}
    await conn.execute(update(forums).where(forums.c.id == forum).values(**values))


async def texts(conn: AsyncConnection, forum: str) -> tuple[str, Mapping[str, str]] | None:
    """The charter's and the overlays' texts as they were applied."""
    row = (await conn.execute(select(forums.c.charter, forums.c.overlays).where(forums.c.id == forum))).one_or_none()
    return None if row is None else (row.charter, row.overlays)


async def _read(conn: AsyncConnection, query: Prepared, named: str, read_charter: ReadCharter) -> Forum | None:
    now = await query.first(conn, named=named)
    if now is None:
        return None
    return recall(conn, now.id, now.revision) or await _read_whole(conn, now.id, read_charter)


async def _read_whole(conn: AsyncConnection, forum: str, read_charter: ReadCharter) -> Forum:
    row = (await conn.execute(select(forums).where(forums.c.id == forum))).one()
    query = select(meetings).where(meetings.c.forum == forum, ~meetings.c.is_ended).order_by(meetings.c.starts)
    alone = _snapshot(row, read_charter)
    held = [replace(_meeting(each), **_local(each, alone)) for each in await conn.execute(query)]
    snapshot = replace(alone, meetings=tuple(held))
    keep(conn, row.revision, snapshot)
    return snapshot


def _snapshot(row: Row[Any], read_charter: ReadCharter) -> Forum:
    config = {name: from_json(kind, row.config[name]) for name, kind in _CONFIG.items()}
    plain = from_json(
        Forum, {name: row.config[name] for name in _PLAIN} | {"id": row.id, "name": row.name, "charter": _NO_CHARTER}
    )
    overlays = tuple(read_charter(text) for text in row.overlays.values())
    return replace(plain, charter=read_charter(row.charter), overlays=overlays, channel=row.channel, **config)


_NO_CHARTER = Charter(id="", kind="forum", title="", source="")


def _config(forum: Forum) -> dict[str, Any]:
    whole = to_json(Forum, replace(forum, charter=_NO_CHARTER, overlays=(), meetings=(), channel=None))
    for seat in whole["seats"]:
        seat["roles"].sort()  # a set has no order, and the same forum shall look the same
    return {name: whole[name] for name in (*_CONFIG, *_PLAIN)}


def _meeting(row: Row[Any]) -> Meeting:
    return Meeting(forum=row.forum, id=row.id, starts=row.starts, ends=row.ends, place=row.place, host=row.host)


def _local(row: Row[Any], forum: Forum) -> dict[str, Any]:
    return {"starts": row.starts.astimezone(forum.timezone), "ends": row.ends.astimezone(forum.timezone)}


async def _put_identities(conn: AsyncConnection, forum: Forum) -> None:
    await conn.execute(identities.delete().where(identities.c.forum == forum.id))
    rows = [
        {"forum": forum.id, "tenant": each.tenant, "object_id": each.object_id, "person": person.id}
        for person in forum.people
        for each in person.identities
    ]
    if rows:
        await conn.execute(identities.insert(), rows)


async def _put_meetings(conn: AsyncConnection, forum: Forum) -> None:
    known = set(await conn.scalars(select(meetings.c.id).where(meetings.c.forum == forum.id)))
    for meeting in forum.meetings:
        values = {
            "starts": meeting.starts,
            "ends": meeting.ends,
            "place": meeting.place,
            "host": meeting.host,
            "is_ended": False,
        }
        if meeting.id in known:
            await conn.execute(update(meetings).where(_is(meeting)).values(**values))
        else:
            await conn.execute(meetings.insert().values(forum=forum.id, id=meeting.id, **values))
    gone = known - {meeting.id for meeting in forum.meetings}
    await conn.execute(
        update(meetings).where(meetings.c.forum == forum.id, meetings.c.id.in_(gone)).values(is_ended=True)
    )


def _is(meeting: Meeting) -> Any:
    return (meetings.c.forum == meeting.forum) & (meetings.c.id == meeting.id)
