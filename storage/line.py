"""The driver's own connection beneath SQLAlchemy's: nothing is interpreted there, errors are told alike."""

import select as polling
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sqlite


def line_of(conn: AsyncConnection) -> Any:
    """The connection of sqlite3 or psycopg."""
    return cast(Connection, conn.sync_connection).connection.driver_connection


def is_file(line: Any) -> bool:
    """Whether the line leads to SQLite, which answers at once, and not to a server."""
    return isinstance(line, sqlite3.Connection)


async def begin(conn: AsyncConnection) -> None:
    """Begin to write; everything until `commit` holds, or nothing of it."""
    line = line_of(conn)
    with told(conn, "BEGIN"):
        await (sqlite.begin(line) if is_file(line) else line.execute("BEGIN"))


async def commit(conn: AsyncConnection) -> None:
    """Make what was written since `begin` hold."""
    line = line_of(conn)
    with told(conn, "COMMIT"):
        await (sqlite.commit(line) if is_file(line) else line.commit())


def is_cut(conn: AsyncConnection) -> bool:
    """Whether the server is gone: an idle line that has something to say says that. A ping would cost a trip."""
    line = line_of(conn)
    if is_file(line):
        return False
    if line.closed:
        return True
    heard = polling.poll()
    heard.register(line.fileno(), polling.POLLIN)
    return bool(heard.poll(0))


@contextmanager
def told(conn: AsyncConnection, sql: str) -> Iterator[None]:
    """Raises a driver's error as SQLAlchemy would have told it."""
    try:
        yield
    except conn.dialect.loaded_dbapi.Error as error:
        names = {each.__name__ for each in type(error).__mro__}
        kinds = (IntegrityError, OperationalError, InterfaceError)
        kind = next((each for each in kinds if each.__name__ in names), DBAPIError)
        raise kind(sql, None, error) from error
