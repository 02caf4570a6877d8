"""Commands that go on until they are stopped: the service, and the demo."""

import asyncio
import contextlib
import signal
from typing import Any

import click

from bot import operations
from bot.cli.base import cli, load, run
from bot.config import Settings
from bot.local.demo.forums import USUAL, known
from bot.local.demo.run import run as run_demo
from bot.local.demo.stories import ACTS, has_act
from bot.main import clock_of, serving
from bot.process import settle_memory

_STOPPING = (signal.SIGINT, signal.SIGTERM)


class _Shipped(click.ParamType[str]):
    name = "FORUM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """One of the forums that ship."""
        if value not in known():
            self.fail(f"Demoen kender ikke »{value}«. Vælg et af disse: {', '.join(known())}.", param, ctx)
        return str(value)


class _Act(click.ParamType[str]):
    name = "AKT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """One of the acts of the demo's story."""
        if value not in ACTS:
            self.fail(f"Demoen har ingen akt »{value}«. Vælg »one« (første akt) eller »two« (anden akt).", param, ctx)
        return str(value)


@cli.command()
def serve() -> None:
    """Svar Teams, og send det, der skal sendes, indtil processen stoppes."""
    run(_serve(load()))


@cli.command()
@click.option("--once", is_flag=True, help="Slut efter historien; brug en ledig port.")
@click.option("--port", type=click.IntRange(0, 65535), default=3978, show_default=True, envvar="PORT")
@click.option("--forum", type=_Shipped(), default=USUAL, show_default=True, help="Hvilken klynge det er.")
@click.option("--act", type=_Act(), default=ACTS[0], show_default=True, help="Første akt eller anden (one, two).")
def demo(once: bool, port: int, forum: str, act: str) -> None:
    """Se et helt møde i en fiktiv klynge, og spil selv det næste i browseren.

    Med »--act two« fortælles det møde, der følger, hvor det meste går anderledes end planlagt.
    """
    if not has_act(forum, act):
        raise operations.Failed(f"Anden akt fortælles kun om {USUAL}. Vælg »--act one«, eller udelad --forum.")
    run(_demo(0 if once else port, forum, act, once=once))


def _until_stopped() -> asyncio.Event:
    """Set by the first signal; a second one ends the process at once."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()

    def stop() -> None:
        stopped.set()
        for number in _STOPPING:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)

    for number in _STOPPING:
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C ends the process all the same
            loop.add_signal_handler(number, stop)
    return stopped


async def _demo(port: int, forum: str, act: str, *, once: bool) -> None:
    await run_demo(serving, port, click.echo, forum=forum, act=act, then_stay=None if once else _until_stopped())


async def _serve(settings: Settings) -> None:
    stopped = _until_stopped()
    async with serving(settings, clock_of(settings)) as service:
        settle_memory()
        click.echo(f"Klyngebot lytter på http://{settings.host}:{service.port}/api/messages")
        await stopped.wait()
