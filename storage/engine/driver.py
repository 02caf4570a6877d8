"""The driver's own connection beneath SQLAlchemy's: what runs there is not interpreted, which is most of the time."""

import sqlite3
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import server, sqlite
from storage.engine.trouble import LASTING, trouble_of


def native_of(conn: AsyncConnection) -> Any:
    """The connection of sqlite3 or asyncpg."""
    return cast(Connection, conn.sync_connection).connection.driver_connection


def is_file(native: Any) -> bool:
    """Whether the connection leads to SQLite, which answers at once, and not to a server."""
    return isinstance(native, sqlite3.Connection)


async def begin(conn: AsyncConnection) -> None:
    """Begin to write; everything until `commit` holds, or nothing of it."""
    native = native_of(conn)
    await (sqlite.begin(native) if is_file(native) else server.begin(native))


async def begin_to_read(conn: AsyncConnection) -> None:
    """See from now on what stood at the first look, until `roll_back`."""
    native = native_of(conn)
    if is_file(native):
        native.cursor(sqlite3.Cursor).execute("BEGIN")
    else:
        await server.begin_to_read(native)


async def commit(conn: AsyncConnection) -> None:
    """Make what was written since `begin` hold."""
    native = native_of(conn)
    await (sqlite.commit(native) if is_file(native) else server.commit(native))


async def roll_back(conn: AsyncConnection) -> None:
    """Take back what was written since `begin`, if anything."""
    native = native_of(conn)
    if is_file(native):
        native.rollback()
    else:
        await server.roll_back(native)


async def refuse_writes(conn: AsyncConnection) -> None:
    """Let the database refuse everything that would write on this connection from now on."""
    native = native_of(conn)
    if is_file(native):
        native.cursor(sqlite3.Cursor).execute("PRAGMA query_only = ON")
    else:
        await server.refuse_writes(native)


def is_cut(conn: AsyncConnection) -> bool:
    """Whether the server has hung up, or SQLAlchemy has, even if it was cancelled half way."""
    if conn.invalidated:
        return True
    native = native_of(conn)
    return native is None or (not is_file(native) and native.is_closed())


def told(error: BaseException) -> DBAPIError | None:
    """How SQLAlchemy should have told a driver's error, None for what was told right or is none.

    A full disk is no OperationalError: whoever is told of that tries again at once.
    """
    if trouble_of(error)[0] in LASTING:
        return DBAPIError(None, None, cast(Exception, getattr(error, "orig", error)))
    cause = error.orig.__cause__ if isinstance(error, DBAPIError) and error.orig else error
    if isinstance(cause, (sqlite3.OperationalError, *server.AWAY)) and not isinstance(cause, ValueError):
        return OperationalError(None, None, cause)
    if isinstance(cause, (sqlite3.IntegrityError, server.CLASH)):
        return IntegrityError(None, None, cause)
    return DBAPIError(None, None, error) if isinstance(error, (sqlite3.Error, *server.FAULT)) else None
