"""A query cannot write: the type checker refuses it, and so does the database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from mypy import api
from sqlalchemy import Table, delete, insert, select, update

from cards.kit.elements import card
from storage.answered import remember
from storage.chats import chats
from storage.database import Database, DatabaseFault
from storage.engine.connection import WritingConnection
from storage.migrate import upgrade
from storage.schema import metadata
from tests.harness.klynge_nord import local

WRITES = """
from bot.domain.agenda.actions import AddItem
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.meeting import Meeting
from bot.usecases import agenda, topics
from bot.usecases.desk import Desk
from storage import audit
from storage.outbox import reviving


async def query(desk: Desk, meeting: Meeting) -> None:
    desk.name_of("anybody")
    await desk.log(None, "something")
    await desk.tell(ForumNotice.WELCOME)
    await desk.remind(ForumNotice.WELCOME, at=desk.now)
    await audit.append(desk.conn, desk.forum.id, at=desk.now, actor=None, what="something", facts={})
    await reviving.hasten(desk.conn, desk.forum.id)
    await agenda.command(desk, "anybody", AddItem())
    await topics.plan(desk, meeting)
    await topics.query(desk, "anybody", AddItem())
"""


def test_the_type_checker_refuses_every_way_in_which_a_query_might_write(tmp_path: Path) -> None:
    file = tmp_path / "snippet.py"
    file.write_text(WRITES, "utf-8")
    told, _, _ = api.run(["--strict", "--follow-imports=silent", f"--cache-dir={tmp_path}", str(file)])
    lines = WRITES.splitlines()
    refused = [lines[int(each.split(":")[1]) - 1] for each in told.splitlines() if ": error:" in each]
    assert refused == [line for line in lines if line.startswith("    await ")], told


@pytest.fixture
async def stored(database_url: str) -> AsyncIterator[Database]:
    """An empty database of each kind."""
    database = Database(database_url)
    await upgrade(database)
    yield database
    await database.close()


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
async def test_the_database_refuses_to_write_for_a_query(stored: Database, table: Table) -> None:
    column = next(iter(table.primary_key))
    writes = (
        insert(table).from_select(table.c.keys(), select(table)),
        update(table).values({column: column}),
        delete(table),
    )
    for write in writes:
        with pytest.raises(DatabaseFault, match=r"read-?only"):
            async with stored.reading() as conn:
                await conn.execute(write)


async def test_a_statement_that_goes_past_sqlalchemy_is_refused_too(stored: Database) -> None:
    answer = card(speak="Et svar")
    with pytest.raises(DatabaseFault, match=r"read-?only"):
        async with stored.reading() as conn:
            await remember(WritingConnection(conn), "c", "s", "a", at=local("2027-01-11T09:00"), card=answer)


async def test_what_was_refused_takes_nothing_from_those_who_may_write(stored: Database) -> None:
    with pytest.raises(DatabaseFault):
        async with stored.reading() as conn:
            await conn.execute(delete(chats))
    async with stored.writing() as conn:
        await conn.execute(delete(chats))
    async with stored.reading() as conn:
        assert (await conn.execute(select(chats))).all() == []
