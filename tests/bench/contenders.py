"""The contenders as processes of their own, each beside a Teams that takes everything at once."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.bench.wire import Sink
from tests.harness.issuer import Issuer, running_issuer

_STOPS_WITHIN = 30.0  # seconds
_STARTS_WITHIN = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where cards go, and who signs the tokens."""

    service_url: str
    issuer: Issuer

    @property
    def bearer(self) -> str:
        """The header of a good token."""
        return f"Bearer {self.issuer.token(serviceurl=self.service_url)}"


@dataclass(frozen=True, slots=True)
class Running:
    """A contender that listens."""

    port: int
    process: int


@asynccontextmanager
async def surroundings() -> AsyncIterator[Surroundings]:
    """A connector and a token issuer in this process."""
    server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", 0)
    async with running_issuer() as issuer:
        yield Surroundings(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", issuer)
    server.close()


@asynccontextmanager
async def running(module: str, *arguments: str) -> AsyncIterator[Running]:
    """A Python module that prints the port it listens on; it is gone afterwards, whatever happens."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, stdout=PIPE, stderr=DEVNULL
    )
    try:
        yield Running(await _told_port(process), process.pid)
    finally:
        await _stop(process)


async def _told_port(process: Process) -> int:
    assert process.stdout is not None
    async with asyncio.timeout(_STARTS_WITHIN):
        return int(await process.stdout.readline())


async def _stop(process: Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(_STOPS_WITHIN):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
