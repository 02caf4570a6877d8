"""The outbox: what is owed, and what became of it; claims.py is its other side."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, case, false, func, or_, select, update

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.types import UtcTime
from storage.engine.upsert import upsert
from storage.outbox.table import AGAIN, COLUMNS, NAMED, WAITING, notices, read_notice, values_of

_SOON = bindparam("soon", type_=UtcTime)
_AFTER_OTHERS = case((WAITING & (notices.c.retry_at <= _SOON), notices.c.retry_at), else_=_SOON)
_SHOW = Prepared(
    upsert(
        notices,
        "due_at",
        "subject",
        "is_timed",
        generation=notices.c.generation + 1,
        state=NoticeState.WAITING.value,
        reason="",
        attempts=0,
        retry_at=case((notices.c.activity.is_not(None), _AFTER_OTHERS), else_=None),
    ),
    *COLUMNS,
    "retry_at",
)
_PLAN = Prepared(
    upsert(
        notices,
        "due_at",
        "subject",
        state=NoticeState.WAITING.value,
        reason="",
        where=WAITING | (notices.c.state == NoticeState.SUPERSEDED.value),
    ),
    *COLUMNS,
)


async def show(
    conn: WritingConnection, notice: Notice, *, soon: datetime | None = None, first: datetime | None = None
) -> None:
    """Owe this notice from its `due_at`; one that was owed before (a living card) is owed anew and updated in place.

    A message that stands already is changed at that real time, together with whatever else changes until then. With
    `first` a new one waits for that real time too.
    """
    await _SHOW.run(conn, **values_of(notice), soon=soon, retry_at=first)


async def show_again(conn: WritingConnection, key: str, *, at: datetime, soon: datetime) -> None:
    """Owe anew what was owed before, as `show` does; nothing where it never was."""
    await _AGAIN.run(conn, named=key, due_at=at, soon=soon)


async def withdraw(conn: WritingConnection, key: str, *, at: datetime, soon: datetime, reason: str) -> datetime | None:
    """Supersede what has not left yet; when it would have. What has left is shown again, for what became of it."""
    found = await _NEVER_LEFT.first(conn, named=key)
    if found is not None and await _WITHDRAW.run(conn, named=key, reason=reason):
        since: datetime | None = found.retry_at
        return since
    await show_again(conn, key, at=at, soon=soon)
    return None


async def plan(conn: WritingConnection, notice: Notice) -> None:
    """Owe this notice once: planned again it only moves, and not after it has ended (unless it was superseded)."""
    await _PLAN.run(conn, **values_of(notice))


_HAS_NOT_LEFT = (NAMED, WAITING, notices.c.activity.is_(None), notices.c.leased_until.is_(None))
_NEVER_LEFT = Prepared(select(notices.c.retry_at).where(*_HAS_NOT_LEFT))
_WITHDRAW = Prepared(update(notices).where(*_HAS_NOT_LEFT).values(state=NoticeState.SUPERSEDED.value), "reason")
_GET = Prepared(select(notices).where(NAMED))
_AGAIN = Prepared(
    update(notices)
    .where(NAMED)
    .values(
        generation=notices.c.generation + 1,
        state=NoticeState.WAITING.value,
        reason="",
        attempts=0,
        retry_at=case((notices.c.activity.is_not(None), _AFTER_OTHERS), else_=None),
    ),
    "due_at",
)


@cache
def _superseding(kinds: int, *, of_person: bool) -> Prepared:
    """So many kinds of notice in one statement."""
    kind = or_(*(notices.c.kind == bindparam(f"kind_{number}") for number in range(kinds)))
    those = [notices.c.forum == bindparam("of_forum"), notices.c.meeting == bindparam("of_meeting"), kind, WAITING]
    if of_person:
        those.append(notices.c.recipient == bindparam("of_recipient"))
    return Prepared(update(notices).where(*those).values(state=NoticeState.SUPERSEDED.value), "reason")


async def cancel(
    conn: WritingConnection,
    forum: str,
    meeting: str,
    kind: AnyNotice,
    *others: AnyNotice,
    reason: str,
    recipient: str | None = None,
) -> None:
    """Supersede what still waits of those kinds about a meeting (for that person)."""
    kinds = (kind, *others)
    those = {"of_forum": forum, "of_meeting": meeting} | {f"kind_{n}": each.value for n, each in enumerate(kinds)}
    whose = {} if recipient is None else {"of_recipient": recipient}
    await _superseding(len(kinds), of_person=recipient is not None).run(conn, **those, **whose, reason=reason)


@cache
def _redrawing(kinds: int, *, is_whole: bool = False) -> Prepared:
    kind = or_(*(notices.c.kind == bindparam(f"kind_{number}") for number in range(kinds)))
    of_meeting = () if is_whole else (notices.c.meeting == bindparam("of_meeting"),)
    those = (notices.c.forum == bindparam("of_forum"), *of_meeting, kind)
    over = or_(*(notices.c.state == each.value for each in (NoticeState.SENT, NoticeState.SUPERSEDED)))
    anew = notices.c.leased_until.is_not(None) | (over & notices.c.activity.is_not(None))
    values = {
        "state": NoticeState.WAITING.value,
        "reason": case((anew, ""), else_=notices.c.reason),
        "attempts": case((anew, 0), else_=notices.c.attempts),
        "is_timed": case((anew, false()), else_=notices.c.is_timed),
        "retry_at": case((anew, bindparam("soon", type_=UtcTime)), else_=notices.c.retry_at),
        "generation": case((anew, notices.c.generation + 1), else_=notices.c.generation),
    }
    # What waits is held as well: claimed before this is committed, it would be drawn as things stood before.
    return Prepared(update(notices).where(*those, WAITING | anew).values(**values))


async def redraw(conn: WritingConnection, forum: str, meeting: str, *kinds: AnyNotice, soon: datetime) -> None:
    """Change the messages of those kinds that stand already or are just leaving, as `show` does.

    None is sent anew: what waits is drawn as of the moment it leaves, and what is just leaving was drawn before.
    """
    await _redrawing(len(kinds)).run(conn, of_forum=forum, of_meeting=meeting, **_named(kinds), soon=soon)


async def redraw_all(conn: WritingConnection, forum: str, *kinds: AnyNotice, soon: datetime) -> None:
    """The same of everything that the forum was ever told in messages of those kinds."""
    await _redrawing(len(kinds), is_whole=True).run(conn, of_forum=forum, **_named(kinds), soon=soon)


def _named(kinds: Iterable[AnyNotice]) -> dict[str, str]:
    return {f"kind_{number}": each.value for number, each in enumerate(kinds)}


async def cancel_timed(conn: WritingConnection, forum: str, meeting: str, reason: str) -> None:
    """Supersede every timed notice of a meeting that still waits, but for what somebody asked for once more."""
    those = (notices.c.forum == forum, notices.c.meeting == meeting, notices.c.is_timed, ~AGAIN, WAITING)
    await conn.execute(update(notices).where(*those).values(state=NoticeState.SUPERSEDED.value, reason=reason))


async def planned(conn: Connection, forum: str) -> tuple[Notice, ...]:
    """Every timed notice of the forum that waits, earliest first."""
    query = select(notices).where(notices.c.forum == forum, notices.c.is_timed, WAITING)
    return tuple(read_notice(row) for row in await conn.execute(query.order_by(notices.c.due_at, notices.c.key)))


async def get(conn: Connection, key: str) -> Notice | None:
    """The notice with that key, or None."""
    row = await _GET.first(conn, named=key)
    return None if row is None else read_notice(row)


async def due(conn: Connection, at: datetime) -> tuple[Notice, ...]:
    """Everything that waits and is due by then, earliest first."""
    query = select(notices).where(WAITING, notices.c.due_at <= at).order_by(notices.c.due_at, notices.c.key)
    return tuple(read_notice(row) for row in await conn.execute(query))


async def any_leaving(conn: Connection, at: datetime) -> bool:
    """Whether anything due by then is being sent, or was never tried yet: what waits for its next try is neither."""
    is_new = notices.c.retry_at.is_(None) | (notices.c.reason == "")
    query = select(notices.c.key).where(WAITING, notices.c.due_at <= at, notices.c.leased_until.is_not(None) | is_new)
    return (await conn.execute(query.limit(1))).first() is not None


async def waiting(conn: Connection, *, most: int) -> tuple[Notice, ...]:
    """What is still owed, earliest first."""
    query = select(notices).where(WAITING).order_by(notices.c.due_at, notices.c.key).limit(most)
    return tuple(read_notice(row) for row in await conn.execute(query))


async def totals(conn: Connection) -> tuple[int, int]:
    """How many notices there are, and how many POSTs of them all nobody knows the outcome of."""
    query = select(func.count(), func.coalesce(func.sum(notices.c.unknown_posts), 0)).select_from(notices)
    found, unknown = (await conn.execute(query)).one()
    return int(found), int(unknown)


async def newest(
    conn: Connection, *, most: int, states: Sequence[NoticeState] = tuple(NoticeState)
) -> tuple[Notice, ...]:
    """The latest notices in those states, latest first."""
    wanted = notices.c.state.in_([state.value for state in states])
    query = select(notices).where(wanted).order_by(notices.c.due_at.desc(), notices.c.key).limit(most)
    return tuple(read_notice(row) for row in await conn.execute(query))
