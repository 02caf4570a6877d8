"""The outbox: what is owed, who has claimed it, and how it ended."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.notice import Notice, NoticeKind, NoticeState
from storage.tables import notices

_WAITING = notices.c.state == NoticeState.WAITING


_ANEW = (
    update(notices)
    .where(notices.c.key == bindparam("named"))
    .values(
        generation=notices.c.generation + 1,
        state=NoticeState.WAITING.value,
        reason="",
        attempts=0,
        retry_at=None,
    )
)


async def show(conn: AsyncConnection, notice: Notice) -> None:
    """Owe this notice from its `due_at`; one that was owed before (a living card) is owed anew and updated in place."""
    fresh = {"due_at": notice.due_at, "subject": dict(notice.subject), "is_timed": notice.is_timed}
    if (await conn.execute(_ANEW, {"named": notice.key} | fresh)).rowcount == 0:
        await conn.execute(notices.insert(), _values(notice))


async def plan(conn: AsyncConnection, notice: Notice) -> None:
    """Owe this notice once: planned again it only moves, and not after it has ended (unless it was superseded)."""
    known = await get(conn, notice.key)
    if known is None:
        await conn.execute(notices.insert().values(**_values(notice)))
    elif known.state in (NoticeState.WAITING, NoticeState.SUPERSEDED):
        values = {
            "due_at": notice.due_at,
            "subject": dict(notice.subject),
            "state": NoticeState.WAITING.value,
            "reason": "",
        }
        await conn.execute(update(notices).where(notices.c.key == notice.key).values(**values))


_ABOUT_MEETING = (
    update(notices)
    .where(
        notices.c.forum == bindparam("of_forum"),
        notices.c.meeting == bindparam("of_meeting"),
        notices.c.kind.in_(bindparam("of_kinds", expanding=True)),
        _WAITING,
    )
    .values(state=NoticeState.SUPERSEDED.value)
)
_ABOUT_PERSON = _ABOUT_MEETING.where(notices.c.recipient == bindparam("of_recipient"))


async def cancel(
    conn: AsyncConnection, forum: str, meeting: str, *kinds: NoticeKind, reason: str, recipient: str | None = None
) -> None:
    """Supersede what still waits of those kinds about a meeting (for that person)."""
    those = {"of_forum": forum, "of_meeting": meeting, "of_kinds": [kind.value for kind in kinds], "reason": reason}
    if recipient is None:
        await conn.execute(_ABOUT_MEETING, those)
    else:
        await conn.execute(_ABOUT_PERSON, those | {"of_recipient": recipient})


async def cancel_timed(conn: AsyncConnection, forum: str, meeting: str, reason: str) -> None:
    """Supersede every timed notice of a meeting that still waits."""
    those = (notices.c.forum == forum, notices.c.meeting == meeting, notices.c.is_timed, _WAITING)
    await conn.execute(update(notices).where(*those).values(state=NoticeState.SUPERSEDED.value, reason=reason))


async def get(conn: AsyncConnection, key: str) -> Notice | None:
    """The notice with that key, or None."""
    row = (await conn.execute(select(notices).where(notices.c.key == key))).one_or_none()
    return None if row is None else _notice(row)


async def due(conn: AsyncConnection, at: datetime) -> tuple[Notice, ...]:
    """Everything that waits and is due by then, earliest first."""
    query = select(notices).where(_WAITING, notices.c.due_at <= at).order_by(notices.c.due_at, notices.c.key)
    return tuple(_notice(row) for row in await conn.execute(query))


async def waiting(conn: AsyncConnection, *, most: int) -> tuple[Notice, ...]:
    """What is still owed, earliest first."""
    query = select(notices).where(_WAITING).order_by(notices.c.due_at, notices.c.key).limit(most)
    return tuple(_notice(row) for row in await conn.execute(query))


async def totals(conn: AsyncConnection) -> tuple[int, int]:
    """How many notices there are, and how many POSTs of them all nobody knows the outcome of."""
    query = select(func.count(), func.coalesce(func.sum(notices.c.unknown_posts), 0)).select_from(notices)
    found, unknown = (await conn.execute(query)).one()
    return int(found), int(unknown)


async def newest(
    conn: AsyncConnection, *, most: int, states: Sequence[NoticeState] = tuple(NoticeState)
) -> tuple[Notice, ...]:
    """The latest notices in those states, latest first."""
    wanted = notices.c.state.in_([state.value for state in states])
    query = select(notices).where(wanted).order_by(notices.c.due_at.desc(), notices.c.key).limit(most)
    return tuple(_notice(row) for row in await conn.execute(query))


async def any_due(conn: AsyncConnection, *, now: datetime, elapsed: datetime) -> bool:
    """Whether `claim` would find anything: asked first, so that an idle outbox costs no write."""
    query = select(notices.c.key).where(*_claimable(now, elapsed)).limit(1)
    return await conn.scalar(query) is not None


async def claim(
    conn: AsyncConnection, *, now: datetime, elapsed: datetime, lease: timedelta, most: int
) -> tuple[Notice, ...]:
    """Take what is due, for each place the earliest alone, so that two to the same place leave in order.

    Until the lease ends no other replica takes it. `elapsed` is real time, `now` the clock's.
    """
    query = select(notices).where(*_claimable(now, elapsed)).order_by(notices.c.due_at, notices.c.key).limit(most)
    earliest: dict[tuple[str, str | None], Row[Any]] = {}
    for row in await conn.execute(query.with_for_update(skip_locked=True, of=notices)):
        earliest.setdefault((row.forum, row.recipient), row)
    keys = [row.key for row in earliest.values()]
    await conn.execute(update(notices).where(notices.c.key.in_(keys)).values(leased_until=elapsed + lease))
    return tuple(_notice(row) for row in earliest.values())


async def sending(conn: AsyncConnection, notice: Notice) -> None:
    """Count a POST before it is made: if nothing more is heard of it, its outcome is unknown and stays counted."""
    values = {"unknown_posts": notices.c.unknown_posts + 1}
    await conn.execute(update(notices).where(notices.c.key == notice.key).values(**values))


async def learned(conn: AsyncConnection, notice: Notice) -> None:
    """Take back the doubt that `sending` noted: the outcome of that POST is known."""
    values = {"unknown_posts": notices.c.unknown_posts - 1}
    await conn.execute(update(notices).where(notices.c.key == notice.key).values(**values))


async def posted(conn: AsyncConnection, notice: Notice, conversation: str, activity: str, at: datetime) -> None:
    """Remember where the message stands, for later updates."""
    values = {"conversation": conversation, "activity": activity, "sent_at": at}
    await conn.execute(update(notices).where(notices.c.key == notice.key).values(**values))


async def settle(
    conn: AsyncConnection, notice: Notice, state: NoticeState, reason: str, *, rests_until: datetime | None = None
) -> None:
    """End the notice, unless a newer generation of it waits already; nobody claims one before that real time."""
    here = notices.c.key == notice.key
    await conn.execute(update(notices).where(here).values(leased_until=rests_until, retry_at=None))
    newest = here & (notices.c.generation == notice.generation)
    await conn.execute(update(notices).where(newest).values(state=state.value, reason=reason))


async def retry(conn: AsyncConnection, notice: Notice, reason: str, at: datetime) -> None:
    """Try again at that real time, one attempt later."""
    values = {"leased_until": None, "retry_at": at, "reason": reason, "attempts": notices.c.attempts + 1}
    await conn.execute(update(notices).where(notices.c.key == notice.key).values(**values))


async def pause(conn: AsyncConnection, notice: Notice, reason: str, until: datetime) -> None:
    """Wait until that real time for something that is no failed attempt."""
    values = {"leased_until": None, "retry_at": until, "reason": reason}
    await conn.execute(update(notices).where(notices.c.key == notice.key).values(**values))


async def hasten(conn: AsyncConnection, forum: str) -> None:
    """Try what waits for the forum at once: what it waited for has come."""
    await conn.execute(update(notices).where(notices.c.forum == forum, _WAITING).values(retry_at=None))


async def revive(conn: AsyncConnection, forum: str) -> None:
    """Owe anew what was given up for the forum: its channel has changed, or has let the bot in."""
    given_up = (notices.c.forum == forum) & (notices.c.state == NoticeState.FAILED)
    values = {"state": NoticeState.WAITING.value, "reason": "", "attempts": 0}
    await conn.execute(update(notices).where(given_up).values(**values))


async def put_off(conn: AsyncConnection, notice: Notice, reason: str, due_at: datetime) -> None:
    """Make it due later: when the forum's day opens."""
    values = {"leased_until": None, "due_at": due_at, "reason": reason}
    await conn.execute(update(notices).where(notices.c.key == notice.key).values(**values))


def _claimable(now: datetime, elapsed: datetime) -> tuple[ColumnElement[bool], ...]:
    free = or_(notices.c.leased_until.is_(None), notices.c.leased_until <= elapsed)
    ready = or_(notices.c.retry_at.is_(None), notices.c.retry_at <= elapsed)
    return _WAITING, notices.c.due_at <= now, free, ready, ~_is_another_under_way(elapsed)


def _is_another_under_way(elapsed: datetime) -> ColumnElement[bool]:
    """Whether something is just being sent to the same place."""
    other = notices.alias()
    is_there = (other.c.forum == notices.c.forum) & other.c.recipient.is_not_distinct_from(notices.c.recipient)
    return exists().where(is_there, other.c.state == NoticeState.WAITING, other.c.leased_until > elapsed)


_COLUMNS = tuple(each.name for each in fields(Notice))


def _values(notice: Notice) -> dict[str, Any]:
    values = {name: getattr(notice, name) for name in _COLUMNS}
    return values | {"kind": notice.kind.value, "state": notice.state.value, "subject": dict(notice.subject)}


def _notice(row: Row[Any]) -> Notice:
    values = {name: getattr(row, name) for name in _COLUMNS}
    return Notice(**values | {"kind": NoticeKind(row.kind), "state": NoticeState(row.state)})
