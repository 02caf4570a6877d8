"""Bring a database to the newest shape, and tell whether it has it."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, func, select

from storage import proving
from storage.database import Database

_ONE_AT_A_TIME = 3978  # any number that all replicas agree on


class NewerDatabase(Exception):  # noqa: N818 - it says what is the matter
    """The database has a shape that this program does not know."""


async def upgrade(database: Database) -> None:
    """Run every migration the database still lacks, and let the log vouch for what it left; raises NewerDatabase."""
    if not await is_current(database):
        async with database.writing() as conn, conn.begin():
            await conn.run_sync(_upgrade)
    await proving.begin(database, at=database.elapsed())


async def is_current(database: Database) -> bool:
    """Whether no migration is missing."""
    async with database.reading() as conn:
        return await conn.run_sync(_revision) == _newest()


@cache
def _newest() -> str | None:
    """The last migration that this program knows; to find it, all are read."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerDatabase(str(error)) from None


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
