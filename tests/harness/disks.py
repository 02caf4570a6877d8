"""Disks that are full, databases that are closed to writing, and pages that are damaged, while somebody uses them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine, event

_FULL = "ERRCODE = '53100', DETAIL = 'No space left on device'"


class Disk:
    """The disk of a database of either kind, in this process, from its first connection on."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._files: list[sqlite3.Connection] = []

    def hear(self, connection: Any, _record: object) -> None:
        """Of each connection that is made."""
        native = getattr(connection, "driver_connection", connection)
        if isinstance(native, sqlite3.Connection):
            self._files.append(native)

    def fill(self) -> None:
        """Leave room for nothing more."""
        for native in self._files:
            pages = native.execute("PRAGMA page_count").fetchone()[0]
            native.execute(f"PRAGMA max_page_count = {pages}")
        if not self._files:
            with psycopg.connect(self._url, autocommit=True) as conn:
                conn.execute(
                    "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS "
                    f"$$ BEGIN RAISE EXCEPTION 'could not extend file' USING {_FULL}; END $$"
                )
                for table in ("answered", "proposals"):
                    conn.execute(
                        f"CREATE TRIGGER no_room BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION no_room()"
                    )

    def clear(self) -> None:
        """Make room again."""
        for native in self._files:
            native.execute("PRAGMA max_page_count = 4294967294")
        if not self._files:
            with psycopg.connect(self._url, autocommit=True) as conn:
                conn.execute("DROP FUNCTION no_room CASCADE")


@contextmanager
def disk_of(url: str) -> Iterator[Disk]:
    """The disk of a database that is opened within the block."""
    disk = Disk(url)
    event.listen(Engine, "connect", disk.hear)
    try:
        yield disk
    finally:
        event.remove(Engine, "connect", disk.hear)


def overwrite(file: Path, table: str) -> None:
    """Write over the page of the file that everything in the table is found by, as a broken disk would."""
    with closing(sqlite3.connect(file)) as native:
        native.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = native.execute("PRAGMA page_size").fetchone()
        (page,) = native.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    with file.open("r+b") as raw:
        raw.seek((page - 1) * size)
        raw.write(b"\xff" * size)
