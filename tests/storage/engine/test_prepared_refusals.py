"""A prepared statement refuses what only SQLAlchemy can do, and values that it has no place for, on each database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from sqlalchemy import (
    Column,
    Dialect,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    union_all,
    update,
)

import storage
from storage.answered import answered
from storage.database import Database
from storage.engine.prepared import Prepared, UnpreparableError
from storage.engine.upsert import insert_once
from tests.harness.databases import copied

NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)
KEY = {"conversation": "19:k", "sender": "hun", "activity": "1"}
ROW: dict[str, Any] = KEY | {"at": NOON, "card": None, "summary": ""}
INSERT = Prepared(insert(answered), *ROW)
FIND = Prepared(select(answered.c.at).where(answered.c.sender == bindparam("of")))
CHANGE = Prepared(update(answered).where(answered.c.sender == bindparam("of")), "summary")

_things = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("word", String(10), default="ord"),
    Column("count", Integer, onupdate=lambda: 1),
)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (select(answered).where(answered.c.sender.in_(["a", "b"])), "grows with its values"),
        (select(answered).where(answered.c.sender.in_(bindparam("some", expanding=True))), "grows with its values"),
        (delete(answered).where(answered.c.sender.in_(["a"])), "grows with its values"),
        (insert(_things).values(word="a").returning(_things.c.id), "RETURNING"),
        (update(_things).values(word="a", count=1).returning(_things.c.id), "RETURNING"),
        (delete(answered).returning(answered.c.at), "RETURNING"),
        (insert(_things).values(count=1), r"Python fills in \(word\)"),
        (update(_things).values(word="a"), r"Python fills in \(count\)"),
        (union_all(select(answered.c.at), select(answered.c.at)), "neither SELECT"),
    ],
)
async def test_what_needs_sqlalchemy_at_each_run_is_refused_before_it_runs(
    stored: Database, statement: Any, why: str
) -> None:
    async with stored.writing() as conn:
        for use in (Prepared(statement).all, Prepared(statement).run):
            with pytest.raises(UnpreparableError, match=why):
                await use(conn)


async def test_many_rows_at_once_are_refused(stored: Database) -> None:
    async with stored.writing() as conn:
        with pytest.raises(TypeError):
            await INSERT.run(conn, [ROW, ROW | {"activity": "2"}])  # type: ignore[call-arg]
        with pytest.raises(UnpreparableError, match="asking for"):
            await INSERT.run(conn, rows=[ROW, ROW | {"activity": "2"}])
        assert await FIND.all(conn, of="hun") == []


@pytest.mark.parametrize("given", [{}, {"off": "hun"}, {"of": "hun", "also": 1}])
async def test_a_value_too_few_or_too_many_is_refused(stored: Database, given: dict[str, Any]) -> None:
    """A name that is misspelt would otherwise ask for what equals NULL, which nothing does."""
    async with stored.writing() as conn:
        with pytest.raises(UnpreparableError, match=r"asking for \['of'\]"):
            await FIND.all(conn, **given)
        with pytest.raises(UnpreparableError, match=r"asking for \['of', 'summary'\]"):
            await CHANGE.run(conn, **given)


async def test_rows_are_not_asked_of_what_writes_nor_a_count_of_what_reads(stored: Database) -> None:
    async with stored.writing() as conn:
        with pytest.raises(UnpreparableError, match="no rows come of INSERT"):
            await INSERT.first(conn, **ROW)
        with pytest.raises(UnpreparableError, match="nothing is written by SELECT"):
            await FIND.run(conn, of="hun")


async def test_a_value_that_stands_in_the_statement_is_stored_as_one_that_is_given(stored: Database) -> None:
    fixed = Prepared(insert(answered).values(at=NOON, card={"body": ["æ"]}), *KEY)
    async with stored.writing() as conn:
        await fixed.run(conn, **KEY)
        row = (await conn.execute(select(answered))).one()
    assert (row.at, row.card) == (NOON, {"body": ["æ"]})


async def test_a_row_with_a_number_of_the_databases_own_is_written_without_asking_for_it(server: str) -> None:
    database = Database(copied(server))
    write = Prepared(insert(_things), "word")
    async with database.writing() as conn:
        await conn.run_sync(_things.create)
        assert await write.run(conn, word="a") == await write.run(conn, word="b") == 1
        assert "RETURNING" not in write._plan(conn.dialect, for_rows=False).sql
    await database.close()


async def test_a_row_that_is_there_counts_as_none_written(stored: Database) -> None:
    once = Prepared(insert_once(answered), *ROW)
    async with stored.writing() as conn:
        assert [await once.run(conn, **ROW) for _ in range(2)] == [1, 0]
        assert await conn.scalar(select(literal_column("count(*)")).select_from(answered)) == 1


async def test_every_prepared_statement_of_the_house_can_be_prepared(stored: Database) -> None:
    known = list(_prepared())
    assert len(known) > 20
    async with stored.reading() as conn:
        for each in known:
            assert _plan(each, conn.dialect)  # the one that everybody uses: a plan is kept for all that come after


def _plan(prepared: Prepared, dialect: Dialect) -> Any:
    try:
        return prepared._plan(dialect, for_rows=True)
    except UnpreparableError as refused:
        if "no rows come of" in str(refused):
            return prepared._plan(dialect, for_rows=False)
        raise


def _prepared() -> Iterator[Prepared]:
    for module in walk_packages(storage.__path__, "storage."):
        if not module.name.startswith("storage.migrations"):
            yield from (each for each in vars(import_module(module.name)).values() if isinstance(each, Prepared))
