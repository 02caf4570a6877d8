"""One run from an empty database to the verdict."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from aiohttp import ClientSession, TCPConnector
from sqlalchemy import func, select

from bot.clock import PinnedClock
from bot.domain.kernel.notice import NoticeState
from storage.database import Database
from storage.migrate import upgrade
from storage.outbox.table import notices
from tests.faults.chaos import Chaos
from tests.faults.checking import violations
from tests.faults.forums import apply_all, places
from tests.faults.model import Model
from tests.faults.observing import Observation, observe
from tests.faults.people import Board, Crowd, Enough, Visit
from tests.faults.plan import Plan
from tests.faults.postgres import Postgres, running_postgres
from tests.faults.replicas import two_replicas
from tests.faults.sqlite import SqliteFile
from tests.faults.teams import BadTeams
from tests.faults.topics import JOURNEYS, VERBS
from tests.faults.topics.forum import tie

_MOST_LOOKS, _LOOK_EVERY = 1_200, 0.5  # seconds between them: ten minutes
_MOST_TIES = 50  # rounds of asking; each loses few
_PHASES = (1, 5)  # of a small run's moments
_WHOLE_CYCLE = 6


class On(StrEnum):
    """The database of a run."""

    POSTGRESQL = "postgresql"
    SQLITE = "sqlite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run went; `seconds` is the time in which people acted, `all_seconds` with all before and after it."""

    plan: Plan
    on: On
    model: Model
    seen: Observation
    chaos: Chaos
    found: dict[str, list[str]]
    seconds: float
    all_seconds: float


async def run(plan: Plan, folder: Path, show: Callable[[int], None], *, on: On = On.POSTGRESQL) -> Outcome:
    """Everything that the plan says, on that database, in a folder of the run's own."""
    now = asyncio.get_running_loop().time
    begun = now()
    async with _town(plan, folder, on) as chaos:
        await _tie_all(chaos)
        chaos.crowd.done, chaos.crowd.wanted = 0, plan.actions
        acting = now()
        async with asyncio.TaskGroup() as people:
            people.create_task(chaos.run(show))
            for number in range(plan.people):
                people.create_task(_act(chaos, random.Random(f"{plan.seed} person {number}")))  # noqa: S311 - repeatable
        acted = now()
        seen = await _aftermath(chaos)
        return Outcome(
            plan=plan,
            on=on,
            model=chaos.crowd.model,
            seen=seen,
            chaos=chaos,
            found=violations(chaos.crowd.model, seen),
            seconds=acted - acting,
            all_seconds=now() - begun,
        )


@asynccontextmanager
async def _town(plan: Plan, folder: Path, on: On) -> AsyncIterator[Chaos]:
    """The forums, both replicas, Teams and everybody, ready to act."""
    async with AsyncExitStack() as stack:
        store = await _store(stack, folder, on)
        database = Database(store.url)
        await upgrade(database)
        await apply_all(database, PinnedClock(plan.moments[0]), plan)
        replicas = await stack.enter_async_context(two_replicas(folder, store.url, plan.moments[0]))
        session = await stack.enter_async_context(ClientSession(connector=TCPConnector(limit=0)))
        everywhere = places(plan)
        crowd = Crowd(
            session=session,
            replicas=replicas,
            model=Model(),
            verbs=VERBS,
            places=everywhere,
            boards={place.channel: Board() for place in everywhere},
        )
        crowd.teams = BadTeams(everywhere, _chance(plan, "teams"), lambda: replicas.moment, crowd.heard)
        await stack.enter_async_context(crowd.teams.listening())
        await asyncio.gather(*(replicas.start(each) for each in replicas.each))
        chaos = _chaos(plan, crowd, store, database)
        try:
            yield chaos
        finally:
            await chaos.database.close()


async def _store(stack: AsyncExitStack, folder: Path, on: On) -> Postgres | SqliteFile:
    if on is On.SQLITE:
        return SqliteFile(folder / "klyngebot.db")
    return await stack.enter_async_context(running_postgres(folder / "postgres"))


def _chaos(plan: Plan, crowd: Crowd, store: Postgres | SqliteFile, database: Database) -> Chaos:
    return Chaos(
        plan=plan,
        chance=_chance(plan, "chaos"),
        crowd=crowd,
        replicas=crowd.replicas,
        teams=crowd.teams,
        store=store,
        database=database,
    )


async def _tie_all(chaos: Chaos) -> None:
    """Each channel is tied, asked for until it is acknowledged."""
    chaos.crowd.wanted = 10**9
    pending = list(chaos.crowd.places)
    for _ in range(_MOST_TIES + len(pending) // chaos.plan.people):
        await asyncio.gather(*(tie(Visit(chaos.crowd, place, chaos.chance)) for place in pending[: chaos.plan.people]))
        attempts = chaos.crowd.model.attempts
        tied = {each.forum for each in attempts if each.acknowledged}
        pending = [place for place in pending if place.id not in tied]
        if not pending:
            return
    raise RuntimeError(f"{len(pending)} channels could not be tied")


async def _act(chaos: Chaos, chance: random.Random) -> None:
    """One journey after the other, until enough has been done."""
    crowd = chaos.crowd
    journeys = [journey for journey, _ in JOURNEYS]
    while crowd.done < crowd.wanted:
        if not crowd.replicas.urls() or crowd.is_put_off:
            await asyncio.sleep(0.1)
            continue
        weights = [each[_phase(chaos)] for _, each in JOURNEYS]
        (journey,) = chance.choices(journeys, weights)
        try:
            await journey(Visit(crowd, chance.choice(crowd.places), chance))
        except Enough:
            return


def _phase(chaos: Chaos) -> int:
    """How far the meetings' cycle has come."""
    cycle = len(chaos.plan.moments) // chaos.plan.meetings
    place = chaos.phase % cycle
    return place if cycle == _WHOLE_CYCLE else _PHASES[place]


async def _aftermath(chaos: Chaos) -> Observation:
    """Nothing fails any more and everything comes due; then all is read, and both replicas end in good order."""
    chaos.crowd.is_calm, chaos.teams.is_failing = True, False
    chaos.teams.dead.clear()
    for replica in chaos.replicas.each:
        replica.ahead = timedelta(0)
    await chaos.move_to(chaos.plan.afterwards)
    await _drained(chaos)
    seen = await observe(chaos.database, chaos.plan.afterwards, chaos.teams.board.posts)
    seen.deliveries = chaos.crowd.model.deliveries
    seen.forums = dict(_conversations(chaos.crowd))
    seen.verified = await chaos.replicas.command("audit", "verify")
    await chaos.stop_all()
    chaos.crowd.model.oddities.extend(_failures(chaos))
    return seen


_TICKS = 20.0  # seconds in which the clock has set in motion whatever it does besides notices


async def _drained(chaos: Chaos) -> None:
    """Returns when nothing is due any more, or after so long that it never will be: the checks tell what is left."""
    due = select(func.count()).where(notices.c.state == NoticeState.WAITING, notices.c.due_at <= chaos.plan.afterwards)
    quiet_since: float | None = None
    loop = asyncio.get_running_loop()
    for _ in range(_MOST_LOOKS):
        async with chaos.database.reading() as conn:
            is_quiet = not await conn.scalar(due)
        quiet_since = (loop.time() if quiet_since is None else quiet_since) if is_quiet else None
        if quiet_since is not None and loop.time() - quiet_since > _TICKS:
            return
        await asyncio.sleep(_LOOK_EVERY)


def _conversations(crowd: Crowd) -> Iterable[tuple[str, str]]:
    for place in crowd.places:
        yield place.channel, place.id
        for account in place.accounts.values():
            yield crowd.chat(account), place.id


def _failures(chaos: Chaos) -> Iterable[str]:
    """Failures of ours that no outage of the database explains."""
    for at in chaos.crowd.apologies:
        if not chaos.explains(at):
            yield "somebody got an apology while the database was there"
    for traceback in chaos.replicas.tracebacks:
        if not chaos.explains(traceback.at):
            yield f"a replica logged a traceback while the database was there: {traceback.line}"


def _chance(plan: Plan, who: str) -> random.Random:
    return random.Random(f"{plan.seed} {who}")  # noqa: S311 - repeatable, not secret
