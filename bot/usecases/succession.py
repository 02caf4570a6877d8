"""One forum goes on where another ends: in one transaction all that is open moves, and both hear what became of it."""

from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Unpack

from bot.domain.forum.notices import ForumNotice
from bot.domain.forum.succession import Succession, check_heir, check_no_circle, last_day
from bot.domain.kernel import settings
from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import Fate, Handed, Thing, person_in
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.meetings.rescheduling import rescheduled
from bot.domain.notices import LIVING
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Doer, WritingDesk, open_writing_desk
from bot.usecases.rescheduling import follow_up
from bot.usecases.topics import hand_on
from cards.kit.words import say
from storage import forum as forums
from storage import meetings
from storage import succession as successions
from storage.database import Database
from storage.engine.connection import WritingConnection
from storage.holding import hold_forum
from storage.outbox import notices, standing

_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The forum as it was and the one that goes on, and how it went; not `is_new` where that was done before."""

    forum: Forum
    heir: Forum
    succession: Succession
    is_new: bool


class _Tried(Exception):  # noqa: N818 - it undoes what was only tried
    """Raised at the end of a trial, so that nothing of it is kept."""


async def hand_over(
    database: Database, now: datetime, forum: str, heir: str, *, reason: str = "", **doer: Unpack[Doer]
) -> HandedOver:
    """Hand the forum over to the heir; done before, nothing is changed. A Refusal says why it cannot be."""
    async with holding(database, forum, heir) as conn:
        return await handed_over(conn, now, forum, heir, reason, **doer)


async def try_to_hand_over(
    database: Database, now: datetime, forum: str, heir: str, *, reason: str = "", **doer: Unpack[Doer]
) -> HandedOver:
    """What that would bring about; it is done in a transaction that is not kept."""
    tried: list[HandedOver] = []
    with suppress(_Tried):
        async with holding(database, forum, heir) as conn:
            tried.append(await handed_over(conn, now, forum, heir, reason, **doer))
            raise _Tried
    return tried[0]


@asynccontextmanager
async def holding(database: Database, forum: str, heir: str) -> AsyncIterator[WritingConnection]:
    """A transaction that alone writes for either; held in one order, so that two never wait for each other."""
    first, second = sorted((forum, heir))
    async with database.writing(first) as conn:
        await hold_forum(conn, second)
        yield conn


async def handed_over(
    conn: WritingConnection, now: datetime, forum: str, heir: str, reason: str, **doer: Unpack[Doer]
) -> HandedOver:
    """The same in a transaction that holds both."""
    desk = await open_writing_desk(conn, forum, now, Place.CHANNEL, **doer)
    other = await open_writing_desk(conn, heir, now, Place.CHANNEL, **doer)
    known = await successions.of(conn, forum)
    if known is not None and known.heir == heir:
        return HandedOver(forum=desk.forum, heir=other.forum, succession=known, is_new=False)
    await _check(desk, other, known)
    check_confidential(reason, field="reason")
    moved = await hand_on(desk, other)
    done = Succession(
        forum=forum,
        heir=heir,
        until=last_day(desk.forum, desk.today),
        day=desk.today,
        reason=clean_text(reason, Term("succession.field.reason"), _LONGEST_REASON, required=False),
        handed=(*moved, *await _cancelled(desk, doer)),
    )
    await _keep(desk, done)
    await _tell(desk, other, done)
    return HandedOver(forum=desk.forum, heir=other.forum, succession=done, is_new=True)


async def _check(desk: WritingDesk, other: WritingDesk, known: Succession | None) -> None:
    names = await forums.names(desk.conn)
    if known is not None:
        to = names.get(known.heir, known.heir)
        raise Refusal("succession.done_elsewhere", field="ended", forum=desk.forum.name, efter=to, dag=known.day)
    check_heir(desk.forum, other.forum, desk.today, names)
    check_no_circle(desk.forum, other.forum, await _chain(desk, other.forum))
    if not settings.secretariat(other.forum, other.today):
        raise Refusal("succession.heir_unserved", field="heir", forum=other.forum.name)


async def _cancelled(desk: WritingDesk, doer: Doer) -> tuple[Handed, ...]:
    """No meeting to come is held: whoever was told of one hears that, and nobody need approve its agenda."""
    ahead = [each.id for each in desk.meetings_ahead()]
    if not ahead:
        return ()
    await meetings.end(desk.conn, desk.forum.id, ahead, at=desk.now)
    await forums.renew(desk.conn, desk.forum.id)
    after = await open_writing_desk(desk.conn, desk.forum.id, desk.now, Place.CHANNEL, **doer)
    found: list[Handed] = []
    for each in rescheduled(desk.forum, after.forum, desk.now):
        followed = await follow_up(after, None, each)
        found += _of_meeting(each.was.day, has_round=bool(followed.steps))
    return tuple(found)


def _of_meeting(day: date, *, has_round: bool) -> Iterator[Handed]:
    yield Handed(thing=Thing.MEETING, fate=Fate.CANCELLED, day=day)
    if has_round:
        yield Handed(thing=Thing.ROUND, fate=Fate.WITHDRAWN, day=day)


async def _keep(desk: WritingDesk, done: Succession) -> None:
    """From now on the forum is an archive, of which nothing that was planned leaves, and what stands says so."""
    await successions.put(desk.conn, done)
    await forums.renew(desk.conn, done.forum)
    await forums.renew(desk.conn, done.heir)
    await standing.drop_all(desk.conn, done.forum, reason=say("stale.archived"))
    await notices.redraw_all(desk.conn, done.forum, *LIVING, soon=desk.soon())


async def _tell(desk: WritingDesk, other: WritingDesk, done: Succession) -> None:
    """Each log says it, the channel hears it, and whoever serves either forum gets the list, once."""
    moved = sum(each.fate is Fate.MOVED for each in done.handed)
    facts = {"until": done.until.isoformat(), "moved": moved, "things": len(done.handed)}
    why = {"reason": done.reason} if done.reason else {}
    await desk.log(None, "forum.handed_over", texts=why, to_forum=done.heir, **facts)
    await other.log(None, "forum.continued", texts=why, from_forum=done.forum, **facts)
    if desk.forum.channel is not None:
        await desk.tell(ForumNotice.HANDED_OVER, ended=done.forum)
    there = settings.secretariat(other.forum, other.today)
    for person in settings.secretariat(desk.forum, done.until):
        if person_in(other.forum, desk.forum, person, other.today) not in there:
            await desk.tell(ForumNotice.SUCCESSION, recipient=person, ended=done.forum)
    for person in there:
        await other.tell(ForumNotice.SUCCESSION, done.forum, recipient=person, ended=done.forum)


async def _chain(desk: WritingDesk, heir: Forum) -> Collection[str]:
    """The forums that are to go on after the heir, one after the other."""
    found: dict[str, None] = {}
    at = heir.succeeded_by
    while at is not None and at not in found:
        found[at] = None
        after = await forums.get(desk.conn, at, read_charter)
        at = None if after is None else after.succeeded_by
    return found
