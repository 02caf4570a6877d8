"""PostgreSQL through asyncpg: half the processor time for each statement that psycopg needs, as measured here."""

import asyncpg  # type: ignore[import-untyped]  # no types
from sqlalchemy import URL, NullPool
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.engine.codec import JSON
from storage.engine.elapsed import ServerTime, counts_by

DRIVER = "postgresql+asyncpg"
"""What an engine's URL calls this driver."""

_PATIENCE = 10.0  # seconds for a server to answer a new connection; else one that is silent is waited for for minutes
_LAST_PATIENCE = 5.0  # seconds for a server to take back what was begun

AWAY = (
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.TransactionRollbackError,
    asyncpg.InvalidCachedStatementError,
)
"""What the driver raises when the server is not there just now, or when the same may work on a second try."""

CLASH = asyncpg.IntegrityConstraintViolationError
"""What it raises when a row is already there, or something that a row refers to is not."""

FAULT = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""Everything that it raises."""


def open_server(url: URL) -> AsyncEngine:
    """The engine of a server's database; the driver reads the URL, so that `?sslmode=require` and the like hold."""
    plain, time = url.set(drivername="postgresql").render_as_string(hide_password=False), ServerTime()

    async def connect() -> asyncpg.Connection:
        try:
            native = await asyncpg.connect(plain, timeout=_PATIENCE)
        except OSError as error:
            reason = str(error) or f"no answer within {_PATIENCE:.0f} s"
            raise asyncpg.PostgresConnectionError(reason) from error
        try:
            await time.measure(native)
        except BaseException:
            native.terminate()
            raise
        return native

    engine = create_async_engine(
        url,
        async_creator=connect,
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
        **JSON,
    )
    counts_by(engine.dialect, time)
    return engine


async def refuse_writes(native: asyncpg.Connection) -> None:
    """Let every transaction on this connection be one that only reads."""
    await native.execute("SET default_transaction_read_only = on")


async def begin(native: asyncpg.Connection) -> None:
    """Begin to write."""
    await native.execute("BEGIN")


async def begin_to_read(native: asyncpg.Connection) -> None:
    """Begin to read one state of everything."""
    await native.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")


async def commit(native: asyncpg.Connection) -> None:
    """Let it hold; a server that had to give up says so here."""
    if await native.execute("COMMIT") != "COMMIT":
        raise asyncpg.InFailedSQLTransactionError("the transaction had failed and was rolled back")


async def roll_back(native: asyncpg.Connection) -> None:
    """Take back what was begun; a connection on which that fails is cut."""
    try:
        await native.execute("ROLLBACK", timeout=_LAST_PATIENCE)
    except (*FAULT, OSError):
        native.terminate()
