"""The command that lets documents and data leave as files: a meeting's papers, or one set of options for each thing."""

from collections.abc import Mapping
from pathlib import Path

import click
from click.core import ParameterSource

from bot import exporting
from bot.cli import filing
from bot.cli.base import cli, load, show
from bot.operations import Failed

_SETS: Mapping[str, tuple[str, ...]] = {
    "--filing": ("--missing", "--out", "--forum", "--meeting"),
    "--verify": ("--offline",),
    "--access": ("--out", "--forum", "--meeting"),
    "--tables": ("--out",),
    "--schema": (),
}
"""What may be said beside each option that asks for something else than a meeting's papers."""
_OF_PAPERS = ("--meeting", "--format", "--out", "--document", "--closed")


@cli.command()
@click.option("--meeting", metavar="FORUM/MØDE", help="Mødet, hvis papirer skrives.")
@click.option("--format", "style", type=click.Choice(list(exporting.FORMATS)), default="pdf", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=".", help="Mappen, som filerne lægges i.")
@click.option("--document", type=click.Choice(list(exporting.NAMES)), help="Kun dette papir.")
@click.option("--closed", is_flag=True, help="Tag lukkede punkter og bilag med.")
@click.option("--schema", is_flag=True, help="Vis skemaet for data (JSON).")
@click.option("--filing", "files", is_flag=True, help="En sagsmappe for hvert møde til journalisering.")
@click.option("--missing", is_flag=True, help="Med --filing: vis, hvad der ikke er journaliseret, uden at danne noget.")
@click.option("--verify", type=click.Path(path_type=Path), metavar="MAPPE", help="Kontrollér sagsmapperne i en mappe.")
@click.option("--offline", is_flag=True, help="Med --verify: uden databasen, så kun filerne kontrolleres.")
@click.option("--access", is_flag=True, help="De åbne dokumenter til aktindsigt, og en liste over det undtagne.")
@click.option("--tables", is_flag=True, help="Tabellerne til arkivering, også det lukkede.")
@click.option("--forum", metavar="FORUM", help="Kun det forum (til --filing og --access).")
@click.pass_context
def export(
    context: click.Context,
    meeting: str | None,
    style: str,
    out: Path,
    document: str | None,
    closed: bool,
    schema: bool,
    files: bool,
    missing: bool,
    verify: Path | None,
    offline: bool,
    access: bool,
    tables: bool,
    forum: str | None,
) -> None:
    """Skriv et mødes papirer som filer. Uden --closed er lukkede punkter og bilag udeladt.

    En fil, der allerede ligger der med andet indhold, bliver ikke overskrevet.

    Med --filing, --verify, --access eller --tables: det, som andre systemer og arkiver skal have.
    """
    _check(context)
    if schema:
        click.echo(exporting.print_schema())
    elif files and missing:
        filing.list_missing(forum, meeting)
    elif files:
        filing.file_away(out, forum, meeting)
    elif verify is not None:
        filing.verify(verify, asks_log=not offline)
    elif access:
        filing.give_access(out, forum, meeting)
    elif tables:
        filing.export_tables(out)
    elif meeting is None:
        raise Failed("Skriv, hvilket møde: --meeting FORUM/MØDE.")
    else:
        show(exporting.export_meeting(load(), meeting, style, out, paper=document, closed=closed))


def _check(context: click.Context) -> None:
    """Whatever was said belongs together; raises Failed."""
    said = [
        each.opts[0]
        for each in context.command.params
        if each.name and context.get_parameter_source(each.name) is ParameterSource.COMMANDLINE
    ]
    sets = [each for each in said if each in _SETS]
    if len(sets) > 1:
        raise Failed(f"{sets[0]} og {sets[1]} kan ikke bruges sammen.")
    allowed = _SETS[sets[0]] if sets else _OF_PAPERS
    for each in said:
        if each not in (*sets, *allowed):
            beside = f"sammen med {sets[0]}" if sets else "alene"
            raise Failed(f"{each} kan ikke bruges {beside}.")
