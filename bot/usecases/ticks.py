"""What the clock sets in motion besides notices: agendas and councils whose day has come, records whose time is up.

Each agenda is a work of its own: what fails for one forum harms no other, and between two of them others act.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime

from bot.clock import Clock
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.approval import dispatch as sending
from bot.usecases.approval import mending
from bot.usecases.breakages import Breakages
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.funds import councils
from storage import agenda as agendas
from storage import answered
from storage import approval as approvals
from storage import funds as decisions
from storage.database import Database, DatabaseAway
from storage.outbox import reviving

_PATIENCE = 30.0  # seconds for one agenda: a forum that somebody holds for long is left for the next tick
_FORGOTTEN_AT_ONCE = 200  # records: dropping a day's worth would let nobody else act meanwhile

Works = Collection[tuple[str, str]]
"""The (forum, meeting) of each agenda to work on."""

log = logging.getLogger(__name__)


class Faults:
    """What could not be worked on, and why: each forum's fault is told once, until it has gone.

    That a forum cannot be read is told through `breakages`, where there are any. `looked` is the hour in which each
    forum's councils were last looked at.
    """

    def __init__(self, breakages: Breakages | None = None) -> None:
        self._breakages = breakages
        self._known: dict[tuple[str, str], str] = {}
        self._was_away = False
        self.looked: dict[str, datetime] = {}

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
    funds has. `by` is who ran the command that does it.
    """
    sent, unsent = 0, await _unsent(database, clock, faults)
    async with database.reading() as conn:
        asked = await approvals.open_ahead(conn, clock.now())
    await _ask_councils(database, clock, faults)
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
    now, forgotten = clock.now(), _FORGOTTEN_AT_ONCE
    while forgotten == _FORGOTTEN_AT_ONCE:
        async with database.writing(wakes=False) as conn:
            forgotten = await answered.forget(conn, now=now, most=_FORGOTTEN_AT_ONCE)
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


async def _ask(database: Database, clock: Clock, forum: str) -> None:
    async with database.reading() as conn:
        if not await councils.are_lacking(await open_desk(conn, forum, clock.now(), Place.CHANNEL)):
            return
    async with database.writing(forum) as conn:
        await councils.open_lacking(await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL))


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
