"""Whoever lost a role stays without it, also where the database is rolled back under a service that runs."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot.charters.forum_file import parse_forum_file
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.usecases.applying import apply_file
from storage import agenda as agendas
from storage.database import Database
from tests.harness.klynge_nord import FILE
from tests.harness.steps import SECRETARIAT, accept, propose

FORUM, MARCH = "politisk-klynge-nord", "2027-1"
_SEAT = "{person: sekretariat-kommuner, organisation: hjoerring, roles: [secretariat], side: municipalities}"
_ROWS = ("name", "revision", "stamp", "config", "charter", "overlays")

PutBack = Callable[[], object]


@pytest.mark.both_databases
async def test_an_ex_secretary_gets_no_editor_after_a_restore_and_can_write_nothing(
    nord: Stage, database_url: str, tmp_path: Path
) -> None:
    await propose(nord)
    await accept(nord, 1)
    with as_it_was(database_url, tmp_path) as put_back:
        await applied(nord, database_url, ("Regionsrådsmedlem, suppleant", "Suppleant for regionen"))
        assert "Redigér dagsordenen" in await agenda_shown(nord)
        put_back()
    await applied(nord, database_url, ("", ""), without=_SEAT)  # with the number that the service saw last
    assert "Redigér dagsordenen" not in await agenda_shown(nord)
    before = await stored(nord)
    await nord.says(SECRETARIAT, "tilføj punkt: Mit eget")
    assert await stored(nord) == before


@contextmanager
def as_it_was(url: str, folder: Path) -> Iterator[PutBack]:
    """Remembers the database as it is now; what is given puts it back under whoever uses it."""
    if url.startswith("sqlite"):
        with sqlite3.connect(str(make_url(url).database)) as live, sqlite3.connect(folder / "night.db") as copy:
            live.backup(copy)
            yield partial(copy.backup, live)
        copy.close()
        live.close()
    else:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("CREATE TABLE night AS SELECT * FROM forums")
            same = ", ".join(f"{name} = night.{name}" for name in _ROWS)
            yield partial(server.execute, f"UPDATE forums SET {same} FROM night WHERE night.id = forums.id")  # noqa: S608


async def applied(nord: Stage, url: str, more: tuple[str, str], *, without: str = "") -> None:
    """`klyngebot forum apply` in a process of its own."""
    text = FILE.read_text("utf-8")
    assert without in text
    text = "\n".join(line for line in text.splitlines() if not without or without not in line)
    other = Database(url)
    await apply_file(other, nord.clock.now(), parse_forum_file(text.replace(*more), "nord.yaml", FILE.parent))
    await other.close()


async def agenda_shown(nord: Stage) -> str:
    return words(await nord.says(SECRETARIAT, "dagsorden"))


async def stored(nord: Stage) -> object:
    async with nord.service.database.reading() as conn:
        return await agendas.get(conn, FORUM, MARCH)
