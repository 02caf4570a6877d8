"""`python -m tests.faults --actions N --seed S`: a random life of many forums under faults, and whether it was kept.

People's choices, the faults and the points of the run at which something dies follow from the seed. What happens at the
same time does not: processes and the network race as they do in life, so two runs of a seed differ in their details.
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import TextIO

import click

from tests.faults.plan import Plan, plan_for
from tests.faults.report import figures, lines
from tests.faults.run import On, Outcome, run

_SHOWN_EVERY = 20  # parts of the run, where there is no terminal


class Progress:
    """A bar in a terminal, a line now and then elsewhere."""

    def __init__(self, actions: int, stream: TextIO) -> None:
        self._actions = actions
        self._stream = stream
        self._bar = click.progressbar(length=actions, label="actions", file=stream) if stream.isatty() else None
        self._shown = 0

    def show(self, done: int) -> None:
        """So many actions have been done."""
        if self._bar is not None:
            self._bar.update(done - self._shown)
            self._shown = done
        elif done - self._shown >= self._actions / _SHOWN_EVERY:
            click.echo(f"{done} of {self._actions} actions", file=self._stream)
            self._shown = done


@click.command()
@click.option("--actions", type=click.IntRange(min=50), default=2_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option(
    "--database", "on", type=click.Choice([each.value for each in On]), default="postgresql", show_default=True
)
@click.option("--mishaps", is_flag=True, help="Put copies of the database back as well, and let clocks be wrong.")
@click.option("--hand-over", "hands_over", is_flag=True, help="Hand a forum over to another one near the end as well.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write the figures there as well.")
def main(actions: int, seed: int, on: str, file: Path | None, *, mishaps: bool, hands_over: bool) -> None:
    """Drive random journeys while everything fails, and check that no outcome was lost or doubled."""
    outcome = asyncio.run(_run(plan_for(actions, seed, mishaps=mishaps, hands_over=hands_over), On(on)))
    for line in lines(outcome):
        click.echo(line)
    if file is not None:
        file.write_text(json.dumps(figures(outcome), indent=2, ensure_ascii=False) + "\n", "utf-8")
    sys.exit(1 if any(outcome.found.values()) else 0)


async def _run(plan: Plan, on: On) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="faults") as folder:
        return await run(plan, Path(folder), Progress(plan.actions, sys.stderr).show, on=on)


if __name__ == "__main__":
    main()
