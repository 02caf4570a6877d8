"""Many who dispose at once, each in a thread and a process's database of their own: nothing is ever overdrawn."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.domain.funds import ledger
from bot.domain.funds.actions import CounterEntry, Dispose, RegisterGrant
from bot.domain.funds.state import Entry
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.usecases import funds
from bot.usecases.desk import open_writing_desk
from storage import forum as forums
from storage import funds as store
from storage.database import Database
from tests.harness.klynge_nord import charter_texts, klynge_nord, local

NORD, NOW = "politisk-klynge-nord", local("2027-02-01T10:00")
SECRETARIAT, HOLDERS = "sekretariat-kommuner", ("formand-kommunal", "formand-frederikshavn")
AT_ONCE, EACH = 6, 4


async def does(database: Database, person: str, action: RegisterGrant | Dispose | CounterEntry) -> str:
    """What came of it: done, or why not."""
    try:
        async with database.writing(NORD) as conn:
            desk = await open_writing_desk(conn, NORD, NOW, Place.PERSONAL)
            await funds.command(desk, person, action)
    except Refusal as refusal:
        return refusal.key
    return "done"


async def of_year(database: Database) -> tuple[Entry, ...]:
    async with database.reading() as conn:
        return await store.of_year(conn, NORD, 2027)


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_ledger_adds_up_whoever_disposes_and_takes_back_at_once(database_url: str, seed: int) -> None:
    database = Database(database_url)
    async with database.writing(NORD) as conn:
        await forums.put(conn, klynge_nord(), *charter_texts())
    assert await does(database, SECRETARIAT, RegisterGrant(amount="10.000", words="Budget")) == "done"
    with ThreadPoolExecutor(AT_ONCE) as threads:
        each = [threads.submit(_one_of_them, database_url, seed * AT_ONCE + place) for place in range(AT_ONCE)]
        told = [outcome for future in each for outcome in await asyncio.wrap_future(future)]
    every = await of_year(database)
    assert [entry.number for entry in every] == list(range(1, len(every) + 1))
    assert len(every) == 1 + told.count("done")
    assert "funds_overdraw" in told
    for count in range(1, len(every) + 1):
        balance = ledger.total(every[:count])
        assert balance.granted >= balance.disposed >= balance.spent >= 0
    await database.close()


def _one_of_them(url: str, seed: int) -> list[str]:
    """One thread's attempts, mostly to dispose of more than there is room for all of them to."""
    chance = random.Random(seed)  # noqa: S311 - the same attempts every time

    async def attempts() -> list[str]:
        database = Database(url)
        told = []
        for _ in range(EACH):
            amount = str(chance.randint(500, 4_000))
            told.append(await does(database, chance.choice(HOLDERS), Dispose(amount=amount, words="Mødet er udsat")))
            if chance.random() < 0.3:
                told.append(await does(database, SECRETARIAT, CounterEntry(number=chance.randint(2, 6), words="Fejl")))
        await database.close()
        return told

    return asyncio.run(attempts())
