"""Statements that fail in a database that others use, one after the other, saying what the row holds; damaged JSON."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
from sqlalchemy import JSON, Column, Table

from storage.schema import metadata

_TABLES = tuple(each.name for each in metadata.sorted_tables)
_VERBS = ("INSERT", "UPDATE", "DELETE")
CODES = ("P0001", "23505", "22001", "53100", "XX001")
"""What a server's statement fails with in turn: ours, a clash, a long text, a full disk, a damaged page."""


class Faulty:
    """A connection of somebody else's to a database; what fails by it fails for every process."""

    def __init__(self, conn: "sqlite3.Connection | psycopg.Connection", words: str) -> None:
        self._conn = conn
        self._words = words

    @property
    def is_file(self) -> bool:
        """Whether it is SQLite's."""
        return isinstance(self._conn, sqlite3.Connection)

    def arm(self) -> None:
        """From now on the writes of each transaction are counted."""
        self.run("CREATE TABLE breaking (so_far INTEGER)", "INSERT INTO breaking VALUES (-1)")
        triggers = (self._on_a_file(each, verb) for each in _TABLES for verb in _VERBS)
        self.run(*(triggers if self.is_file else self._on_a_server()))

    def fail_at(self, number: int) -> None:
        """Let the write of that number in a transaction fail (from 1); with 0 none fails."""
        self.run(f"UPDATE breaking SET so_far = {number or -1}")  # noqa: S608

    def run(self, *statements: str) -> None:
        """Do it, and let it hold."""
        for each in statements:
            self._conn.execute(each)

    @contextmanager
    def damaged(self, column: Column[Any], stored: str) -> Iterator[None]:
        """The column holds that in every row, within the block."""
        table, keys = column.table.name, _primary(column.table)
        same = " AND ".join(f"kept.{key} = {table}.{key}" for key in keys)
        self.run(f"CREATE TABLE kept AS SELECT * FROM {table}", f"UPDATE {table} SET {column.name} = '{stored}'")  # noqa: S608
        self._renew()
        try:
            yield
        finally:
            back = f"UPDATE {table} SET {column.name} = (SELECT {column.name} FROM kept WHERE {same})"  # noqa: S608
            self.run(f"{back} WHERE EXISTS (SELECT 1 FROM kept WHERE {same})", "DROP TABLE kept")  # noqa: S608
            self._renew()

    @contextmanager
    def without(self, table: str) -> Iterator[None]:
        """Nobody finds the table within the block."""
        self.run(f"ALTER TABLE {table} RENAME TO {table}_gone")
        try:
            yield
        finally:
            self.run(f"ALTER TABLE {table}_gone RENAME TO {table}")

    def _renew(self) -> None:
        """No process trusts what it knows of a forum."""
        self.run("UPDATE forums SET revision = revision + 1")

    def _on_a_file(self, table: str, verb: str) -> str:
        return (
            f"CREATE TRIGGER breaking_{table}_{verb} BEFORE {verb} ON {table} BEGIN "  # noqa: S608
            "UPDATE breaking SET so_far = so_far - 1; "
            f"SELECT RAISE(ABORT, '{self._words}') WHERE (SELECT so_far FROM breaking) = 0; END"
        )

    def _on_a_server(self) -> Iterator[str]:
        code = f"(ARRAY{list(CODES)})[1 + floor(random() * {len(CODES)})::int]"
        raised = f"RAISE EXCEPTION '{self._words} %', row USING DETAIL = row, HINT = row, ERRCODE = {code}"
        count = "UPDATE breaking SET so_far = so_far - 1 RETURNING so_far INTO left_; row = coalesce(NEW, OLD)::text"
        begin = "CREATE FUNCTION breaking() RETURNS trigger LANGUAGE plpgsql AS"
        yield f"""{begin} $$ DECLARE left_ int; row text; BEGIN
            {count}; IF left_ = 0 THEN {raised}; END IF; RETURN coalesce(NEW, OLD); END $$"""
        for table in _TABLES:
            yield (
                f"CREATE TRIGGER breaking BEFORE {' OR '.join(_VERBS)} ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION breaking()"
            )


@contextmanager
def reaching_into(url: str, words: str) -> Iterator[Faulty]:
    """Let things fail in the database at that URL, saying those words."""
    if url.startswith("sqlite"):
        conn: Any = sqlite3.connect(urlsplit(url).path, timeout=20, isolation_level=None)
    else:
        conn = psycopg.connect(url, autocommit=True)
    with closing(conn):
        yield Faulty(conn, words)


def json_columns() -> Sequence[Column[Any]]:
    """Every column that holds JSON."""
    found = [column for table in metadata.sorted_tables for column in table.columns]
    return [each for each in found if isinstance(getattr(each.type, "impl", each.type), JSON)]


def _primary(table: Any) -> list[str]:
    assert isinstance(table, Table)
    return [each.name for each in table.primary_key]
