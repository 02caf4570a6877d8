"""The rehearsal: everything is handed over on a database of its own, counted before and after, and done again."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.handed import Fate, Handed, Thing
from bot.local.demo.succession.counting import Open, open_in
from bot.local.demo.succession.filling import before_the_end, fill
from bot.local.demo.succession.plan import Plan
from bot.usecases.applying import apply_file
from bot.usecases.desk import open_desk
from bot.usecases.succession import HandedOver, hand_over
from cards.forum.succession import Both, lines
from cards.kit.words import medium_date
from storage.database import Database
from storage.migrate import upgrade
from storage.proving import first_fault

_AS_DUTY = frozenset({Thing.MINUTES})
_AS_PROPOSAL = frozenset({Thing.ITEM})
_BY = "øvelse"


class NotWhole(Exception):  # noqa: N818 - named for what the reader is told
    """Something was lost or is there twice; the message is Danish."""


async def rehearse(plan: Plan) -> AsyncIterator[str]:
    """Tell of each what moved and what did not; raises NotWhole at the end where the sums do not fit."""
    async with _database() as database:
        now = datetime.combine(plan.on, time(8), plan.councils[0].forum.timezone)
        for file in plan.ending:
            await fill(database, before_the_end(file, plan.on), plan.on)
        for file in plan.councils:
            await apply_file(database, now, file, by=_BY)
        wrong: list[str] = []
        total: Counter[Fate] = Counter()
        for ended, heir in plan.steps:
            before, there = await _open(database, now, ended), await _open(database, now, heir)
            done = await hand_over(database, now, ended, heir, reason=_BY, operator=_BY)
            yield f"{done.forum.name} → {done.heir.name}"
            for line in lines(done.succession, Both(ended=done.forum.name, heir=done.heir.name)):
                yield f"  {line}"
            total += Counter(each.fate for each in done.succession.handed)
            after = await _open(database, now, ended), await _open(database, now, heir)
            wrong += compared(done, before, there, *after)
        again = [await hand_over(database, now, *step, operator=_BY) for step in plan.steps]
        wrong += [f"{each.forum.name} blev givet videre to gange." for each in again if each.is_new]
        wrong += await _proved(database)
    for fault in wrong:
        yield f"Fejl: {fault}"
    yield _summed(plan, total)
    if wrong:
        raise NotWhole(f"Øvelsen gik ikke op: {wrong[0]}")


@asynccontextmanager
async def _database() -> AsyncIterator[Database]:
    """One that is gone afterwards."""
    with TemporaryDirectory(prefix="klyngebot-rehearsal-", ignore_cleanup_errors=True) as folder:
        database = Database(f"sqlite:///{Path(folder) / 'klyngebot.db'}")
        try:
            await upgrade(database)
            yield database
        finally:
            await database.close()


async def _open(database: Database, now: datetime, forum: str) -> Open:
    async with database.reading() as conn:
        return await open_in(await open_desk(conn, forum, now, Place.CHANNEL))


def compared(done: HandedOver, before: Open, there: Open, left: Open, now: Open) -> list[str]:
    """What does not fit: what was open is told of once, nothing of it is open there, and what moved is open here."""
    told, name = done.succession.handed, done.forum.name
    found: list[str] = []
    listed = Counter(each.thing for each in told)
    if listed != before:
        found.append(f"{name}: åbent var {_told(before)}, men listen har {_told(listed)}.")
    if stays := left - Counter(each.thing for each in told if each.fate is Fate.STAYS):
        found.append(f"{name}: {_told(stays)} er stadig åbent.")
    if (came := now - there) != (moved := _as_there(told)):
        found.append(f"{done.heir.name}: {_told(came)} kom til, men {_told(moved)} blev videreført.")
    return found + [f"{name}: {each} står to gange på listen." for each in _twice(told)]


def _as_there(told: Iterable[Handed]) -> Open:
    """What moved, as what it is in the forum that goes on."""
    found: Open = Counter()
    for each in told:
        if each.fate is Fate.MOVED:
            is_task, is_proposal = each.thing in _AS_DUTY, each.thing in _AS_PROPOSAL
            found[Thing.TASK if is_task else Thing.PROPOSAL if is_proposal else each.thing] += 1
    return found


def _twice(told: Iterable[Handed]) -> list[str]:
    numbered = Counter((each.thing, each.was) for each in told if each.was)
    return [f"{thing.value} nr. {was}" for (thing, was), times in numbered.items() if times > 1]


def _told(counted: Open) -> str:
    return ", ".join(f"{thing.value}: {times}" for thing, times in sorted(counted.items())) or "intet"


async def _proved(database: Database) -> list[str]:
    async with database.snapshot() as conn:
        fault = await first_fault(conn)
    return [] if fault is None else ["Loggen og tabellerne siger ikke det samme."]


def _summed(plan: Plan, total: Counter[Fate]) -> str:
    every = sum(total.values())
    moved, ended = total[Fate.MOVED], total[Fate.CANCELLED] + total[Fate.WITHDRAWN]
    return (
        f"{len(plan.steps)} fora er givet videre den {medium_date(plan.on)}: {every} åbne ting, {moved} videreført,"
        f" {ended} aflyst eller trukket tilbage, {total[Fate.STAYS]} ikke videreført."
    )
