"""What is aimed at, each as a ratio of two figures of the same run, or of one and the most it should be."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.bench.documents import Made
from tests.bench.growth import Growth
from tests.bench.public import Held, Read
from tests.bench.speed import Figures
from tests.bench.stalls import Stalls
from tests.bench.understanding import NEAREST, Cost

MOST_STALL = 20.0
"""Milliseconds that the event loop may be held up."""

LONGEST_READ = 2.0
"""Milliseconds of the processor that a sentence may take to be understood, at the 99th percentile."""

Measured = Mapping[tuple[str, str], Figures]


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured against what, and the least (or the most) it should be."""

    what: str
    against: str
    found: float
    wanted: float
    is_ceiling: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether it is as it should be."""
        return self.found <= self.wanted if self.is_ceiling else self.found >= self.wanted


def speed_ratios(figures: Measured) -> list[Ratio]:
    """How much faster than the peers."""
    echo, invoke = figures["botbuilder", "message"], figures["botbuilder", "click"]
    sqlite, server = figures["klyngebot, SQLite", "click"], figures["klyngebot, PostgreSQL", "click"]
    ratios = []
    for name in ("klyngebot, SQLite", "klyngebot, PostgreSQL"):
        ours = figures[name, "message"]
        ratios += [
            Ratio(f"message, {name}", "botbuilder echo", ours.rate / echo.rate, 15.0),
            Ratio(f"message, {name}", "Agents SDK echo", ours.rate / figures["agents", "message"].rate, 2.0),
        ]
    return [
        *ratios,
        Ratio("click, klyngebot, SQLite", "botbuilder invoke", sqlite.rate / invoke.rate, 3.5),
        Ratio("click, klyngebot, PostgreSQL", "botbuilder invoke", server.rate / invoke.rate, 3.5),
        Ratio("p99 of the click, SQLite", "botbuilder invoke", sqlite.p99 / invoke.p99, 0.5, is_ceiling=True),
        Ratio("p99 of the click, PostgreSQL", "botbuilder invoke", server.p99 / invoke.p99, 0.5, is_ceiling=True),
    ]


def growth_ratios(kind: str, growth: Mapping[str, Growth]) -> list[Ratio]:
    """How much more a turn costs where much is stored."""
    against = "1,000 notices, 1 forum"
    return [
        Ratio(f"processor, {work}, 1,000,000 notices, 100 forums, {kind}", against, each.ratio, 1.2, is_ceiling=True)
        for work, each in growth.items()
    ]


def history_ratios(kind: str, history: Mapping[tuple[str, str], Growth]) -> list[Ratio]:
    """How much more a turn costs where much lies behind."""
    return [
        Ratio(f"processor, {work}, {behind}, {kind}", "1 forum without a past", each.ratio, 1.1, is_ceiling=True)
        for (behind, work), each in history.items()
    ]


def stall_ratios(kind: str, stalls: Mapping[str, Stalls]) -> list[Ratio]:
    """How long a tick holds up the event loop, beside the most that it should: by its own work, and in all."""
    against = f"{MOST_STALL:.0f} ms"
    return [
        Ratio(f"{what} in a {tick} tick, {kind}", against, milliseconds / MOST_STALL, 1.0, is_ceiling=True)
        for tick, each in stalls.items()
        for what, milliseconds in (("longest step", each.worked), ("longest wait", each.waited))
    ]


def document_ratios(made: Mapping[tuple[str, int], Made]) -> list[Ratio]:
    """How much faster than LibreOffice makes a PDF of the same Word file, and in what part of its memory."""
    ratios = []
    for (maker, items), ours in made.items():
        if (theirs := made.get(("libreoffice", items))) is not None and ours is not theirs:
            what = f"{items} items as {maker}"
            ratios.append(Ratio(what, "LibreOffice", theirs.seconds / ours.seconds, 1.0))
            ratios.append(Ratio(f"{what}, memory", "LibreOffice", ours.memory / theirs.memory, 1.0, is_ceiling=True))
    return ratios


def reading_ratios(found: Mapping[tuple[str, str], Read]) -> list[Ratio]:
    """How fast what is public is read."""
    return [
        Ratio(f"{what}, {how}", "bare aiohttp, the same bytes", each.ours / each.bare, 0.7)
        for (what, how), each in found.items()
    ]


def release_ratios(kind: str, held: Held) -> list[Ratio]:
    """How much longer a click takes while agendas are let out and drawn."""
    return [Ratio(f"click during releases, {kind}", "a click alone", held.releasing / held.quiet, 1.1, is_ceiling=True)]


def understanding_ratios(costs: Mapping[str, Cost]) -> list[Ratio]:
    """How much less it costs to understand a sentence than to look for the nearest command."""
    ours, nearest = costs["klyngebot"], costs[NEAREST]
    return [
        Ratio("a sentence understood, p50", NEAREST, ours.p50 / nearest.p50, 0.5, is_ceiling=True),
        Ratio("a sentence understood, p99", NEAREST, ours.p99 / nearest.p99, 0.5, is_ceiling=True),
        Ratio("a sentence understood, p99 in milliseconds", "2 ms", ours.p99 / LONGEST_READ, 1.0, is_ceiling=True),
    ]
