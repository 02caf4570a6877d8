"""Databases of the benchmark's own, and the process that serves them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from tests.harness.databases import postgres

Kind = Literal["SQLite", "PostgreSQL"]


@dataclass(frozen=True, slots=True)
class Store:
    """An empty database; `server` is its server's process, if it has one."""

    url: str
    server: int | None


@contextmanager
def empty(kind: Kind) -> Iterator[Store]:
    """A database for the length of the block."""
    with TemporaryDirectory(prefix="klyngebot-bench-") as folder:
        if kind == "SQLite":
            yield Store(f"sqlite:///{folder}/klyngebot.db", None)
            return
        with contextmanager(postgres)(Path(folder)) as url:
            yield Store(url, int(Path(folder, "postmaster.pid").read_text().split()[0]))
