"""What it costs to understand a sentence, beside what the last release did: the nearest of all commands by its letters.

Both read each sentence of the kept table once a round at the moment that it is said; a fresh round follows one that
nobody counts, and the middle round is told. Each takes processor time, so that other work counts less.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import thread_time

from rapidfuzz import fuzz, process

from bot.process import settle_memory
from bot.usecases.phrases import spell_out
from bot.usecases.topics import PHRASES
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.klynge_nord import charter_texts, klynge_nord
from tests.harness.sentences import Row, rows, tried
from tests.harness.situations import moments

NEAREST = "rapidfuzz, nearest command"
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of the processor."""

    p50: float
    p99: float


async def measure_understanding() -> dict[str, Cost]:
    """By who understands."""
    table = rows("kept.tsv")
    with TemporaryDirectory() as folder:
        database = await _example(Path(folder))
        known = await moments(database)
        await database.close()
    ours = _cost(lambda: [each.seconds for each in tried(table, known)])
    return {"klyngebot": ours, NEAREST: _cost(lambda: _nearest(table))}


async def _example(folder: Path) -> Database:
    database = Database(f"sqlite:///{folder / 'example.sqlite'}")
    await upgrade(database)
    async with database.writing(klynge_nord().id) as conn:
        await forums.put(conn, klynge_nord(), *charter_texts())
    return database


def _nearest(table: Sequence[Row]) -> list[float]:
    written = (each for owner in PHRASES for each in owner.phrases.split("|"))
    commands = [" ".join(phrase.parts) for each in written for phrase in spell_out(each.strip())]
    return [_spent(row.sentence, commands) for row in table]


def _spent(said: str, commands: Sequence[str]) -> float:
    begun = thread_time()
    process.extractOne(said, commands, scorer=fuzz.WRatio)
    return thread_time() - begun


def _cost(measured: Callable[[], list[float]]) -> Cost:
    measured()
    settle_memory()  # as the service does once it has started
    taken = [sorted(each * 1_000 for each in measured()) for _ in range(_ROUNDS)]
    return Cost(*(median(each[len(each) * share // 100] for each in taken) for share in (50, 99)))
