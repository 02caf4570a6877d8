"""The driver's own connection beneath SQLAlchemy's: nothing is interpreted there, errors are told alike."""

import select as polling
import sqlite3
from typing import Any, NoReturn, cast

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
    try:
        await (sqlite.begin(line) if is_file(line) else line.execute("BEGIN"))
    except Exception as error:  # noqa: BLE001 - it is told on
        tell(conn, "BEGIN", error)


async def commit(conn: AsyncConnection) -> None:
    """Make what was written since `begin` hold."""
    line = line_of(conn)
    try:
        await (sqlite.commit(line) if is_file(line) else line.commit())
    except Exception as error:  # noqa: BLE001 - it is told on
        tell(conn, "COMMIT", error)


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


def tell(conn: AsyncConnection, sql: str, error: Exception) -> NoReturn:
    """Raises a driver's error as SQLAlchemy would have told it, and anything else as it is."""
    if not isinstance(error, conn.dialect.loaded_dbapi.Error):
        raise error
    names = {each.__name__ for each in type(error).__mro__}
    kinds = (IntegrityError, OperationalError, InterfaceError)
    kind = next((each for each in kinds if each.__name__ in names), DBAPIError)
    raise kind(sql, None, error) from error
