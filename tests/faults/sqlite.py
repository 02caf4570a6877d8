"""A SQLite file that both replicas share: they are on one machine, whose clock is the only one that it has."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_COPY = "klyngebot.db"
_BESIDE = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """A file of the run's own."""

    path: Path

    @property
    def url(self) -> str:
        """Where it is."""
        return f"sqlite:///{self.path.as_posix()}"

    async def copy(self, folder: Path) -> None:
        """Copy it into a folder, as `sqlite3 klyngebot.db ".backup …"` does while it is written to."""
        await asyncio.to_thread(self._copy, folder)

    async def put_back(self, folder: Path) -> None:
        """Put that copy in its place, and take away what was written since and stands beside it."""
        await asyncio.to_thread(self._put_back, folder)

    def _copy(self, folder: Path) -> None:
        folder.mkdir()
        with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(folder / _COPY)) as target:
            source.backup(target)

    def _put_back(self, folder: Path) -> None:
        for beside in _BESIDE:
            Path(f"{self.path}{beside}").unlink(missing_ok=True)
        shutil.copyfile(folder / _COPY, self.path)
