"""The night's copy of a database, and putting it back: a file with its log, or a PostgreSQL database as a template."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

_BESIDE = ("", "-wal", "-shm")


def keep(url: str) -> None:
    """Copy it as it stands; a PostgreSQL must not be in use."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        _copy(Path(parts.path[1:]), _night(Path(parts.path[1:])))
    else:
        _recreate(url, parts.path[1:], f"{parts.path[1:]}_night")


def put_back(url: str) -> None:
    """Let the copy take the place of the database, which nobody uses."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        _copy(_night(Path(parts.path[1:])), Path(parts.path[1:]))
    else:
        _recreate(url, f"{parts.path[1:]}_night", parts.path[1:])


def _night(file: Path) -> Path:
    return file.with_name(f"{file.name}.night")


def _copy(old: Path, new: Path) -> None:
    for ending in _BESIDE:
        source, target = (file.with_name(file.name + ending) for file in (old, new))
        target.unlink(missing_ok=True)
        if source.exists():
            shutil.copy(source, target)


def _recreate(url: str, of: str, name: str) -> None:
    maintenance = urlunsplit(urlsplit(url)._replace(path="/postgres"))
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    with psycopg.connect(maintenance, autocommit=True) as conn:
        conn.execute(drop)
        conn.execute(create.format(sql.Identifier(name), sql.Identifier(of)))
