"""The tests' one process: `klyngebot serve` on its own, started, stopped and killed, and commands beside it."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

PATIENCE = 60.0  # seconds, on a machine that does much else
_ROOT = Path(__file__).parents[2]
_MAIN = "from bot.cli import main; main()"
EACH_FAULT = "from bot.journal import repeats; repeats.WINDOW = 0.0; "
"""What comes before it where each fault is to be told, and not each kind of fault once a minute."""
_WRONG = ("-m", "tests.harness.wrong_clock")
_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT")
LISTENS = "Klyngebot lytter på "
"""What it prints once it can be reached, before where."""
_MOST_LINES = 400  # of what one process complains about


@dataclass(frozen=True, slots=True)
class Complaint:
    """A line that the process wrote to stderr, and the loop's time when it came."""

    at: float
    line: str


@dataclass(slots=True, kw_only=True)
class Process:
    """Not started yet, or ended, where `url` is None; it can be started again.

    It is started on a machine whose clock is ahead by so much, or behind.
    """

    folder: Path
    settings: Mapping[str, str]
    url: str | None = None
    ahead: timedelta = timedelta(0)
    complaints: deque[Complaint] = field(default_factory=lambda: deque(maxlen=_MOST_LINES))
    tracebacks: list[Complaint] = field(default_factory=list)  # of each the line that it came with, and its type
    before: str = ""
    printed: str = ""  # on stdout, once it has ended
    _process: asyncio.subprocess.Process | None = None
    _reading: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """The number of the running process."""
        assert self._process is not None
        return self._process.pid

    async def start(self, moment: datetime | None) -> str:
        """Start it with its clock pinned to that moment; where it listens."""
        self._process = process = await _run(
            self.folder, self.settings, moment, "serve", before=self.before, ahead=self.ahead
        )
        self._reading = asyncio.create_task(self._read(process))
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            line = (await process.stdout.readline()).decode()
        if not line.startswith(LISTENS):
            raise RuntimeError(f"klyngebot did not start: {line} {[each.line for each in self.complaints]}")
        self.url = line.removeprefix(LISTENS).strip()
        return self.url

    def send(self, number: int) -> None:
        """Send the running process that signal."""
        os.kill(self.pid, number)

    async def end(self, number: int) -> int:
        """Send it that signal, and wait until it is gone; its exit code, 0 where it had not been started."""
        process, self.url = self._process, None
        if process is None:
            return 0
        if process.returncode is None:
            self.send(number)
        async with asyncio.timeout(PATIENCE):
            code = await process.wait()
        if self._reading is not None and process.stdout is not None:
            await self._reading
            self.printed += (await process.stdout.read()).decode(errors="replace")
        self._process = self._reading = None
        return code

    async def kill(self) -> None:
        """Whatever it was doing ends here."""
        await self.end(signal.SIGKILL)

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None
        now = asyncio.get_running_loop().time
        last = Complaint(now(), "")
        async for line in process.stderr:
            said = Complaint(now(), line.decode(errors="replace").rstrip())
            if said.line.startswith("  ") and last.line.startswith("  "):
                before = self.tracebacks.pop()
                self.tracebacks.append(replace(before, line=f"{before.line} / {said.line.strip()}"))
            elif said.line.startswith("  "):
                self.tracebacks.append(Complaint(said.at, f"{last.line}: {said.line.strip()}"))
            self.complaints.append(last := said)


async def command(folder: Path, settings: Mapping[str, str], moment: datetime, *arguments: str) -> tuple[int, str, str]:
    """Run another command to its end: its exit code, and what it wrote to stdout and to stderr."""
    process = await _run(folder, settings, moment, *arguments)
    try:
        async with asyncio.timeout(PATIENCE):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


def environment(settings: Mapping[str, str], moment: datetime | None) -> dict[str, str]:
    """What a process is started with: nothing of the tests' own but what every program needs."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    pinned = {"KLYNGEBOT_NOW": moment.isoformat()} if moment is not None else {}
    return {**kept, "PYTHONPATH": str(_ROOT), **pinned, **settings}


async def _run(
    folder: Path,
    settings: Mapping[str, str],
    moment: datetime | None,
    *arguments: str,
    ahead: timedelta = timedelta(0),
    before: str = "",
) -> asyncio.subprocess.Process:
    env = environment(settings, moment)
    program = (*_WRONG, str(int(ahead.total_seconds()))) if ahead else ("-c", before + _MAIN)
    return await asyncio.create_subprocess_exec(
        sys.executable, *program, *arguments, cwd=folder, env=env, stdout=PIPE, stderr=PIPE
    )
