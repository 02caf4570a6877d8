"""What earlier versions stored, in `tests/data/stored`: never edited, only added to."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import column, insert, table

from storage.database import Database

_FOLDER = Path(__file__).parents[1] / "data" / "stored"
CHARTERS = sorted(_FOLDER.glob("*/charters/*.yaml"))
FORUMS = sorted(_FOLDER.glob("*/forums/*.json"))


def shown(path: Path) -> str:
    """Like `v1/kosu-2022`."""
    return f"{path.parent.parent.name}/{path.stem}"


def stored_forum(path: Path) -> dict[str, Any]:
    """A row of `forums`: JSON columns as data, text as it is."""
    row: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return row


async def put_row(database: Database, row: dict[str, Any]) -> None:
    """Store a row as another version would have, past everything that this version checks."""
    values = {key: json.dumps(value) if isinstance(value, dict) else value for key, value in row.items()}
    async with database.writing() as conn:
        await conn.execute(insert(table("forums", *map(column, values))).values(**values))
