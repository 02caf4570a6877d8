"""`export --tables`: every table that proves something, and the log, as files for an archive that keeps tables.

Everything is in it, closed items too. A file that stands in a table is a file of its own, named by its checksum.
"""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from bot.config import Settings
from bot.filing.folders import put
from bot.main import clock_of, open_database
from bot.operations import Failed, Lines
from cards.kit.table import table
from cards.kit.words import count
from storage.archive import Column, columns_of, rows_of, tables

FOLDER, README, CLOSED = "tabeller-", "LAESMIG.txt", "Tabellerne indeholder også lukkede punkter. Giv dem ikke videre."
_BINARY = "filer"
_ABOUT = (
    "Tabeller fra Klyngebot til arkivering",
    "",
    CLOSED,
    "",
    "Hver fil er en tabel: UTF-8 med BOM, semikolon imellem, CRLF efter hver række, første række er kolonnernes navne.",
    "En celle, der ville begynde en formel i et regneark, og en, der begynder med en apostrof, står efter en apostrof.",
    "Tidspunkter er ISO 8601 i UTC, sandt og falsk er 1 og 0, sammensatte værdier er JSON, og en tom celle er ingen"
    " værdi.",
    f"Filer (bilag) ligger i mappen {_BINARY}, navngivet efter deres SHA-256, som står i cellen.",
    "Tabellen audit er loggen: Hver post har den forriges kontrolsum i sin egen, så en ændring kan ses.",
)


async def export_tables(settings: Settings, out: Path) -> Lines:
    """A folder of today with a file for each table; raises Failed where there is one already."""
    folder = out / f"{FOLDER}{clock_of(settings).now().date().isoformat()}"
    if folder.exists():
        raise Failed(f"Mappen findes allerede: {folder}")
    files: dict[str, bytes] = {}
    about = [*_ABOUT]
    async with open_database(settings) as database, database.snapshot() as conn:
        for name in tables():
            columns = columns_of(name)
            rows = [list(_cells(row, files)) async for row in rows_of(conn, name)]
            files[f"{name}.csv"] = table([[each.name for each in columns], *rows]).encode()
            about += ["", f"{name}.csv ({count(len(rows), 'række', 'rækker')})", *map(_described, columns)]
    files[README] = ("\r\n".join(about) + "\r\n").encode()
    if not put(folder, files):
        raise Failed(f"Mappen findes allerede: {folder}")
    yield f"{folder}: {count(len(tables()), 'tabel', 'tabeller')}."
    yield CLOSED


def _described(column: Column) -> str:
    marks = [column.kind, *(["nøgle"] if column.is_key else []), *([f"i {column.of}"] if column.of else [])]
    return f"  {column.name}: {', '.join(marks)}"


def _cells(row: tuple[Any, ...], files: dict[str, bytes]) -> Iterator[str]:
    for value in row:
        if isinstance(value, bytes):
            digest = sha256(value).hexdigest()
            files[f"{_BINARY}/{digest}"] = value
            yield digest
        else:
            yield _cell(value)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case datetime():
            return value.isoformat()
        case str() | int() | float():
            return str(value)
        case _:
            return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
