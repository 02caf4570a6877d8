"""Commands about filing: the municipality's own subjects, and what leaves the service as folders for other systems."""

from pathlib import Path

import click

from bot.cli.base import cli, load, show
from bot.filing import access, bundles, kle, tables, verifying
from bot.operations import Failed


@cli.group()
def filing() -> None:
    """Journalisering."""


@filing.command("import-kle")
@click.argument("file", type=click.Path(path_type=Path))
def filing_import_kle(file: Path) -> None:
    """Importér kommunens egen KLE-liste (emneplan eller handlingsfacetter, CSV eller XML).

    Listen afløser den, der var. Er der fejl i en linje, nævnes linjen, og intet importeres.
    """
    show(kle.import_kle(load(), file))


def file_away(out: Path, forum: str | None, meeting: str | None) -> None:
    """Make the bundles that are not made yet."""
    show(bundles.file_away(load(), out, forum, meeting))


def list_missing(forum: str | None, meeting: str | None) -> None:
    """Tell what is not filed."""
    show(bundles.list_missing(load(), forum, meeting))


def verify(folder: Path, *, asks_log: bool) -> None:
    """Hold the bundles of a folder up against their manifests, and the log."""
    show(verifying.verify_bundles(load() if asks_log else None, folder))


def give_access(out: Path, forum: str | None, meeting: str | None) -> None:
    """Make a folder of open documents."""
    if forum is None and meeting is None:
        raise Failed("Skriv --forum FORUM eller --meeting FORUM/MØDE.")
    show(access.give_access(load(), out, forum, meeting))


def export_tables(out: Path) -> None:
    """Make a folder of tables."""
    show(tables.export_tables(load(), out))
