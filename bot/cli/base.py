"""What every command stands on: the settings, lines that are printed as they come, and moments as they are typed."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime
from typing import Any

import click

from bot.clock import COPENHAGEN
from bot.config import Settings, load_settings
from bot.journal import settled
from bot.operations import Lines
from bot.process import loop_factory


class Moment(click.ParamType[datetime]):
    name = "TID"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """An ISO 8601 time; without an offset it is Danish time."""
        try:
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"»{value}« er ikke et tidspunkt. Skriv fx 2027-03-09T08:00+01:00.", param, ctx)
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=COPENHAGEN)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="klyngebot")
def cli() -> None:
    """Klyngebot: udvalgssekretæren i Microsoft Teams."""
    settled.settle()


def load() -> Settings:
    """The settings, by which the log tells from now on what they say it shall."""
    settings = load_settings()
    settled.settle(settings.log)
    return settings


def show(lines: Lines) -> None:
    async def told() -> None:
        async for line in lines:
            click.echo(line)

    run(told())


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run on the fastest loop there is."""
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        settled.watch(runner.get_loop())
        runner.run(work)
