"""Readiness is found out by writing, and what is in the way is told to whoever runs the service."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from sqlalchemy import func, select

from bot import readiness
from bot.clock import PinnedClock
from bot.readiness import Readiness
from storage.answered import answered
from storage.database import Database
from storage.examination import damage
from storage.schema import metadata
from tests.cli.conftest import Klyngebot, klyngebot
from tests.conftest import NewDatabase
from tests.harness.disks import disk_of, overwrite
from tests.harness.statements import overheard

__all__ = ["klyngebot"]

CLOCK = PinnedClock(datetime(2027, 1, 11, 9, tzinfo=UTC))


@pytest.fixture
async def opened(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of each kind."""
    database = Database(database_url)
    yield database
    await database.close()


async def test_what_is_written_to_find_out_is_gone_again(opened: Database) -> None:
    assert await Readiness(opened, CLOCK).reason() is None
    async with opened.reading() as conn:
        assert await conn.scalar(select(func.count()).select_from(answered)) == 0


async def test_whoever_asks_often_makes_nobody_write(opened: Database) -> None:
    ready = Readiness(opened, CLOCK)
    with overheard() as said:
        assert await asyncio.gather(*(ready.reason() for _ in range(50))) == [None] * 50
        await asyncio.sleep(0)
    assert len([each for each in said if each.startswith("INSERT INTO answered")]) == 1


async def test_it_is_asked_anew_after_a_while(database_url: str) -> None:
    with disk_of(database_url) as disk:
        database = Database(database_url)
        async with database.writing():
            disk.fill()
        ready = Readiness(database, CLOCK, kept=0.0)
        told = [await ready.reason(), await ready.reason()]
        disk.clear()
        told.append(await ready.reason())
        await database.close()
    code = "53100" if database.file is None else "SQLITE_FULL"
    assert told == [f"Databasen kan ikke skrives: disken er fuld [{code}]."] * 2 + [None]


async def test_a_standby_is_not_ready(new_database: NewDatabase) -> None:
    url = new_database("postgresql")
    with psycopg.connect(url, autocommit=True) as conn:
        name = urlsplit(url).path.removeprefix("/")
        conn.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    database = Database(url)
    assert await Readiness(database, CLOCK).reason() == "Databasen kan ikke skrives: den kan kun læses [25006]."
    await database.close()


async def test_a_writer_that_does_not_come_to_an_end_is_not_waited_for(
    new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "_PATIENCE", 0.05)
    database = Database(new_database("sqlite"))
    async with database.writing():
        assert "svarer ikke inden for" in str(await Readiness(database, CLOCK).reason())
    await database.close()


async def test_a_database_that_is_gone_is_told_by_its_code(new_database: NewDatabase, tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/findes/ikke.db")
    told = await Readiness(database, CLOCK).reason()
    assert str(told).endswith("KLYNGEBOT_DATA): der er ikke adgang [SQLITE_CANTOPEN].")


async def test_every_table_is_read_to_its_last_row(new_database: NewDatabase) -> None:
    database = Database(new_database("postgresql"))
    with overheard() as said:
        assert await damage(database) is None
        await asyncio.sleep(0)
    await database.close()
    for table in metadata.tables:
        assert [each for each in said if f"FROM {table}" in " ".join(each.split())], table


def test_check_looks_at_pages_that_nothing_asks_for(klyngebot: Klyngebot, tmp_path: Path) -> None:
    assert klyngebot("migrate").code == 0
    assert "Database: i orden" in klyngebot("check").lines
    overwrite(tmp_path / "data" / "klyngebot.db", "minutes")
    said = klyngebot("check").complaint
    assert said.startswith("Databasen er beskadiget: stands tjenesten, og indlæs en sikkerhedskopi [Page ")
