"""What the clock sets in motion besides notices: agendas and councils whose day has come, records whose time is up.

Each agenda is a work of its own: what fails for one forum harms no other, and between two of them others act.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.live.rules import OVERRUN
from bot.domain.reminders.state import NoticeChoice
from bot.usecases.approval import dispatch as sending
from bot.usecases.approval import mending
from bot.usecases.breakages import Breakages
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.funds import councils
from bot.usecases.live.leaving import end_left
from bot.usecases.minutes import silence
from bot.usecases.reminders import planning
from storage import agenda as agendas
from storage import answered, live, talks
from storage import approval as approvals
from storage import funds as decisions
from storage import minutes as minute_books
from storage import reminders as told
from storage.database import Database, DatabaseAway
from storage.outbox import reviving

_PATIENCE = 30.0  # seconds for one agenda: a forum that somebody holds for long is left for the next tick
_LONGEST_WINDOW = timedelta(days=370)  # for remarks on minutes: nobody may choose more than a year
_FORGOTTEN_AT_ONCE = 200  # records: dropping a day's worth would let nobody else act meanwhile

Works = Collection[tuple[str, str]]
"""The (forum, meeting) of each agenda to work on."""

log = logging.getLogger(__name__)


class Faults:
    """What could not be worked on, and why: each forum's fault is told once, until it has gone.

    That a forum cannot be read is told through `breakages`, where there are any. `looked` is the hour in which each
    forum's councils were last looked at, `read` that in which each of the sent minutes was.
    """

    def __init__(self, breakages: Breakages | None = None) -> None:
        self._breakages = breakages
        self._known: dict[tuple[str, str], str] = {}
        self._was_away = False
        self.looked: dict[str, datetime] = {}
        self.read: dict[tuple[str, str], datetime] = {}

    def begin(self, works: Works) -> None:
        """Nobody works on others any more."""
        self._known = {work: words for work, words in self._known.items() if work in works or not work[1]}
        self._was_away = False

    @property
    def forums(self) -> tuple[str, ...]:
        """The forums that had one when they were last worked on."""
        return tuple(sorted({forum for forum, _ in self._known}))

    @asynccontextmanager
    async def kept_apart(self, forum: str, meeting: str) -> AsyncIterator[None]:
        """Note a fault of this agenda's instead of raising it; a database that is away twice in a row is raised.

        Without a meeting it is the forum's own.
        """
        try:
            async with asyncio.timeout(_PATIENCE):
                yield
        except Exception as fault:
            was_away, self._was_away = self._was_away, isinstance(fault, DatabaseAway)
            if was_away and self._was_away:
                raise
            await self._tell(forum, fault)
            self._known[forum, meeting] = repr(fault)
        else:
            self._was_away = False
            self._known.pop((forum, meeting), None)

    async def _tell(self, forum: str, fault: Exception) -> None:
        if isinstance(fault, Unreadable) and self._breakages is not None:
            return await self._breakages.tell(fault)
        if (forum, repr(fault)) not in {(known, words) for (known, _), words in self._known.items()}:
            log.error(
                "Forum %s: an agenda could not be worked on, which is told once and tried again", forum, exc_info=fault
            )
        return None


async def send_due_agendas(database: Database, clock: Clock, faults: Faults, *, by: str | None = None) -> int:
    """Send every agenda that is due and may leave; how many did.

    Open rounds are mended first: an approver's seat may have ended meanwhile. Councils are asked whose delegation of
    funds has, and reminders gathered of whoever chose that. `by` is who ran the command that does it.
    """
    sent, unsent = 0, await _unsent(database, clock, faults)
    async with database.reading() as conn:
        asked = await approvals.open_ahead(conn, clock.now())
    await _ask_councils(database, clock, faults)
    await _gather_reminders(database, clock, faults)
    await _approve_in_silence(database, clock, faults)
    await _end_left(database, clock, faults)
    for forum, meeting in asked:
        async with faults.kept_apart(forum, meeting):
            await _mend(database, clock, forum, meeting)
    for forum, meeting in unsent:
        async with faults.kept_apart(forum, meeting):
            if await _is_due(database, clock, forum, meeting):
                sent += await _send(database, clock, forum, meeting, by)
    return sent


async def due_agendas(database: Database, clock: Clock, faults: Faults) -> list[tuple[str, str]]:
    """Each (forum, meeting) whose agenda may leave now."""
    due = []
    for forum, meeting in await _unsent(database, clock, faults):
        async with faults.kept_apart(forum, meeting):
            if await _is_due(database, clock, forum, meeting):
                due.append((forum, meeting))
    return due


async def forget_old(database: Database, clock: Clock) -> None:
    """Drop the records that are kept for a day, and what replies showed that were given up and not revived by then."""
    now = clock.now()
    for kept in (answered, talks):
        forgotten = _FORGOTTEN_AT_ONCE
        while forgotten == _FORGOTTEN_AT_ONCE:
            async with database.writing(wakes=False) as conn:
                forgotten = await kept.forget(conn, now=now, most=_FORGOTTEN_AT_ONCE)
    async with database.writing(wakes=False) as conn:
        await reviving.empty_replies(conn, owed_before=now - answered.KEPT)


async def _unsent(database: Database, clock: Clock, faults: Faults) -> Works:
    async with database.reading() as conn:
        found = await agendas.unsent(conn, clock.now())
    faults.begin(found)
    return found


async def _ask_councils(database: Database, clock: Clock, faults: Faults) -> None:
    """Those whose delegation ended after a decision; each forum is looked at once an hour."""
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    async with database.reading() as conn:
        forums = await decisions.deciding(conn)
    for forum in forums:
        if faults.looked.get(forum) != hour:
            async with faults.kept_apart(forum, ""):
                await _ask(database, clock, forum)
                faults.looked[forum] = hour


async def _approve_in_silence(database: Database, clock: Clock, faults: Faults) -> None:
    """Minutes on which nobody had a remark in time, where the forum chose that; each is looked at once an hour."""
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    async with database.reading() as conn:
        found = await minute_books.sent_since(conn, hour - _LONGEST_WINDOW)
    faults.read = {each: faults.read[each] for each in found if each in faults.read}
    for forum, meeting in found:
        if faults.read.get((forum, meeting)) != hour:
            async with faults.kept_apart(forum, meeting):
                await _approve(database, clock, forum, meeting)
                faults.read[forum, meeting] = hour


async def _approve(database: Database, clock: Clock, forum: str, meeting: str) -> None:
    async with database.reading() as conn:
        desk = await open_desk(conn, forum, clock.now(), Place.CHANNEL)
        found = desk.forum.meeting(meeting)
        if found is None or not await silence.is_due(desk, found):
            return
    async with database.writing(forum) as conn:
        await silence.approve(await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL), found)


async def _ask(database: Database, clock: Clock, forum: str) -> None:
    async with database.reading() as conn:
        if not await councils.are_lacking(await open_desk(conn, forum, clock.now(), Place.CHANNEL)):
            return
    async with database.writing(forum) as conn:
        await councils.open_lacking(await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL))


async def _gather_reminders(database: Database, clock: Clock, faults: Faults) -> None:
    """In the morning, for whoever chose to be told once a day: what they would be reminded of at 8.00."""
    async with database.reading() as conn:
        chose = await told.who_chose(conn, NoticeChoice.GATHERED)
    for forum in dict.fromkeys(forum for forum, _ in chose):
        async with faults.kept_apart(forum, ""):
            await _gather_of(database, clock, forum, [person for each, person in chose if each == forum])


async def _gather_of(database: Database, clock: Clock, forum: str, people: Collection[str]) -> None:
    async with database.reading() as conn:
        desk = await open_desk(conn, forum, clock.now(), Place.CHANNEL)
        reminded = await planning.reminded_today(desk, people)
    if reminded:
        async with database.writing(forum) as conn:
            await planning.plan_today(await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL), reminded)


async def _end_left(database: Database, clock: Clock, faults: Faults) -> None:
    """The meetings that somebody started and nobody ended."""
    async with database.reading() as conn:
        held = await live.overdue(conn, clock.now() - OVERRUN)
    for forum, meeting in held:
        async with faults.kept_apart(forum, meeting), database.writing(forum) as conn:
            await end_left(await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL), meeting)


async def _mend(database: Database, clock: Clock, forum: str, meeting: str) -> None:
    async with database.reading() as conn:
        desk = await open_desk(conn, forum, clock.now(), Place.CHANNEL)
        found = desk.forum.meeting(meeting)
        if found is None or not await mending.needs_mending(desk, found):
            return
    async with database.writing(forum) as conn:
        await mending.mend(await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL), found)


async def _is_due(database: Database, clock: Clock, forum: str, meeting: str) -> bool:
    async with database.reading() as conn:
        desk = await open_desk(conn, forum, clock.now(), Place.CHANNEL)
        found = desk.forum.meeting(meeting)
        return found is not None and await sending.is_due(desk, found)


async def _send(database: Database, clock: Clock, forum: str, meeting: str, by: str | None) -> bool:
    """Asked again while nobody else writes for the forum; whether it was sent."""
    async with database.writing(forum) as conn:
        desk = await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL, operator=by)
        found = desk.forum.meeting(meeting)
        return found is not None and await sending.send_due(desk, found)
