"""A running service's part: the anchor follows the log, and a database that lacks what it has seen is held.

While it is held, what is planned and what waited pauses, no agenda leaves by itself, the admins are told, and the
anchor stays as it is. People are answered, and what they do now is told on. `klyngebot audit accept` ends it.
"""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime

from bot.anchor.file import Anchor, Anchored
from bot.anchor.lines import Line
from bot.clock import Clock, elapsed_now
from bot.domain.kernel.chains import INSTALLATION
from bot.metrics import ANCHOR_FAILURES, RESTORED
from bot.usecases.anchoring.comparing import FITS, FOUND, Findings, findings, is_whole, open_finding
from bot.usecases.anchoring.telling import tell_admins
from cards.kit.words import say
from storage import audit
from storage.database import Database, DatabaseFault
from storage.engine.connection import WritingConnection
from storage.outbox import pausing

_EVERY = 30.0  # seconds between two looks at the log; what is held is looked at each time

log = logging.getLogger(__name__)


class Anchoring:
    """`admins` are the object ids of those who are told; a look at the log is due `every` so many seconds."""

    def __init__(
        self, database: Database, clock: Clock, anchor: Anchor, admins: frozenset[str], *, every: float = _EVERY
    ) -> None:
        self._database = database
        self._clock = clock
        self._anchor = anchor
        self._admins = admins
        self._every = every
        self._at_work = asyncio.Lock()
        self._next_look = 0.0
        self._known: Anchored | None = None
        self._trouble = ""
        self._found: Findings | None = None
        self._is_paused = False

    @property
    def found(self) -> Findings | None:
        """What the database lacks while it is held; None where it is not."""
        return self._found

    async def start(self, version: str) -> None:
        """To be awaited before anything is sent."""
        async with self._at_work:
            how = await self._compare()
            await self._log("service.started", version=version, anchor=how)
            await self._follow()

    async def look(self) -> None:
        """Let the anchor follow, if it is time; what is held is let go as soon as it was accepted."""
        if self._found is not None or asyncio.get_running_loop().time() >= self._next_look:
            async with self._at_work:
                await self._follow()

    async def stop(self) -> None:
        """To be awaited when everything was sent. Raises nothing."""
        async with self._at_work:
            try:
                await self._log("service.stopped")
            except DatabaseFault:
                log.warning("That the service stopped could not be logged: the database is away")
            await self._follow()

    async def _compare(self) -> str:
        """Hold the database up to the anchor, and tell what came of it, as the log has it."""
        try:
            seen = await asyncio.to_thread(self._anchor.look)
        except OSError as fault:
            self._complain(fault)
            return "unreadable"
        async with self._database.reading() as conn:
            now = await audit.heads(conn)
            fits = await is_whole(conn, seen, now)
            was_held = await open_finding(conn) is not None or await pausing.is_paused(conn)
        if not fits:
            await self._hold(seen)
            return "restored"
        if was_held:
            await self._let_go()
        if not seen.is_there and INSTALLATION in now:
            log.warning("There is no anchor %s to hold the log up to; it begins anew", self._anchor.path)
            return "missing"
        return "followed" if seen.is_there else "begun"

    async def _follow(self) -> None:
        self._next_look = asyncio.get_running_loop().time() + self._every
        try:
            while not await self._add_what_is_new():
                pass
        except OSError as fault:
            self._complain(fault)
        except DatabaseFault as fault:
            log.warning("The anchor could not follow the log: %s", type(fault).__name__)
        else:
            self._trouble = ""

    async def _add_what_is_new(self) -> bool:
        """False where another process was quicker. The anchor is read first, so that it is never ahead of the log."""
        seen = await asyncio.to_thread(self._anchor.look)
        async with self._database.reading() as conn:
            now = await audit.heads(conn)
            fits = await is_whole(conn, seen, now)
        if not fits:
            await self._hold(seen)
            return True
        if self._found is not None:
            await self._let_go()
        if self._known is not None and not seen.goes_on_from(self._known):
            done = "cut; it goes on from what the log says now" if seen.is_there else "taken away; it begins anew"
            log.error("The anchor %s was %s", self._anchor.path, done)
        new = {chain: head for chain, head in now.items() if seen.heads.get(chain) != head}
        line = Line(at=elapsed_now(), heads=new)
        is_done = not new or await asyncio.to_thread(self._anchor.add, line, seen)
        self._known = replace(seen, heads={**seen.heads, **new}) if is_done else self._known
        return is_done

    async def _hold(self, seen: Anchored) -> None:
        if self._is_paused:
            return await self._pause_planned()
        async with self._database.reading() as conn:
            self._found = await findings(conn, self._anchor, seen)
        RESTORED.set(1)
        async with self._database.writing(INSTALLATION) as conn:
            of = await self._noted(conn, seen, self._found)
            await tell_admins(conn, self._admins, self._found, of=of, now=self._clock.now())
        self._is_paused = True
        log.error(
            "The database lacks what the anchor has seen (%s); what is planned waits for `klyngebot audit accept`",
            self._found,
        )
        return None

    async def _noted(self, conn: WritingConnection, seen: Anchored, found: Findings) -> str:
        """Log it and pause what waits, unless another did or we did before; the anchor that it was noted of."""
        entry = await open_finding(conn)
        if entry is not None and (entry.facts["anchor"] == seen.last or not seen.is_there):
            return str(entry.facts["anchor"])
        await _enter(conn, self._clock.now(), FOUND, **found.facts, anchor=seen.last)
        await pausing.pause(conn, say("outbox.restored"), timed_alone=False)
        return seen.last

    async def _pause_planned(self) -> None:
        """What was planned meanwhile waits as well."""
        async with self._database.reading() as conn:
            is_any = await pausing.runs_planned(conn)
        if is_any:
            async with self._database.writing(wakes=False) as conn:
                await pausing.pause(conn, say("outbox.restored"), timed_alone=True)

    async def _let_go(self) -> None:
        async with self._database.writing(INSTALLATION) as conn:
            if await open_finding(conn) is not None:
                await _enter(conn, self._clock.now(), FITS)
            await pausing.go_on(conn)
        if self._found is not None:
            log.warning("The database is held no more: what waited goes on")
        self._found, self._is_paused = None, False
        RESTORED.set(0)

    async def _log(self, what: str, **facts: object) -> None:
        async with self._database.writing(INSTALLATION, wakes=False) as conn:
            await _enter(conn, self._clock.now(), what, **facts)

    def _complain(self, fault: OSError) -> None:
        """Once, until it has gone."""
        ANCHOR_FAILURES.inc()
        if self._trouble != str(fault):
            self._trouble = str(fault)
            log.error("The anchor cannot be kept, and the service goes on without: %s", fault)


async def _enter(conn: WritingConnection, now: datetime, what: str, **facts: object) -> None:
    await audit.append(conn, INSTALLATION, at=now, actor=None, what=what, facts=facts)
