"""What waits for one person and leaves as one message: what it carries, and where each of those is shown since."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice
from bot.domain.reminders.notices import ReminderNotice
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.types import UtcTime
from storage.outbox.claims import Message
from storage.outbox.table import PAUSED, WAITING, notices, read_notice

_MOST = 40
"""So many are carried by one message; what is more comes with the next."""

_THEIRS = (notices.c.forum == bindparam("of_forum"), notices.c.recipient == bindparam("of_person"))
_IS_DIGEST = notices.c.kind == ReminderNotice.DIGEST.value
_SHOWN_IN = Prepared(
    select(notices).where(
        *_THEIRS,
        notices.c.sent_at == bindparam("at", type_=UtcTime),
        notices.c.activity == bindparam("message"),
        _IS_DIGEST,
    )
)


async def waiting_for(conn: Connection, forum: str, person: str, *, until: datetime) -> tuple[Notice, ...]:
    """Everything that waits for the person, is due by then and never left, earliest first."""
    runs = notices.c.retry_at.is_distinct_from(PAUSED)
    those = (WAITING, notices.c.forum == forum, notices.c.recipient == person, notices.c.due_at <= until, runs)
    never_left = (notices.c.activity.is_(None), ~_IS_DIGEST)
    query = select(notices).where(*those, *never_left).order_by(notices.c.due_at, notices.c.key).limit(_MOST)
    return tuple(read_notice(row) for row in await conn.execute(query))


async def by_keys(conn: Connection, keys: Collection[str]) -> tuple[Notice, ...]:
    """Those notices, earliest first."""
    query = select(notices).where(notices.c.key.in_(sorted(keys))).order_by(notices.c.due_at, notices.c.key)
    return tuple(read_notice(row) for row in await conn.execute(query))


async def carry(conn: WritingConnection, digest: Notice, carried: Sequence[Notice]) -> dict[str, object]:
    """Note what the message carries, each as it was then; its subject by now."""
    subject: dict[str, object] = {"carries": {each.key: each.generation for each in carried}}
    await conn.execute(update(notices).where(notices.c.key == digest.key).values(subject=subject))
    return subject


async def sent_within(
    conn: WritingConnection, carried: Sequence[tuple[str, int]], message: Message, at: datetime, reason: str
) -> None:
    """End what the message carried as sent, and shown there; what was owed anew meanwhile waits on."""
    shown = {"conversation": message.conversation, "activity": message.activity, "sent_at": at}
    over = {"state": NoticeState.SENT.value, "reason": reason, "retry_at": None, "leased_until": None}
    for key, generation in carried:
        here = (notices.c.key == key, notices.c.generation == generation, WAITING)
        await conn.execute(update(notices).where(*here).values(**shown, **over))


async def shown_in(conn: Connection, notice: Notice) -> Notice | None:
    """The gathered message that shows the notice, where it did not leave alone."""
    if notice.recipient is None or notice.activity is None or notice.sent_at is None or notice.kind == _DIGEST:
        return None
    whose = {"of_forum": notice.forum, "of_person": notice.recipient}
    row = await _SHOWN_IN.first(conn, **whose, at=notice.sent_at, message=notice.activity)
    return None if row is None else read_notice(row)


_DIGEST = ReminderNotice.DIGEST


async def release(conn: WritingConnection, forum: str, person: str, *, at: datetime, waiting: str, reason: str) -> None:
    """Let what waits for the gathered message leave for itself: the person chose otherwise."""
    theirs = (notices.c.forum == forum, notices.c.recipient == person, WAITING)
    await conn.execute(
        update(notices).where(*theirs, _IS_DIGEST).values(state=NoticeState.SUPERSEDED.value, reason=reason)
    )
    await conn.execute(update(notices).where(*theirs, notices.c.reason == waiting).values(due_at=at, reason=""))


async def how_many_wait(conn: Connection, forum: str, person: str, *, waiting: str) -> int:
    """How many wait for the gathered message."""
    those = (notices.c.forum == forum, notices.c.recipient == person, WAITING, notices.c.reason == waiting)
    return len((await conn.execute(select(notices.c.key).where(*those))).all())


async def told_lately(
    conn: Connection, forum: str, person: str, kinds: Collection[AnyNotice], *, since: datetime
) -> tuple[Notice, ...]:
    """What the person was told of those kinds since then, latest first."""
    theirs = (notices.c.forum == forum, notices.c.recipient == person, notices.c.sent_at >= since)
    wanted = notices.c.kind.in_(sorted(kind.value for kind in kinds))
    query = select(notices).where(*theirs, wanted).order_by(notices.c.sent_at.desc(), notices.c.key).limit(_MOST)
    return tuple(read_notice(row) for row in await conn.execute(query))


async def held_back(conn: Connection, forum: str, person: str, *, reason: str, since: datetime) -> tuple[Notice, ...]:
    """What was not told since then for that reason, latest first."""
    theirs = (notices.c.forum == forum, notices.c.recipient == person, notices.c.sent_at.is_(None))
    why = (notices.c.state == NoticeState.SUPERSEDED.value, notices.c.reason == reason, notices.c.due_at >= since)
    query = select(notices).where(*theirs, *why).order_by(notices.c.due_at.desc(), notices.c.key).limit(_MOST)
    return tuple(read_notice(row) for row in await conn.execute(query))
