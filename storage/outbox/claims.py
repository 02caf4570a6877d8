"""The outbox as delivery sees it: what is due, who has claimed it, and how each try ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Integer,
    String,
    Update,
    bindparam,
    case,
    exists,
    literal,
    or_,
    select,
    update,
)

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, NoticeState
from storage.engine.connection import Connection, WritingConnection
from storage.engine.holds import try_hold
from storage.engine.prepared import Prepared
from storage.engine.types import UtcTime
from storage.outbox.table import NAMED, PAUSED, WAITING, notices, read_notice, waits

LEASE = timedelta(seconds=45)
"""How long a claim lasts, and how long a place is held for one that there was no room for."""
LONGEST_PAUSE = timedelta(hours=1)
"""No notice waits longer in one go."""
_SLACK = timedelta(seconds=15)  # by so much two processes may differ about what the database's time is
_ELAPSED = bindparam("elapsed", type_=UtcTime)
_LEASED_TO, _PAUSED_TO = bindparam("leased_to", type_=UtcTime), bindparam("paused_to", type_=UtcTime)


def _claimable() -> tuple[ColumnElement[bool], ...]:
    now, gathered_to = bindparam("now", type_=UtcTime), bindparam("gathered", type_=UtcTime)
    leased, again = notices.c.leased_until, notices.c.retry_at
    free = or_(leased.is_(None), leased <= _ELAPSED, leased > _LEASED_TO)
    gathered = (notices.c.attempts == 0) & (again <= gathered_to)
    strayed = (again > _PAUSED_TO) & (again != PAUSED)
    ready = or_(again.is_(None), again <= _ELAPSED, strayed, gathered)
    return WAITING, notices.c.due_at <= now, free, ready, ~_is_another_under_way()


def _is_another_under_way() -> ColumnElement[bool]:
    """Whether something is just being sent to the same place, or is held up there.

    A lease that ends later than any that is made now was made by a wrong clock, and binds nobody; so with pauses that
    have an end.
    """
    other = notices.alias()
    is_there = (other.c.forum == notices.c.forum) & other.c.recipient.is_not_distinct_from(notices.c.recipient)
    is_leased = (other.c.leased_until > _ELAPSED) & (other.c.leased_until <= _LEASED_TO)
    return exists().where(is_there, waits(other), is_leased)


_ANY_DUE = Prepared(select(notices.c.key).where(*_claimable()).limit(1))
_NEXT = (
    select(notices)
    .where(*_claimable())
    .order_by(notices.c.due_at, notices.c.key)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True, of=notices)
    .subquery()
)
_DUE = Prepared(
    select(_NEXT, try_hold("place", _NEXT.c.forum, _NEXT.c.recipient).label("is_ours")).order_by(
        _NEXT.c.due_at, _NEXT.c.key
    )
)
_LEASE = Prepared(update(notices).where(NAMED, ~_is_another_under_way()).values(retry_at=None), "leased_until")
_BECAUSE = bindparam("because", type_=String)
_REASON = case((WAITING, _BECAUSE), else_=notices.c.reason)  # one that ended meanwhile keeps its own
_PAUSE = Prepared(update(notices).where(NAMED).values(reason=_REASON), "leased_until", "retry_at")
_ENDED, _SENT = bindparam("ended", type_=String), NoticeState.SENT.value
# What was superseded meanwhile can only be sent all the same: a failure would be revived.
_IS_OVER = (notices.c.generation == bindparam("of_generation")) & (WAITING | (_ENDED == _SENT))
_OVER = {
    "leased_until": None,
    "state": case((_IS_OVER, _ENDED), else_=notices.c.state),
    "reason": case((_IS_OVER, _BECAUSE), else_=notices.c.reason),
    "retry_at": case((_IS_OVER, None), else_=notices.c.retry_at),
}
_END = Prepared(update(notices).where(NAMED).values(**_OVER))
# One statement for all that is known when Teams has answered: each message of the bot's costs it.
_POSTED = Prepared(
    update(notices).where(NAMED).values(**_OVER, unknown_posts=notices.c.unknown_posts - 1),
    "conversation",
    "activity",
    "thread",
    "sent_at",
)
_DROP_CARD = Prepared(update(notices).where(NAMED, ~WAITING), "subject")
_HERE = notices.c.forum == bindparam("of_forum")
_RELEASE = Prepared(update(notices).where(_HERE, WAITING, notices.c.reason == _BECAUSE).values(retry_at=None))
_DOUBT = Prepared(update(notices).where(NAMED).values(unknown_posts=notices.c.unknown_posts + 1))
_NO_DOUBT = Prepared(update(notices).where(NAMED).values(unknown_posts=notices.c.unknown_posts - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """`now` by the clock, `elapsed` in real time; what gathers changes until `gathered` need not wait any longer.

    Later than `leased_to` no lease can end that is made now, later than `paused_to` no pause.
    """

    now: datetime
    elapsed: datetime
    gathered: datetime
    leased_to: datetime
    paused_to: datetime


def moment(now: datetime, elapsed: datetime, *, ahead: timedelta = timedelta(0)) -> Moment:
    """The moment at which something is claimed; what gathers changes is taken so much ahead of its time."""
    leased_to, paused_to = elapsed + LEASE + _SLACK, elapsed + LONGEST_PAUSE + _SLACK
    return Moment(now=now, elapsed=elapsed, gathered=elapsed + ahead, leased_to=leased_to, paused_to=paused_to)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that waits, with the real times that it waits for."""

    notice: Notice
    retry_at: datetime | None
    leased_until: datetime | None

    @property
    def place(self) -> tuple[str, str | None]:
        """Where it goes: what goes to one place leaves one after the other."""
        return self.notice.forum, self.notice.recipient

    @property
    def is_held(self) -> bool:
        """Whether it waits without end: see pausing.py."""
        return self.retry_at == PAUSED

    def leased(self, at: Moment) -> datetime | None:
        """Until when a process has claimed it, or it holds its place."""
        is_genuine = self.leased_until is not None and at.elapsed < self.leased_until <= at.leased_to
        return self.leased_until if is_genuine else None

    def paused(self, at: Moment) -> datetime | None:
        """When it is tried again, where that is later."""
        is_genuine = self.retry_at is not None and at.elapsed < self.retry_at <= at.paused_to
        return self.retry_at if is_genuine else None


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was posted: `thread` is the root message it is a reply to."""

    conversation: str
    activity: str
    thread: str | None = None


async def any_due(conn: Connection, at: Moment) -> bool:
    """Whether `claim` would find anything: asked first, so that an idle outbox costs no write."""
    return await _ANY_DUE.first(conn, **_given(at)) is not None


async def claim(conn: WritingConnection, at: Moment, *, most: int) -> tuple[Notice, ...]:
    """Take what is due, for each place the earliest alone, so that two to the same place leave in order.

    Until the lease ends no other replica takes it, nor anything else to that place.
    """
    # Two claims at once cannot see each other's leases. So each holds its places until it commits, which is when others
    # can see them; and it asks whether a place is free in a later statement than the one that got hold of it, which
    # under READ COMMITTED sees all that was committed by whoever held it before. The rows themselves are locked.
    earliest: dict[tuple[str, str | None], Notice] = {}
    for row in await _DUE.all(conn, **_given(at), most=most):
        if row.is_ours:
            earliest.setdefault((row.forum, row.recipient), read_notice(row))
    until = {"elapsed": at.elapsed, "leased_to": at.leased_to, "leased_until": at.elapsed + LEASE}
    return tuple([each for each in earliest.values() if await _LEASE.run(conn, named=each.key, **until)])


def _given(at: Moment) -> dict[str, datetime]:
    return {
        "now": at.now,
        "elapsed": at.elapsed,
        "gathered": at.gathered,
        "leased_to": at.leased_to,
        "paused_to": at.paused_to,
    }


async def waiting(conn: Connection, *, most: int) -> tuple[Waiting, ...]:
    """What is still owed, earliest first."""
    query = select(notices).where(WAITING).order_by(notices.c.due_at, notices.c.key).limit(most)
    rows = await conn.execute(query)
    return tuple(Waiting(read_notice(row), row.retry_at, row.leased_until) for row in rows)


async def sending(conn: WritingConnection, notice: Notice) -> None:
    """Count a POST before it is made: if nothing more is heard of it, its outcome is unknown and stays counted."""
    await _DOUBT.run(conn, named=notice.key)


async def learned(conn: WritingConnection, notice: Notice) -> None:
    """Take back the doubt that `sending` noted: the outcome of that POST is known."""
    await _NO_DOUBT.run(conn, named=notice.key)


async def posted(conn: WritingConnection, notice: Notice, message: Message, at: datetime, reason: str = "") -> None:
    """End it as sent: the POST that `sending` counted is known to have arrived, and this is where the message stands.

    A newer generation that waits already goes on waiting, and changes the message.
    """
    await _POSTED.run(
        conn,
        named=notice.key,
        of_generation=notice.generation,
        ended=NoticeState.SENT.value,
        because=reason,
        conversation=message.conversation,
        activity=message.activity,
        thread=message.thread,
        sent_at=at,
    )
    await _drop_card(conn, notice)


async def settle(conn: WritingConnection, notice: Notice, state: NoticeState, reason: str) -> None:
    """End the notice, unless a newer generation of it waits already.

    What a reply showed is of no use then; a failed one may be revived for a day: see `notices.empty_replies`.
    """
    await _END.run(conn, named=notice.key, of_generation=notice.generation, ended=state.value, because=reason)
    if state is not NoticeState.FAILED:
        await _drop_card(conn, notice)


async def _drop_card(conn: WritingConnection, notice: Notice) -> None:
    if notice.kind is ForumNotice.REPLY:
        await _DROP_CARD.run(conn, named=notice.key, subject={})


async def retry(conn: WritingConnection, notice: Notice, reason: str, at: datetime) -> None:
    """Try again at that real time, one attempt later."""
    values = {"leased_until": None, "retry_at": at, "reason": _REASON, "attempts": notices.c.attempts + 1}
    await conn.execute(_of(notice).values(**values), {"because": reason})


async def pause(conn: WritingConnection, notice: Notice, reason: str, until: datetime) -> None:
    """Wait until that real time for something that is no failed attempt."""
    await _PAUSE.run(conn, named=notice.key, leased_until=None, retry_at=until, because=reason)


async def hold_place(conn: WritingConnection, notice: Notice, reason: str, until: datetime) -> None:
    """Wait until that real time, at most a lease ahead, and let nothing else leave for the same place before it."""
    await _PAUSE.run(conn, named=notice.key, leased_until=until, retry_at=until, because=reason)


async def release(conn: WritingConnection, forum: str, reason: str) -> None:
    """Try at once what waits for that reason."""
    await _RELEASE.run(conn, of_forum=forum, because=reason)


async def hold_back(conn: WritingConnection, notice: Notice, reason: str, until: datetime) -> None:
    """The same for one that was not claimed here: whoever is sending it already goes on."""
    await conn.execute(_of(notice).values(retry_at=until, reason=reason))


async def put_off(conn: WritingConnection, notice: Notice, reason: str, due_at: datetime) -> None:
    """Make it due later: when the forum's day opens. What was planned anew meanwhile keeps its new time."""
    when = case((notices.c.due_at == notice.due_at, literal(due_at, UtcTime)), else_=notices.c.due_at)
    await conn.execute(_of(notice).values(leased_until=None, due_at=when, reason=_REASON), {"because": reason})


def _of(notice: Notice) -> Update:
    return update(notices).where(notices.c.key == notice.key)
