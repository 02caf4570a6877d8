"""Forums with their people and meetings: written by `forum apply`, read as one frozen snapshot.

The stamp changes with whatever changes a snapshot: see storage/snapshots.py. The revision counts the changes.
"""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Integer, String, Table, Text, bindparam, null, select, update
from sqlalchemy.exc import SQLAlchemyError

from bot.domain.kernel.absence import Absence
from bot.domain.kernel.calendar import NoWorkingDay
from bot.domain.kernel.conversation import Conversation
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.settings import calendar_of
from bot.domain.kernel.unreadable import Part, Unreadable
from storage import absences, choices, meetings
from storage import succession as successions
from storage.engine.connection import Connection, WritingConnection
from storage.engine.driver import told
from storage.engine.holds import hold
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, Plain
from storage.forum_config import config_of, configured
from storage.layers import ReadCharter, layers_of, texts_of, version_of
from storage.proof.digests import as_stored, digest_of_stored, digest_of_values
from storage.proof.ledger import note_stored
from storage.proof.tables import KEY
from storage.snapshots import keep, recall

forums = Table(
    "forums",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("stamp", String(32)),  # none of what an earlier version left, until the log vouches for it
    Column("config", Plain, nullable=False),  # people, seats, organisations, choices: see below
    Column("charter", Text, nullable=False),  # the text that was applied
    Column("overlays", Plain, nullable=False),  # texts likewise
    Column("layers", Plain, nullable=False, server_default="{}"),  # its day, its local layer, those before
    Column("channel", Frozen(Conversation)),
    Column("channel_id", String(400), index=True),
)

identities = Table(
    "identities",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("tenant", String(36), primary_key=True),
    Column("object_id", String(36), primary_key=True, index=True),
    Column("person", ID, nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    info={KEY: ()},  # whoever may act for the forum, together
)


_STAMP = select(forums.c.id, forums.c.revision, forums.c.stamp)
_BY_ID = Prepared(_STAMP.where(forums.c.id == bindparam("named")))
_WHOLE = Prepared(select(forums).where(forums.c.id == bindparam("named")))
_SEATED = Prepared(
    select(identities.c.forum, identities.c.person, identities.c.tenant)
    .where(identities.c.object_id == bindparam("of_object"))
    .order_by(identities.c.forum)
)
_BY_CHANNEL = Prepared(_STAMP.where(forums.c.channel_id == bindparam("named")))


async def get(conn: Connection, forum: str, read_charter: ReadCharter) -> Forum | None:
    """The forum as it is now, or None; raises Unreadable."""
    return await _read(conn, _BY_ID, forum, read_charter)


async def tied_to(conn: Connection, channel: str, read_charter: ReadCharter) -> Forum | None:
    """The forum whose channel that is, as it is now, or None; raises Unreadable."""
    return await _read(conn, _BY_CHANNEL, channel, read_charter)


async def ids(conn: Connection) -> tuple[str, ...]:
    """Every forum's id, in order."""
    return tuple(await conn.scalars(select(forums.c.id).order_by(forums.c.id)))


async def name(conn: Connection, forum: str) -> str | None:
    """What the forum is called, or None."""
    return await conn.scalar(select(forums.c.name).where(forums.c.id == forum))


async def of_channel(conn: Connection, channel: str) -> str | None:
    """The forum that a channel is tied to, or None."""
    return await conn.scalar(select(forums.c.id).where(forums.c.channel_id == channel))


async def taken_by(conn: WritingConnection, channel: str) -> str | None:
    """The same, asked before the channel is tied: until the transaction ends, nobody else may ask and tie it."""
    await hold(conn, "channel", channel)
    return await of_channel(conn, channel)


async def seated(conn: Connection, object_id: str) -> tuple[tuple[str, str, str], ...]:
    """Every (forum, person, tenant) that an Entra object id stands for."""
    found = await _SEATED.all(conn, of_object=object_id)
    return tuple((row.forum, row.person, row.tenant) for row in found)


async def put(
    conn: WritingConnection,
    forum: Forum,
    charter: str,
    overlays: Mapping[str, str],
    kept: Mapping[str, Any] | None = None,
    *,
    at: datetime | None = None,
) -> bool:
    """Store the forum, its people and its meetings; whether anything but the meetings is new. The channel stays.

    `kept` is what the forum file says and nothing reads yet, `at` the moment from which meetings are as they are.
    """
    values: dict[str, Any] = {
        "name": forum.name,
        "config": config_of(forum) | {"kept": dict(kept or {})},
        "charter": charter,
        "overlays": dict(overlays),
        "layers": layers_of(forum.versions),
    }
    is_there = await conn.scalar(select(forums.c.id).where(forums.c.id == forum.id)) is not None
    is_new = not is_there or not await _is_stored(conn, forum.id, values)
    if not is_there:
        await conn.execute(forums.insert().values(id=forum.id, revision=0, **values))
    is_moved = await meetings.put(conn, forum, at=at)
    if await _put_identities(conn, forum) or is_moved or is_new:
        await _change(conn, forum.id, **values)
    return is_new


async def expect(conn: WritingConnection, forum: str, channel: str) -> None:
    """Note which channel will be the forum's; the first verified activity from it ties it."""
    await _change(conn, forum, channel_id=channel, channel=null())


async def tie(conn: WritingConnection, forum: str, channel: Conversation) -> None:
    """Make that channel the forum's."""
    await _change(conn, forum, channel=channel, channel_id=channel.id)


async def forget_address(conn: WritingConnection, forum: str) -> None:
    """Drop the address of the forum's channel; the next activity from that channel tells it."""
    await _change(conn, forum, channel=null())


async def put_absence(
    conn: WritingConnection, forum: str, each: Absence, *, by: str, at: datetime, is_taken_back: bool = False
) -> None:
    """Store that somebody is away, or is not after all; whoever reads the forum next knows it."""
    await absences.put(conn, forum, each, by=by, at=at, is_taken_back=is_taken_back)
    await _change(conn, forum)


async def names(conn: Connection) -> Mapping[str, str]:
    """What every forum is called, by its id."""
    return {row.id: row.name for row in await conn.execute(select(forums.c.id, forums.c.name))}


async def stamps(conn: Connection) -> tuple[tuple[str, str | None], ...]:
    """The id and the stamp of every forum, in order."""
    rows = await conn.execute(select(forums.c.id, forums.c.stamp).order_by(forums.c.id))
    return tuple((row.id, row.stamp) for row in rows)


async def unstamped(conn: Connection) -> tuple[str, ...]:
    """The forums that an earlier version left, of which the log vouches for nothing yet."""
    return tuple(await conn.scalars(select(forums.c.id).where(forums.c.stamp.is_(None)).order_by(forums.c.id)))


async def renew(conn: WritingConnection, forum: str) -> None:
    """Let the forum be read anew: something that its snapshot holds was stored beside it."""
    await _change(conn, forum)


async def begin_stamp(conn: WritingConnection, forum: str) -> bool:
    """Give such a forum its first stamp; False where it has got one meanwhile. The transaction must hold the forum."""
    left = (forums.c.id == forum) & forums.c.stamp.is_(None)
    return (await conn.execute(update(forums).where(left).values(stamp=_stamp()))).rowcount == 1


async def _change(conn: WritingConnection, forum: str, **values: Any) -> None:
    again = {"revision": forums.c.revision + 1, "stamp": _stamp()}
    await conn.execute(update(forums).where(forums.c.id == forum).values(**again, **values))
    await note_stored(conn, forums, forum)


def _stamp() -> str:
    return secrets.token_hex(16)


async def _is_stored(conn: WritingConnection, forum: str, values: Mapping[str, Any]) -> bool:
    """Whether the forum's row says exactly that; one whose JSON is damaged says something else."""
    query = select(*(forums.c[name] for name in values)).where(forums.c.id == forum)
    try:
        known = (await conn.execute(query)).one()
    except ValueError:
        return False
    return all(getattr(known, name) == value for name, value in values.items())


async def _read(conn: Connection, query: Prepared, named: str, read_charter: ReadCharter) -> Forum | None:
    now = await query.first(conn, named=named)
    if now is None:
        return None
    return recall(conn, now.id, now.stamp) or await _read_whole(conn, now.id, now.revision, read_charter)


async def _read_whole(conn: Connection, forum: str, revision: int, read_charter: ReadCharter) -> Forum:
    with _or_unreadable(forum, revision, Part.CONFIG):
        row = await _WHOLE.first(conn, named=forum)
        alone = configured(row).deciding(await choices.in_force(conn, forum))
        _check_opens(alone)
        planned, cancelled = await meetings.of(conn, alone), await meetings.cancelled(conn, alone)
        away = await absences.of(conn, forum)
        alone = replace(alone, meetings=planned, cancelled=cancelled, absences=away)
        alone = await successions.laid_over(conn, alone)
    with _or_unreadable(forum, revision, Part.CHARTER):
        versions = tuple([await version_of(each, read_charter) for each in texts_of(row.charter, row.layers)])
    with _or_unreadable(forum, revision, Part.OVERLAY):
        overlays = tuple([await read_charter(text) for text in row.overlays.values()])
    latest = versions[-1]
    snapshot = replace(alone, charter=latest.charter, local=latest.local, versions=versions, overlays=overlays)
    keep(conn, row.stamp, snapshot)
    return snapshot


@contextmanager
def _or_unreadable(forum: str, revision: int, part: Part) -> Iterator[None]:
    """Whatever is wrong with what is stored is the forum's own fault; a database that fails is not."""
    try:
        yield
    except (SQLAlchemyError, OSError):
        raise
    except Exception as fault:
        if told(fault) is not None:
            raise
        # Not `from fault`: what pydantic says repeats the stored text, which would get into the log.
        raise Unreadable(forum, revision, part, type(fault).__name__) from None


def _check_opens(forum: Forum) -> None:
    """NoWorkingDay for closures that nothing can be reckoned with; an earlier version took them."""
    if calendar_of(forum, frozenset()).is_shut_for_long():
        raise NoWorkingDay


async def _put_identities(conn: WritingConnection, forum: Forum) -> bool:
    """Whether anybody got or lost an account."""
    rows = [
        {"forum": forum.id, "tenant": each.tenant, "object_id": each.object_id, "person": person.id}
        for person in forum.people
        for each in person.identities
    ]
    stored = await conn.execute(select(*as_stored(identities)).where(identities.c.forum == forum.id))
    if sorted(digest_of_stored(identities, row) for row in stored) == sorted(
        digest_of_values(identities, row) for row in rows
    ):
        return False
    await conn.execute(identities.delete().where(identities.c.forum == forum.id))
    if rows:
        await conn.execute(identities.insert(), rows)
    await note_stored(conn, identities, forum.id)
    return True
