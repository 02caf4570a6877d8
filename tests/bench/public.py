"""How fast what is public is read beside the same bytes from bare aiohttp, and what a release costs those who work.

Whoever reads, whoever serves and bare aiohttp are a process each, and take turns.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bot.documents.data import to_json
from bot.documents.oparl.keys import BASE
from bot.domain.documents.state import Kind as Paper
from bot.domain.publication.state import Release
from storage import releases
from storage.database import Database
from tests.bench.activities import clicks
from tests.bench.contenders import Surroundings, running
from tests.bench.load import Wrong, measure
from tests.bench.plain import TAG
from tests.bench.speed import FORUMS, IN_FLIGHT, klyngebot
from tests.bench.stores import Kind, empty
from tests.bench.town import MEETING, MOMENT, build, forum_id
from tests.bench.wire import Caller, get
from tests.harness.public_town import open_item, record

URL = "https://klyngebot.example.org"
READ = {
    "page": f"/offentlig/{forum_id(0)}/{MEETING}/dagsorden",
    "OParl object": f"{BASE}/meeting/{forum_id(0)}/{MEETING}",
}

_TOWN = 3  # forums
_ITEMS = 20
_PAUSE = 0.5  # seconds between two releases
_ROUNDS = 5
_TAG = re.compile(rb'\r\nETag: *("[^"]+")', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """Answers a second, the middle one of several runs: ours, and bare aiohttp's of the same bytes."""

    ours: float
    bare: float


@dataclass(frozen=True, slots=True)
class Held:
    """Milliseconds until a click is answered, the middle one: while nothing else goes on, and during releases."""

    quiet: float
    releasing: float


async def measure_reading(
    around: Surroundings, *, turns: int = 2_000, rounds: int = _ROUNDS
) -> dict[tuple[str, str], Read]:
    """By what is read, and whether its reader has it already ("anew", "had already")."""
    with empty("SQLite") as store, TemporaryDirectory() as folder:
        await build(store.url, around.service_url, count=_TOWN)
        await _let_out(store.url, *range(_TOWN))
        async with klyngebot(around, store.url, URL) as ours:
            there = {what: await _asked(ours.port, path) for what, path in READ.items()}
            for what, (_, body) in there.items():
                Path(folder, _name(what)).write_bytes(body)  # noqa: ASYNC240 - nobody is measured yet
            async with running("tests.bench.plain", folder) as bare:
                found: dict[tuple[str, str], Read] = {}
                for what, path in READ.items():
                    pairs = {"anew": ((), ()), "had already": ((_tag(there[what][0]),), (TAG,))}
                    for how, (own, others) in pairs.items():
                        rates = [
                            (
                                await _rate(ours.port, path, *own, turns=turns),
                                await _rate(bare.port, f"/{_name(what)}", *others, turns=turns),
                            )
                            for _ in range(rounds)
                        ]
                        found[what, how] = Read(*map(median, zip(*rates, strict=True)))
                return found


async def measure_release(around: Surroundings, kind: Kind, *, forums: int = FORUMS, turns: int = 150) -> Held:
    """A click alone, and the same while one forum after another lets an agenda out that is drawn in every way."""
    with empty(kind) as store:
        await build(store.url, around.service_url, count=forums)
        async with klyngebot(around, store.url, URL) as found:
            made = clicks(around.service_url, around.bearer, forums=forums)
            waiting = iter(range(forums))
            spent: list[tuple[float, float]] = []

            async def press() -> float:
                load = await measure(found.port, made, turns=turns, in_flight=1, processes=[])
                return load.quantile(0.5) * 1000

            await press()
            for _ in range(_ROUNDS):
                quiet = await press()
                async with _releasing(store.url, found.port, waiting):
                    spent.append((quiet, await press()))
            return Held(*map(median, zip(*spent, strict=True)))


@asynccontextmanager
async def _releasing(database_url: str, port: int, forums: Iterator[int]) -> AsyncIterator[None]:
    """Releases one after another, each read as a page, as data and as a PDF that nobody has drawn before."""

    async def release() -> None:
        for number in forums:
            await _let_out(database_url, number)
            for path in _all_of(number):
                await _asked(port, path)
            await asyncio.sleep(_PAUSE)

    task = asyncio.create_task(release())
    try:
        yield
    finally:
        if task.done():
            task.result()  # otherwise nothing would have gone on
            raise Wrong("there were too few forums for so many clicks")
        task.cancel()
        await asyncio.wait({task})


def _all_of(number: int) -> tuple[str, ...]:
    paper = f"/offentlig/{forum_id(number)}/{MEETING}/dagsorden"
    return paper, f"{BASE}/meeting/{forum_id(number)}/{MEETING}", f"{paper}.pdf"


async def _let_out(database_url: str, *numbers: int) -> None:
    """Store a release of each forum's agenda, as the use case does."""
    database = Database(database_url)
    try:
        for number in numbers:
            new, data = _release(number)
            async with database.writing(new.forum) as conn:
                await releases.add(conn, new, data)
    finally:
        await database.close()


def _release(number: int) -> tuple[Release, bytes]:
    """The agenda of a forum that nobody else's is like, and that it was let out."""
    items = (open_item(each, f"Sag {number}-{each}") for each in range(1, _ITEMS + 1))
    told = replace(record(Paper.AGENDA, items), forum=forum_id(number), meeting=MEETING)
    data = to_json(told)
    new = Release(
        forum=told.forum,
        number=0,
        meeting=MEETING,
        kind=told.kind,
        edition=0,
        version=told.version,
        digest=sha256(data).hexdigest(),
        by="sekretariat-kommuner",
        at=MOMENT,
        visible_at=MOMENT,
    )
    return new, data


async def _rate(port: int, path: str, tag: str = "", *, turns: int) -> float:
    request = get(path, *([f"If-None-Match: {tag}"] if tag else []))
    wanted = 304 if tag else 200
    load = await measure(port, repeat(request), turns=turns, in_flight=IN_FLIGHT, processes=[], wanted=wanted)
    return load.rate


def _tag(head: bytes) -> str:
    """By what the answer is known."""
    found = _TAG.search(head)
    if found is None:
        raise Wrong(f"it has no tag: {head!r}")
    return found[1].decode()


async def _asked(port: int, path: str) -> tuple[bytes, bytes]:
    _, caller = await asyncio.get_running_loop().create_connection(Caller, "127.0.0.1", port)
    try:
        head, body = await caller.answered(get(path))
    finally:
        caller.close()
    if not head.startswith(b"HTTP/1.1 200"):
        raise Wrong(f"{path}: {head[:200]!r}")
    return head, body


def _name(what: str) -> str:
    return what.replace(" ", "-")
