"""Everything that is measured, in one go: `python -m tests.bench`."""

import asyncio
import json
import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from tests.bench.contenders import Surroundings, surroundings
from tests.bench.growth import measure_growth
from tests.bench.history import measure_history
from tests.bench.proof import measure_verify
from tests.bench.speed import Comparison, Figures
from tests.bench.stalls import measure_stalls
from tests.bench.steadiness import measure_leak, measure_start
from tests.bench.stores import Kind
from tests.bench.targets import Ratio, growth_ratios, history_ratios, speed_ratios, stall_ratios

PARTS = ("speed", "growth", "history", "leak", "start", "verify")


@click.command()
@click.option("--turns", default=1_500, show_default=True, help="Turns of each kind in a round.")
@click.option("--rounds", default=3, show_default=True, help="Rounds; the middle one counts.")
@click.option("--entries", default=100_000, show_default=True, help="Entries of the log that is verified.")
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="Measure this part alone.")
@click.option("--json", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write everything here as well.")
def main(turns: int, rounds: int, entries: int, only: tuple[str, ...], file: Path | None) -> None:
    """Klyngebot beside its peers, as ratios of one run on this machine."""
    found = asyncio.run(_measure(turns, rounds, entries, only or PARTS))
    if file is not None:
        file.write_text(json.dumps(found, indent=2, default=asdict) + "\n")


async def _measure(turns: int, rounds: int, entries: int, parts: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {"python": sys.version.split()[0], "machine": platform.machine()}
    async with surroundings() as around:
        if "speed" in parts:
            figures = await Comparison(around, turns).run(rounds, _progress)
            found["speed"] = {", ".join(key): asdict(each) for key, each in figures.items()}
            _print_figures(figures)
            found["ratios"] = [_printed(each) for each in speed_ratios(figures)]
        for kind in get_args(Kind):
            if "growth" in parts:
                _progress(f"growth, {kind}")
                growth = await measure_growth(around, kind)
                found[f"growth, {kind}"] = [_printed(each) for each in growth_ratios(kind, growth)]
            if "history" in parts:
                _progress(f"history, {kind}")
                found[f"history, {kind}"] = await _history(around, kind)
        if "leak" in parts:
            _progress("20,000 turns")
            before, after = await measure_leak(around)
            found["leak"] = {"before": asdict(before), "after": asdict(after)}
            print(f"20,000 turns: {before} → {after}")
    for kind in get_args(Kind):
        if "verify" in parts:
            _progress(f"verify, {kind}")
            verified = await measure_verify(kind, entries)
            found[f"verify, {kind}"] = asdict(verified)
            print(f"{kind}: »{verified.said}« after {verified.seconds:.0f} s, {verified.memory:.0f} MB at most")
    if "start" in parts:
        start = await measure_start()
        found["start"] = asdict(start)
        print(f"ready after {start.seconds:.2f} s, {start.memory:.0f} MB at rest")
    return found


async def _history(around: Surroundings, kind: Kind) -> dict[str, Any]:
    history, stalls = await measure_history(around, kind), await measure_stalls(around, kind)
    ratios = [*history_ratios(kind, history), *stall_ratios(kind, stalls)]
    return {
        "turns": {", ".join(key): asdict(each) for key, each in history.items()},
        "ticks": {tick: asdict(each) for tick, each in stalls.items()},
        "ratios": [_printed(each) for each in ratios],
    }


def _progress(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _print_figures(figures: Mapping[tuple[str, str], Figures]) -> None:
    print("| Contender | Work | Activities/s | p50 ms | p99 ms | Processor ms |\n|---|---|---|---|---|---|")
    for (name, work), each in figures.items():
        print(f"| {name} | {work} | {each.rate:.0f} | {each.p50:.1f} | {each.p99:.1f} | {each.processor:.2f} |")


def _printed(each: Ratio) -> dict[str, Any]:
    sign = "≤" if each.is_ceiling else "≥"
    mark = "reached" if each.is_reached else "NOT reached"
    print(f"| {each.what} | {each.against} | {each.found:.2f}× | {sign} {each.wanted}× | {mark} |")
    return asdict(each) | {"is_reached": each.is_reached}


if __name__ == "__main__":
    main()
