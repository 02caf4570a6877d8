"""What is aimed at, each as a ratio of two figures of the same run."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.bench.growth import Growth
from tests.bench.speed import Figures

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
            Ratio(f"message, {name}", "botbuilder echo", ours.rate / echo.rate, 8.0),
            Ratio(f"message, {name}", "Agents SDK echo", ours.rate / figures["agents", "message"].rate, 1.3),
        ]
    return [
        *ratios,
        Ratio("click, klyngebot, SQLite", "botbuilder invoke", sqlite.rate / invoke.rate, 3.0),
        Ratio("click, klyngebot, PostgreSQL", "botbuilder invoke", server.rate / invoke.rate, 2.0),
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
