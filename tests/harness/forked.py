"""`klyngebot serve` forked from a process that has read the program already: to begin it costs no start of Python."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.harness.process import LISTENS, PATIENCE, environment


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Forked:
    """A process that waits until it may begin; what it then complains of is in `complaints`."""

    complaints: Path
    _process: BaseProcess
    _ours: Pipe

    async def begin(self) -> str:
        """Let it begin; where it listens, or nothing where it was killed before it did."""
        self._ours.send(None)
        async with asyncio.timeout(PATIENCE):
            line = await asyncio.to_thread(_first_line, self._ours)
        return line.removeprefix(LISTENS).strip()

    def kill(self) -> None:
        """Whatever it was doing ends here."""
        self._process.kill()

    async def gone(self) -> None:
        """Returns once it was killed, and had had nothing to complain of."""
        await asyncio.to_thread(self._process.join, PATIENCE)
        ended, said = self._process.exitcode, self.complaints.read_text("utf-8")
        self.kill()  # where nothing else did
        assert ended == -signal.SIGKILL, f"nobody killed it: {said}"
        assert "Traceback" not in said, said


async def forked(
    folder: Path, settings: Mapping[str, str], moment: datetime, first: Callable[[], None] = _nothing
) -> Forked:
    """One whose clock is pinned to that moment, and which calls `first` before anything else."""
    ours, its = _prepared().Pipe()
    complaints = folder / "complaints"
    given = (environment(settings, moment), folder, complaints, its, first)
    process = _prepared().Process(target=_serve, args=given, daemon=True)
    await asyncio.to_thread(process.start)
    its.close()
    return Forked(complaints, process, ours)


@cache
def _prepared() -> ForkServerContext:
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.harness.read_ahead", "tests.harness.dying"])
    return context


def _serve(env: Mapping[str, str], folder: Path, complaints: Path, its: Pipe, first: Callable[[], None]) -> None:
    its.recv()
    os.environ.clear()
    os.environ.update(env)
    os.chdir(folder)
    sys.stdout = os.fdopen(its.fileno(), "w", encoding="utf-8")
    sys.stderr = complaints.open("w", encoding="utf-8", buffering=1)
    from bot.cli import main

    first()
    main(["serve"])


def _first_line(ours: Pipe) -> str:
    with os.fdopen(os.dup(ours.fileno()), encoding="utf-8") as lines:
        return lines.readline()
