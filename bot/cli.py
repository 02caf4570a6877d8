"""The command line: every command exits 1 on failure with one clear line, without a traceback."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot import auditing, checking, operations
from bot.clock import COPENHAGEN
from bot.complaints import complaint
from bot.config import Settings, load_settings
from bot.journal import settled
from bot.local.demo.forums import USUAL, known
from bot.local.demo.run import run as run_demo
from bot.main import clock_of, serving
from bot.manifest import DEFAULT_URL, write_manifest
from bot.operations import Lines
from bot.process import loop_factory, settle_memory

_STOPPING = (signal.SIGINT, signal.SIGTERM)


class _Moment(click.ParamType[datetime]):
    name = "TID"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """An ISO 8601 time; without an offset it is Danish time."""
        try:
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"»{value}« er ikke et tidspunkt. Skriv fx 2027-03-09T08:00+01:00.", param, ctx)
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=COPENHAGEN)


class _Shipped(click.ParamType[str]):
    name = "FORUM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """One of the forums that ship."""
        if value not in known():
            self.fail(f"Demoen kender ikke »{value}«. Vælg et af disse: {', '.join(known())}.", param, ctx)
        return str(value)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="klyngebot")
def cli() -> None:
    """Klyngebot: udvalgssekretæren i Microsoft Teams."""
    settled.settle()


@cli.command()
def serve() -> None:
    """Svar Teams, og send det, der skal sendes, indtil processen stoppes."""
    _run(_serve(_settings()))


@cli.command()
@click.option("--once", is_flag=True, help="Slut efter historien; brug en ledig port.")
@click.option("--port", type=click.IntRange(0, 65535), default=3978, show_default=True, envvar="PORT")
@click.option("--forum", type=_Shipped(), default=USUAL, show_default=True, help="Hvilken klynge det er.")
def demo(once: bool, port: int, forum: str) -> None:
    """Se et helt møde i en fiktiv klynge, og spil selv det næste i browseren."""
    _run(_demo(0 if once else port, forum, once=once))


@cli.command()
def migrate() -> None:
    """Bring databasen i sin nyeste form."""
    _print(operations.migrate_database(_settings()))


@cli.command()
def check() -> None:
    """Kontrollér indstillinger, database, kommissorier og adgang."""
    _print(checking.check(_settings()))


@cli.group()
def charter() -> None:
    """Kommissorier."""


@charter.command("check")
@click.argument("file")
def charter_check(file: str) -> None:
    """Kontrollér et kommissorium, og vis, hvad Klyngebot gør ved hver bestemmelse."""
    _print(operations.check_charter(file))


@cli.group()
def forum() -> None:
    """Fora."""


@forum.command("apply")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Lad filen vinde over det, der er valgt i Teams.")
@click.option("--replace", is_flag=True, help="Lad filen give forummet et andet kommissorium, navn eller region.")
@click.option("--dry-run", is_flag=True, help="Vis, hvad der vil begynde, ændres og slutte, uden at gemme noget.")
def forum_apply(file: Path, force: bool, replace: bool, dry_run: bool) -> None:
    """Opret eller opdatér et forum fra en fil."""
    _print(operations.apply_forum(_settings(), file, force=force, replace=replace, dry_run=dry_run))


@forum.command("compare")
@click.argument("left")
@click.argument("right")
def forum_compare(left: str, right: str) -> None:
    """Vis, hvor to fora afviger fra hinanden."""
    _print(operations.compare_forums(_settings(), left, right))


@forum.command("hand-over")
@click.argument("ended", metavar="FRA")
@click.argument("heir", metavar="TIL")
@click.option("--reason", default="", metavar="TEKST", help="Begrundelsen, som begge sekretariater får.")
@click.option("--dry-run", is_flag=True, help="Vis, hvad der følger, uden at gemme noget.")
def forum_hand_over(ended: str, heir: str, reason: str, dry_run: bool) -> None:
    """Giv et forum, der ophører, videre til et andet: Alt, der er åbent, fortsætter der."""
    _print(operations.hand_over_forum(_settings(), ended, heir, reason=reason, dry_run=dry_run))


@forum.command("rehearse")
@click.argument("plan", type=click.Path(path_type=Path), required=False)
def forum_rehearse(plan: Path | None) -> None:
    """Øv overdragelsen af klyngerne til sundhedsråd på en database for sig, og kontrollér, at intet mangler.

    Uden PLAN: den plan, der følger med (deploy/succession/plan-2027.yaml). Jeres egne data røres ikke.
    """
    _print(operations.rehearse_succession(plan))


@forum.command("list")
def forum_list() -> None:
    """Vis alle fora."""
    _print(operations.list_forums(_settings()))


@cli.command()
@click.option("--at", type=_Moment(), help="Et andet tidspunkt end nu.")
def due(at: datetime | None) -> None:
    """Vis, hvad der ville blive sendt."""
    settings = _settings()
    _print(operations.list_due(settings, at or clock_of(settings).now()))


@cli.command("run-due")
@click.option("--at", type=_Moment(), help="Et andet tidspunkt end nu.")
def run_due(at: datetime | None) -> None:
    """Send det, der skal sendes, én gang."""
    settings = _settings()
    _print(operations.run_due(settings, at or clock_of(settings).now()))


@cli.command()
def outbox() -> None:
    """Vis, hvad der er sendt, venter eller er opgivet, og hvorfor."""
    _print(operations.show_outbox(_settings()))


@cli.command()
@click.argument("forum")
@click.option("--year", type=click.IntRange(2000, 2100), metavar="ÅR", help="Året; uden det, året i år.")
@click.option("--format", "style", type=click.Choice(["csv", "json"]), default="csv", help="Udtrækkets format.")
def funds(forum: str, year: int | None, style: str) -> None:
    """Vis årsopgørelsen for et forums fælles midler, som tabel til et regneark eller som data."""
    _print(operations.report_funds(_settings(), forum, year, style))


@cli.group()
def audit() -> None:
    """Loggen."""


@audit.command("verify")
def audit_verify() -> None:
    """Kontrollér, at loggen er hel, og at databasen er, som loggen siger."""
    _print(auditing.verify_audit(_settings()))


@audit.command("show")
@click.argument("forum", required=False)
def audit_show(forum: str | None) -> None:
    """Vis loggen for et forum: hvad der skete, hvornår, ved hvem, hvad der blev ændret, og postens kontrolsum.

    Uden FORUM: installationens egen log, hvornår tjenesten blev startet og stoppet.
    """
    _print(auditing.show_audit(_settings(), forum))


@audit.command("accept")
@click.option("--reason", required=True, metavar="TEKST", help="Grunden, som bliver stående i loggen.")
def audit_accept(reason: str) -> None:
    """Godkend en database, der mangler det, som ankeret har set, fx fordi den er gendannet.

    Viser, hvad der mangler. Påmindelser, der kan være sendt før gendannelsen, bortfalder; alt andet går videre.
    """
    _print(auditing.accept_restored(_settings(), reason))


@audit.command("find")
@click.argument("code", nargs=-1, required=True, metavar="KODE")
def audit_find(code: tuple[str, ...]) -> None:
    """Find den post i loggen, som kontrolkoden på en udsendt dagsorden eller et referat hører til."""
    _print(auditing.find_code(_settings(), " ".join(code)))


@audit.command("erase")
@click.argument("forum")
@click.argument("nr", type=click.IntRange(1, 2**31 - 1))
@click.option("--ground", required=True, metavar="TEKST", help="Grunden, som bliver stående i loggen.")
def audit_erase(forum: str, nr: int, ground: str) -> None:
    """Slet teksten i en post i loggen.

    Posten bliver stående, og loggen siger, hvad der er slettet, hvornår og hvorfor. Dagsorden og referat røres ikke.
    """
    _print(auditing.erase_from_audit(_settings(), forum, nr, ground))


@cli.command()
@click.option("--out", type=click.Path(path_type=Path), default="klyngebot.zip", show_default=True)
@click.option("--app-id", help="Botens app-id, når indstillingerne endnu ikke er på plads.")
@click.option("--url", default="", help="Tjenestens adresse; ellers KLYNGEBOT_PUBLIC_URL.")
def manifest(out: Path, app_id: str | None, url: str) -> None:
    """Lav den app-pakke, som lægges op i Teams."""
    if app_id is None:
        settings = _settings()
        app_id, url = settings.app_id, url or settings.public_url
    write_manifest(app_id, url, out)
    click.echo(f"{out} er klar til at blive lagt op i Teams.")
    if not url:
        click.echo(f"Bemærk: KLYNGEBOT_PUBLIC_URL er ikke sat, så pakken henviser til {DEFAULT_URL}.")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; what can be expected to go wrong is one line on stderr and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli(arguments, "klyngebot", standalone_mode=False)
    except Exception as error:
        line = complaint(error)
        if line is None:
            raise
        click.echo(line, err=True)
        sys.exit(1)


def _settings() -> Settings:
    """The settings, by which the log tells from now on what they say it shall."""
    settings = load_settings()
    settled.settle(settings.log)
    return settings


def _print(lines: Lines) -> None:
    async def show() -> None:
        async for line in lines:
            click.echo(line)

    _run(show())


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run on the fastest loop there is."""
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        settled.watch(runner.get_loop())
        runner.run(work)


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


async def _demo(port: int, forum: str, *, once: bool) -> None:
    await run_demo(serving, port, click.echo, forum=forum, then_stay=None if once else _until_stopped())


async def _serve(settings: Settings) -> None:
    stopped = _until_stopped()
    async with serving(settings, clock_of(settings)) as service:
        settle_memory()
        click.echo(f"Klyngebot lytter på http://{settings.host}:{service.port}/api/messages")
        await stopped.wait()
