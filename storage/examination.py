"""Whether a database can do its part, found out by letting it: a write that leaves nothing, a look at every page."""

import asyncio
import secrets
import sqlite3
from contextlib import closing
from datetime import datetime

from sqlalchemy import Text, cast, delete, func, literal_column, select

from storage.answered import answered
from storage.database import Database
from storage.engine.schema import metadata
from storage.engine.upsert import upsert

_KEY = {"conversation": "readyz", "sender": "", "activity": ""}
_SIZE = 32 * 1024  # characters: as large as what a turn may write, so that room for a byte is not taken for room


async def try_to_write(database: Database, now: datetime) -> None:
    """Write a row, let it hold, and take it away; raises DatabaseFault where that cannot be done."""
    row = _KEY | {"at": now, "card": {"": secrets.token_hex(_SIZE // 2)}, "summary": ""}
    async with database.writing(wakes=False) as conn:
        await conn.execute(upsert(answered, "at", "card").values(**row))
    async with database.writing(wakes=False) as conn:
        await conn.execute(delete(answered).where(*(answered.c[name] == value for name, value in _KEY.items())))


async def damage(database: Database) -> str | None:
    """Read everything that is stored: the first damage that SQLite names, or None; raises DatabaseFault for others."""
    if database.file is not None:
        return await asyncio.to_thread(_quick_check, database.file)
    async with database.reading() as conn:
        for table in metadata.sorted_tables:
            whole = func.length(cast(literal_column(table.name), Text))
            await conn.execute(select(func.sum(whole)).select_from(table))
    return None


def _quick_check(file: str) -> str | None:
    with closing(sqlite3.connect(file)) as native:
        said = str(native.execute("PRAGMA quick_check(1)").fetchone()[0])
    return None if said == "ok" else said.splitlines()[-1]
