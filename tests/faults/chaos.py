"""What goes wrong around people, at the points of the run that the plan names: kills, crashes, silence, lost days."""

import asyncio
import contextlib
import heapq
import itertools
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from storage.database import Database
from storage.outbox.table import notices
from tests.faults.forums import Place
from tests.faults.people import Crowd, Enough, Visit
from tests.faults.plan import Plan
from tests.faults.postgres import Postgres
from tests.faults.replicas import Replicas
from tests.faults.sqlite import SqliteFile
from tests.faults.teams import BadTeams
from tests.faults.topics.forum import tie
from tests.harness.process import Process

_GRACE = 6.0  # seconds after PostgreSQL is back in which a replica may still stumble over a cut connection
_SILENT_FOR = 0.03  # of the run
_RESTORED_AFTER = 0.03  # of the run
_WRONG_FOR = 0.04  # of the run
_WRONG_BY = (timedelta(hours=1), timedelta(hours=-1))
_FORGOTTEN = 0.5  # of the channels that came back: nobody asks the bot to send again what it gave up
_KILLED, _LASTS = 2, 3.0  # times that a forum's being handed over is cut short, and seconds that it takes or more
_MOST_TRIES = 5
_LOOK_EVERY = 0.02  # seconds
_HELD = "Databasen er ikke den, som ankeret har set"
_ACCEPT = ("audit", "accept", "--reason", "Natkopien er lagt tilbage")

Act = Callable[[], Awaitable[None]]


@dataclass(slots=True, kw_only=True)
class Chaos:
    """Brings about what is planned; `outages` are the times without the database, by the loop's clock."""

    plan: Plan
    chance: random.Random
    crowd: Crowd
    replicas: Replicas
    teams: BadTeams
    store: Postgres | SqliteFile
    database: Database
    outages: list[tuple[float, float]] = field(default_factory=list)
    crashes: int = 0
    silences: int = 0
    wrong_clocks: int = 0
    restores: int = 0
    phase: int = 0
    _ahead: list[tuple[float, int, Act]] = field(default_factory=list)
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    async def run(self, show: Callable[[int], None]) -> None:
        """Until as many actions have been done as are wanted."""
        plan = self.plan
        for number, moment in enumerate(plan.moments[1:], start=1):
            self._at(plan.actions * number / len(plan.moments), self._next_moment(number, moment))
        for times, act in (
            (plan.kills, self._kill),
            (plan.crashes, self._crash),
            (plan.silences, self._silence),
            (plan.wrong_clocks, self._wrong_clock),
            (plan.copies, self._copy),
            (plan.hand_over, self._hand_over),
        ):
            for at in times:
                self._at(at, act)
        while self.crowd.done < self.crowd.wanted:
            while self._ahead and self._ahead[0][0] <= self.crowd.done:
                await heapq.heappop(self._ahead)[2]()
                show(self.crowd.done)
            show(self.crowd.done)
            await asyncio.sleep(_LOOK_EVERY)
        while self._ahead:  # what has begun is brought to its end
            await heapq.heappop(self._ahead)[2]()
        show(self.crowd.done)

    async def move_to(self, moment: datetime) -> None:
        """Both replicas die, days pass, and both start: their clocks are never apart, as those of machines are not.

        What waited for a retry or a lease, which run on real time, has waited long enough after those days.
        """
        await asyncio.gather(*(self.replicas.kill(each) for each in self.replicas.each))
        self.replicas.moment = moment
        async with self.database.writing() as conn:
            await conn.execute(update(notices).values(leased_until=None, retry_at=None))
        await asyncio.gather(*(self.replicas.start(each) for each in self.replicas.each))

    async def stop_all(self) -> None:
        """Both replicas end in good order."""
        for code in await self.replicas.stop_all():
            if code:
                self.crowd.model.oddities.append(f"a replica that was told to stop ended with exit code {code}")

    def explains(self, at: float) -> bool:
        """Whether the database was away at that time of the loop, or just before."""
        return any(begun <= at <= ended + _GRACE for begun, ended in self.outages)

    def _at(self, done: float, act: Act) -> None:
        heapq.heappush(self._ahead, (done, next(self._numbers), act))

    def _next_moment(self, number: int, moment: datetime) -> Act:
        async def move() -> None:
            self.phase = number
            await self.move_to(moment)

        return move

    async def _kill(self) -> None:
        replica = self.chance.choice(self.replicas.each)
        await self.replicas.kill(replica)
        await self.replicas.start(replica)

    async def _wrong_clock(self) -> None:
        """One replica's machine believes it is an hour later or earlier than it is, until somebody sets its clock.

        Whoever shares a file is on the same machine, where the clock is as wrong for all.
        """
        one = self.chance.choice(self.replicas.each)
        those = self.replicas.each if isinstance(self.store, SqliteFile) else (one,)
        self.wrong_clocks += 1
        await self._started_anew(those, self.chance.choice(_WRONG_BY))
        self._at(self.crowd.done + self.plan.actions * _WRONG_FOR, lambda: self._started_anew(those, timedelta(0)))

    async def _started_anew(self, those: tuple[Process, ...], ahead: timedelta) -> None:
        for replica in those:
            replica.ahead = ahead
        await asyncio.gather(*map(self.replicas.kill, those))
        await asyncio.gather(*map(self.replicas.start, those))

    async def _copy(self) -> None:
        """A copy is taken; a while later everything is lost but that."""
        folder = self.replicas.folder / f"copy-{self.crowd.done}"
        known, standing = self.crowd.model.known(), self.teams.board.standing()
        await self._away(self.store.copy(folder))
        self._at(self.crowd.done + self.plan.actions * _RESTORED_AFTER, self._restore(folder, known, standing))

    def _restore(self, folder: Path, known: frozenset[int], standing: Mapping[str, str]) -> Act:
        async def restore() -> None:
            await self.stop_all()  # in good order: a killed one's last half minute is not in the anchor
            await self.database.close()
            await self._away(self.store.put_back(folder))
            self.database = Database(self.store.url)
            self.crowd.model.forget(known)
            self.teams.board.outlive(standing)
            self.restores += 1
            await asyncio.gather(*(self.replicas.start(each) for each in self.replicas.each))
            await self._expect("a restored database is not held", 1, "check", says=_HELD)
            await self._expect("a restored database was not accepted", 0, *_ACCEPT, says="Databasen er godkendt")
            await self._expect("an accepted database is still held", 0, "check", says="Anker: i orden")

        return restore

    async def _hand_over(self) -> None:
        """The operator hands the last forum over; the command is killed at any moment, then run to its end."""
        now, places = asyncio.get_running_loop().time, self.crowd.places
        command = ("forum", "hand-over", places[-1].id, places[self.plan.heir].id)
        for _ in range(_KILLED):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.chance.random() * _LASTS):
                    await self.replicas.command(*command)
        for _ in range(_MOST_TRIES):
            begun = now()
            code, said = await self.replicas.command(*command)
            if code == 0:
                self.crowd.model.handed_over[places[-1].id] = places[self.plan.heir].id
                return
            if not self.explains(begun):
                break
        self.crowd.model.oddities.append(f"a forum could not be handed over: {said.strip()}")

    async def _expect(self, otherwise: str, code: int, *command: str, says: str) -> None:
        ended, said = await self.replicas.command(*command)
        if ended != code or says not in said:
            self.crowd.model.oddities.append(f"{otherwise}: {said.strip()}")

    async def _away(self, act: Awaitable[None]) -> None:
        """The database stands still while this goes on."""
        now = asyncio.get_running_loop().time
        begun = now()
        await act
        self.outages.append((begun, now()))

    async def _crash(self) -> None:
        """The database goes down and comes back; a file does with the machine that both replicas are on."""
        if isinstance(self.store, SqliteFile):
            await self._started_anew(self.replicas.each, timedelta(0))
        else:
            await self._away(self.store.restart(self.chance.choice(("immediate", "immediate", "fast"))))
        self.crashes += 1

    async def _silence(self) -> None:
        """A channel shuts the bot out for a while; then the secretariat ties it anew, if somebody thinks of it."""
        place = self.chance.choice(self.crowd.places)
        self.teams.dead[place.channel] = self.chance.choice((403, 404))
        self.silences += 1
        self._at(self.crowd.done + self.plan.actions * _SILENT_FOR, self._revival(place))

    def _revival(self, place: Place) -> Act:
        async def revive() -> None:
            self.teams.dead.pop(place.channel, None)
            if self.chance.random() < _FORGOTTEN:
                return
            try:
                await tie(Visit(self.crowd, place, self.chance))
            except Enough:
                return

        return revive
