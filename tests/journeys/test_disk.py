"""A disk that is full or damaged under a running service: people are told, nothing is half stored, the log is short."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from bot.charters.forum_file import read_forum_file
from bot.domain.proposals.actions import Propose
from bot.local.demo.stage import Stage
from bot.usecases.applying import apply_file
from cards.kit.buttons import pack
from storage.database import Database
from storage.schema import metadata
from tests.conftest import NewDatabase
from tests.harness.cases.case import here
from tests.harness.disks import disk_of, overwrite
from tests.harness.forging import press, said, stored
from tests.harness.klynge_nord import FILE
from tests.harness.served import Served, open_served
from tests.harness.steps import COORDINATOR, SECRETARIAT, propose
from tests.journeys.conftest import OpenStage

SECONDS = float(os.environ.get("KLYNGEBOT_TEST_DAMAGED_SECONDS", "1"))
"""How long people go on clicking upon a damaged page."""
MOST_LOGGED = 20_000  # bytes, however long that is
APOLOGY = "Der opstod en fejl, og intet er gemt."


@pytest.fixture
async def desk(tmp_path: Path, new_database: NewDatabase) -> AsyncIterator[Served]:
    """Klynge Nord in January, served from a file by a process of its own."""
    url = new_database("sqlite")
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=url) as here:
        database = Database(url)
        await apply_file(database, here.clock.now(), read_forum_file(FILE))
        await database.close()
        await here.start("2027-01-11T09:00")
        await here.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
        yield here


@pytest.mark.both_databases
async def test_people_hear_that_nothing_was_stored_until_there_is_room_again(
    open_stage: OpenStage, database_url: str
) -> None:
    with disk_of(database_url) as disk:
        async with open_stage() as nord:
            await propose(nord)
            disk.fill()
            answers = [await _proposes(nord, number) for number in range(20)]  # some pages may be half empty
            full = await stored(nord)
            assert APOLOGY in answers[-1]
            assert APOLOGY in await _proposes(nord, 30)
            assert await stored(nord) == full
            disk.clear()
            assert "modtaget" in await _proposes(nord, 31)


async def _proposes(nord: Stage | Served, number: int) -> str:
    """What is answered to a long proposal."""
    action = here(Propose, form=f"f{number}", title="Nyt", summary="Plads. " * 250, recommendation="At")
    return said((await press(nord, COORDINATOR, pack(action))).card)


def _rows(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as native:
        kept = [each for each in metadata.tables if each not in ("notices", "answered", "chats")]
        return {each: native.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in kept}  # noqa: S608


async def _ready(desk: Served) -> tuple[int, str]:
    root = str(desk.processes[0].url).partition("/api")[0]
    async with aiohttp.request("GET", f"{root}/readyz") as answer:
        return answer.status, (await answer.text()).strip()


async def test_a_process_that_can_write_no_more_says_so_and_goes_on_by_itself(desk: Served) -> None:
    resource = pytest.importorskip("resource", reason="limits that are set on a running process")
    file, process = desk.folder / "klyngebot.db", desk.processes[0]
    assert "modtaget" in await _proposes(desk, 0)
    before = _rows(file)
    written = file.with_name(f"{file.name}-wal").stat().st_size
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (written, resource.RLIM_INFINITY))
    for number in range(1, 20):
        assert APOLOGY in await _proposes(desk, number)
    assert _rows(file) == before
    status, words = await _ready(desk)
    assert (status, words) == (503, "Databasen kan ikke skrives eller læses: disken melder fejl [SQLITE_IOERR_WRITE].")
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert "modtaget" in await _proposes(desk, 20)
    await desk.sees("Nyt forslag til dagsordenen", "nr. 2")
    told = "\n".join(each.line for each in process.complaints)
    assert len(told) < MOST_LOGGED
    assert "Plads" not in told


async def test_a_damaged_page_is_told_by_readiness_and_a_short_log(desk: Served) -> None:
    overwrite(desk.folder / "klyngebot.db", "notices")
    until, number, answers = asyncio.get_running_loop().time() + SECONDS, 0, set()
    while asyncio.get_running_loop().time() < until:
        answers.add(APOLOGY in await _proposes(desk, number := number + 1))
    told = "\n".join(each.line for each in desk.processes[0].complaints)
    assert (answers, number > 5) == ({True}, True)
    assert 0 < len(told) < MOST_LOGGED
    assert "[SQLITE_CORRUPT]" in told
    assert "Plads" not in told
    assert await _ready(desk) == (503, "Databasen er beskadiget: stands tjenesten, og indlæs en sikkerhedskopi.")
