"""Commands about what is sent, and the report of the shared funds."""

from datetime import datetime

import click

from bot import operations
from bot.cli.base import Moment, cli, load, show
from bot.main import clock_of


@cli.command()
@click.option("--at", type=Moment(), help="Et andet tidspunkt end nu.")
def due(at: datetime | None) -> None:
    """Vis, hvad der ville blive sendt."""
    settings = load()
    show(operations.list_due(settings, at or clock_of(settings).now()))


@cli.command("run-due")
@click.option("--at", type=Moment(), help="Et andet tidspunkt end nu.")
def run_due(at: datetime | None) -> None:
    """Send det, der skal sendes, én gang."""
    settings = load()
    show(operations.run_due(settings, at or clock_of(settings).now()))


@cli.command()
def outbox() -> None:
    """Vis, hvad der er sendt, venter eller er opgivet, og hvorfor."""
    show(operations.show_outbox(load()))


@cli.command()
@click.argument("forum")
@click.option("--year", type=click.IntRange(2000, 2100), metavar="ÅR", help="Året; uden det, året i år.")
@click.option("--format", "style", type=click.Choice(["csv", "json"]), default="csv", help="Udtrækkets format.")
def funds(forum: str, year: int | None, style: str) -> None:
    """Vis årsopgørelsen for et forums fælles midler, som tabel til et regneark eller som data."""
    show(operations.report_funds(load(), forum, year, style))
