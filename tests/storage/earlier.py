"""A database as an earlier version left it, with Klynge Nord and its meetings in it as they were stored then."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

import storage
from storage.database import Database
from storage.engine.types import Plain, UtcTime
from tests.harness.klynge_nord import klynge_nord
from tests.harness.stored import FORUMS, put_row, shown, stored_forum

NORD = "politisk-klynge-nord"
Row = dict[str, Any]


@asynccontextmanager
async def as_of(url: str, revision: str) -> AsyncIterator[Database]:
    """That database, migrated no further than that."""
    database = Database(url)
    try:
        async with database.writing() as conn, conn.begin():
            await conn.run_sync(lambda connection: _upgrade(connection, revision))
        await put_row(database, stored_forum(next(path for path in FORUMS if shown(path) == f"v1/{NORD}")))
        await put(database, "meetings", (_meeting(each) for each in klynge_nord().meetings))
        yield database
    finally:
        await database.close()


def before(name: str) -> str:
    """The revision that the migration whose file ends so follows upon."""
    found = next(each for each in _scripts().walk_revisions() if Path(each.path).stem.endswith(name))
    return str(found.down_revision)


async def put(database: Database, table: str, rows: Iterable[Row]) -> None:
    """Store rows as they are, past everything that today's code knows of that table."""
    async with database.writing(NORD) as conn:
        for row in rows:
            columns = (sa.column(name, _type(value)) for name, value in row.items())
            await conn.execute(sa.insert(sa.table(table, *columns)).values(**row))


def _type(value: Any) -> Any:
    if isinstance(value, datetime):
        return UtcTime
    return Plain if isinstance(value, dict | list) else None


def _meeting(meeting: Any) -> Row:
    own = {name: getattr(meeting, name) for name in ("id", "starts", "ends", "place", "host")}
    return own | {"forum": NORD, "is_ended": False}


def _upgrade(connection: sa.Connection, revision: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(storage.__file__ or "").parent / "migrations"))
    return config
