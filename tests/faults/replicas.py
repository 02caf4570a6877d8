"""`klyngebot serve` twice on one database, killed and started again."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from signal import SIGTERM

from tests.harness.process import EACH_FAULT, Complaint, Process, command


@dataclass(slots=True, kw_only=True)
class Replicas:
    """Both processes, always with the same pinned clock, and `command` beside them."""

    folder: Path
    settings: Mapping[str, str]
    moment: datetime
    each: tuple[Process, Process]
    kills: int = 0
    starts: int = 0

    def urls(self) -> list[str]:
        """Where somebody listens."""
        return [each.url for each in self.each if each.url is not None]

    @property
    def tracebacks(self) -> list[Complaint]:
        """Each fault that one of them told of."""
        return [traceback for each in self.each for traceback in each.tracebacks]

    async def start(self, replica: Process) -> None:
        """Start one, and return when it listens."""
        self.starts += 1
        await replica.start(self.moment)

    async def kill(self, replica: Process) -> None:
        """SIGKILL: whatever it was doing ends here."""
        self.kills += 1
        await replica.kill()

    async def stop_all(self) -> list[int]:
        """SIGTERM to both; the exit codes."""
        return list(await asyncio.gather(*(each.end(SIGTERM) for each in self.each)))

    async def command(self, *arguments: str) -> tuple[int, str]:
        """The exit code of a command, and what it said."""
        code, out, err = await command(self.folder, self.settings, self.moment, *arguments)
        return code, out + err


@asynccontextmanager
async def two_replicas(folder: Path, database_url: str, moment: datetime) -> AsyncIterator[Replicas]:
    """Two that are not started yet; none is left afterwards."""
    settings = {
        "KLYNGEBOT_AUTH": "off",
        "KLYNGEBOT_LIMITS": "off",
        "KLYNGEBOT_CHECK_LINKS": "off",  # what is typed here stands nowhere
        "KLYNGEBOT_DATABASE_URL": database_url,
        "KLYNGEBOT_DATA": str(folder / "data"),
        "PORT": "0",
    }
    one, other = (Process(folder=folder, settings=settings, before=EACH_FAULT) for _ in range(2))
    try:
        yield Replicas(folder=folder, settings=settings, moment=moment, each=(one, other))
    finally:
        await asyncio.gather(*(process.kill() for process in (one, other)))
