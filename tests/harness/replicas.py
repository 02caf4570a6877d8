"""`klyngebot serve` twice, as processes that are killed and started again, with all that they complain about."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_KLYNGEBOT = (sys.executable, "-c", "from bot.cli import main; main()")
_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT")
_PATIENCE = 60.0  # seconds, on a machine that does much else
_LISTENS = "Klyngebot lytter på "
_MOST_LINES = 400  # of what one replica complains about


@dataclass(frozen=True, slots=True)
class Complaint:
    """A line that a replica wrote to stderr, and the loop's time when it came."""

    at: float
    line: str


@dataclass(slots=True)
class Replica:
    """One of the processes; `url` is None while nobody listens."""

    url: str | None = None
    process: Process | None = None
    reading: asyncio.Task[None] | None = None


@dataclass(slots=True, kw_only=True)
class Replicas:
    """Both processes on one database, always with the same pinned clock, and `command` beside them."""

    folder: Path
    settings: Mapping[str, str]
    moment: datetime
    each: tuple[Replica, Replica] = field(default_factory=lambda: (Replica(), Replica()))
    complaints: deque[Complaint] = field(default_factory=lambda: deque(maxlen=_MOST_LINES))
    tracebacks: list[Complaint] = field(default_factory=list)
    kills: int = 0
    starts: int = 0

    def urls(self) -> list[str]:
        """Where somebody listens."""
        return [each.url for each in self.each if each.url is not None]

    async def start(self, replica: Replica) -> None:
        """Start one, and return when it listens."""
        self.starts += 1
        replica.process = process = await self._run("serve")
        assert process.stdout is not None
        replica.reading = asyncio.create_task(self._read(process))
        async with asyncio.timeout(_PATIENCE):
            line = (await process.stdout.readline()).decode()
        if not line.startswith(_LISTENS):
            raise RuntimeError(f"a replica did not start: {[each.line for each in self.complaints]}")
        replica.url = line.removeprefix(_LISTENS).strip()

    async def kill(self, replica: Replica) -> None:
        """SIGKILL: whatever it was doing ends here."""
        self.kills += 1
        await self._end(replica, signal.SIGKILL)

    async def stop(self, replica: Replica) -> int:
        """SIGTERM; the exit code."""
        return await self._end(replica, signal.SIGTERM)

    async def command(self, *arguments: str) -> tuple[int, str]:
        """The exit code of a command, and what it said."""
        process = await self._run(*arguments)
        out, err = await process.communicate()
        return process.returncode or 0, (out + err).decode()

    async def _end(self, replica: Replica, number: int) -> int:
        process, replica.url = replica.process, None
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(number)
        async with asyncio.timeout(_PATIENCE):
            code = await process.wait()
        if replica.reading is not None:
            await replica.reading
        replica.process = replica.reading = None
        return code

    async def _read(self, process: Process) -> None:
        assert process.stderr is not None
        now = asyncio.get_running_loop().time
        is_inside = False
        async for line in process.stderr:
            said = Complaint(now(), line.decode(errors="replace").rstrip())
            if is_inside and not said.line.startswith(" "):
                self.tracebacks.append(said)  # the exception's own line
            is_inside = said.line.startswith("Traceback") or (is_inside and said.line.startswith(" "))
            self.complaints.append(said)

    async def _run(self, *arguments: str) -> Process:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        here = {"PYTHONPATH": str(_ROOT), "KLYNGEBOT_NOW": self.moment.isoformat()}
        return await asyncio.create_subprocess_exec(
            *_KLYNGEBOT, *arguments, cwd=self.folder, env={**kept, **here, **self.settings}, stdout=PIPE, stderr=PIPE
        )


@asynccontextmanager
async def two_replicas(folder: Path, database_url: str, moment: datetime) -> AsyncIterator[Replicas]:
    """Two that are not started yet; none is left afterwards."""
    settings = {
        "KLYNGEBOT_AUTH": "off",
        "KLYNGEBOT_LIMITS": "off",
        "KLYNGEBOT_DATABASE_URL": database_url,
        "KLYNGEBOT_DATA": str(folder / "data"),
        "PORT": "0",
    }
    replicas = Replicas(folder=folder, settings=settings, moment=moment)
    try:
        yield replicas
    finally:
        for each in replicas.each:
            await replicas.kill(each)
