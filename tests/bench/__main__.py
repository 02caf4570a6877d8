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
from tests.bench.documents import WITHOUT_OFFICE, measure_documents
from tests.bench.growth import measure_growth
from tests.bench.history import measure_history
from tests.bench.proof import measure_verify
from tests.bench.public import Held, measure_reading, measure_release
from tests.bench.speed import Comparison, Figures
from tests.bench.stalls import measure_stalls
from tests.bench.steadiness import measure_leak, measure_start
from tests.bench.stores import Kind
from tests.bench.targets import (
    Ratio,
    document_ratios,
    growth_ratios,
    history_ratios,
    reading_ratios,
    release_ratios,
    speed_ratios,
    stall_ratios,
    understanding_ratios,
)
from tests.bench.understanding import measure_understanding

PARTS = ("speed", "growth", "history", "leak", "start", "verify", "documents", "public", "saying")


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
            found |= await _speed(around, turns, rounds)
        if "public" in parts:
            found["public"] = await _public(around)
        found |= await _as_it_grows(around, parts)
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
    if "saying" in parts:
        found["saying"] = await _saying()
    if "documents" in parts:
        found["documents"] = _documents()
    return found


async def _as_it_grows(around: Surroundings, parts: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
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
    return found


async def _speed(around: Surroundings, turns: int, rounds: int) -> dict[str, Any]:
    figures = await Comparison(around, turns).run(rounds, _progress)
    _print_figures(figures)
    said = {", ".join(key): asdict(each) for key, each in figures.items()}
    return {"speed": said, "ratios": [_printed(each) for each in speed_ratios(figures)]}


async def _public(around: Surroundings) -> dict[str, Any]:
    _progress("public")
    read = await measure_reading(around)
    for (what, how), each in read.items():
        print(f"{what}, {how}: {each.ours:.0f} a second, bare aiohttp {each.bare:.0f}")
    held: dict[str, Held] = {}
    for kind in get_args(Kind):
        _progress(f"releases, {kind}")
        one = held[kind] = await measure_release(around, kind)
        print(f"click, {kind}: {one.quiet:.1f} ms, {one.releasing:.1f} ms during releases")
    ratios = [*reading_ratios(read), *(ratio for kind, one in held.items() for ratio in release_ratios(kind, one))]
    return {
        "read": {", ".join(key): asdict(each) for key, each in read.items()},
        "clicks": {kind: asdict(one) for kind, one in held.items()},
        "ratios": [_printed(each) for each in ratios],
    }


async def _saying() -> dict[str, Any]:
    _progress("saying")
    costs = await measure_understanding()
    for name, each in costs.items():
        print(f"a sentence, {name}: {each.p50:.2f} ms, {each.p99:.2f} ms at the 99th percentile")
    return {
        "costs": {name: asdict(each) for name, each in costs.items()},
        "ratios": [_printed(each) for each in understanding_ratios(costs)],
    }


def _documents() -> dict[str, Any]:
    _progress("documents")
    made = measure_documents()
    for (maker, items), each in made.items():
        print(f"{items} items as {maker}: {each.seconds:.2f} s, {each.memory:.0f} MB at most")
    ratios = document_ratios(made)
    if not ratios:
        print(WITHOUT_OFFICE)
    figures = {f"{maker}, {items}": asdict(each) for (maker, items), each in made.items()}
    return {"made": figures, "ratios": [_printed(each) for each in ratios]}


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
