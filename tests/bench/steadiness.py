"""Whether the service stays as it was: what many turns leave behind, how soon it is ready, what it takes at rest."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from signal import SIGTERM
from tempfile import TemporaryDirectory
from time import perf_counter

from aiohttp import ClientSession

from tests.bench.activities import clicks, sentences
from tests.bench.contenders import Surroundings
from tests.bench.load import measure
from tests.bench.speed import FORUMS, IN_FLIGHT, klyngebot
from tests.bench.stores import empty
from tests.bench.town import build
from tests.harness.process import Process

_WARM = (2_000, 200)
_SENTENCES, _CLICKS = 18_000, 2_000


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds: megabytes of memory, open file descriptors, threads."""

    memory: float
    descriptors: int
    threads: int


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds until the service was ready, and megabytes it holds at rest."""

    seconds: float
    memory: float


async def measure_leak(around: Surroundings) -> tuple[Held, Held]:
    """What the process held before and after 20,000 turns, once its pools and caches were filled."""
    with empty("SQLite") as store:
        await build(store.url, around.service_url, count=FORUMS, old=1_000)
        async with klyngebot(around, store.url) as found:
            made = (
                sentences(around.service_url, around.bearer, forums=FORUMS),
                clicks(around.service_url, around.bearer, forums=FORUMS),
            )
            seen = []
            for amounts in (_WARM, (_SENTENCES, _CLICKS)):
                for requests, turns in zip(made, amounts, strict=True):
                    await measure(found.port, requests, turns=turns, in_flight=IN_FLIGHT, processes=[])
                await asyncio.sleep(3)  # for what is still on its way to Teams
                seen.append(held(found.process))
            return seen[0], seen[1]


async def measure_start() -> Start:
    """`klyngebot serve` on a database that exists, from the command until `/readyz` says yes."""
    with TemporaryDirectory(prefix="klyngebot-bench-") as folder:
        await _start(folder)
        return await _start(folder)


async def _start(folder: str) -> Start:
    settings = {"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_DATA": folder, "PORT": "0"}
    process, begun = Process(folder=Path(folder), settings=settings), perf_counter()
    try:
        url = (await process.start(None)).removesuffix("/api/messages")
        async with ClientSession() as session, session.get(f"{url}/readyz", raise_for_status=True):
            seconds = perf_counter() - begun
        await asyncio.sleep(2)
        return Start(seconds, held(process.pid).memory)
    finally:
        await process.end(SIGTERM)


def held(process: int) -> Held:
    """What the process holds now, by Linux' /proc."""
    told = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    return Held(
        memory=int(told["VmRSS"].split()[0]) / 1024,
        descriptors=len(list(Path(f"/proc/{process}/fd").iterdir())),
        threads=int(told["Threads"]),
    )
