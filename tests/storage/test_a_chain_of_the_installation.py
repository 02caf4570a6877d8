"""The log gets a chain that is no forum's, and keeps what it had."""

from sqlalchemy import text

from bot.domain.kernel.chains import INSTALLATION
from storage import audit
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.klynge_nord import local
from tests.storage.earlier import NORD, as_of, before, put

AT = local("2027-01-11T10:00")
KEPT = text("SELECT forum, seq, actor, what, facts, texts, previous, hash FROM audit ORDER BY seq")


async def _rows(database: Database) -> list[object]:
    async with database.reading() as conn:
        return [tuple(row) for row in await conn.execute(KEPT)]


async def test_entries_stay_as_they_are_and_the_installation_gets_its_own(database_url: str) -> None:
    async with as_of(database_url, before("_a_chain_of_the_installation")) as database:
        texts = {"words": {"salt": "00" * 16, "text": "Æ »ø« å"}}
        row = {"forum": NORD, "at": AT, "actor": "laege", "what": "forum.tied", "facts": {"a": ["ø", 1.5]}}
        ends = [("0" * 64, "1" * 64), ("1" * 64, "2" * 64)]
        rows = [row | {"seq": n + 1, "previous": ends[n][0], "hash": ends[n][1], "texts": texts} for n in range(2)]
        await put(database, "audit", rows)
        kept = await _rows(database)
        await upgrade(database)
        assert (await _rows(database))[: len(kept)] == kept  # what the log begins to vouch for comes after it
        async with database.writing(INSTALLATION) as conn:
            await audit.append(conn, INSTALLATION, at=AT, actor=None, what="service.started", facts={})
        async with database.reading() as conn:
            found = await audit.heads(conn)
            (first, *_) = [entry async for entry in audit.entries(conn, NORD)]
        assert {chain: head.seq for chain, head in found.items()} == {INSTALLATION: 1, NORD: 3}
        assert (first.at, first.facts, first.words) == (AT, row["facts"], {"words": "Æ »ø« å"})
