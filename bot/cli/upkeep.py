"""Commands for those who run the service: database, search index, settings, and the package for Teams."""

from pathlib import Path

import click

from bot import checking, operations
from bot.cli.base import cli, load, show
from bot.manifest import DEFAULT_URL, write_manifest


@cli.command()
def migrate() -> None:
    """Bring databasen i sin nyeste form."""
    show(operations.migrate_database(load()))


@cli.command()
def reindex() -> None:
    """Lav det register om, som »beslutninger …« søger i."""
    show(operations.index_anew(load()))


@cli.command()
def check() -> None:
    """Kontrollér indstillinger, database, kommissorier og adgang."""
    show(checking.check(load()))


@cli.command()
@click.option("--out", type=click.Path(path_type=Path), default="klyngebot.zip", show_default=True)
@click.option("--app-id", help="Botens app-id, når indstillingerne endnu ikke er på plads.")
@click.option("--url", default="", help="Tjenestens adresse; ellers KLYNGEBOT_PUBLIC_URL.")
def manifest(out: Path, app_id: str | None, url: str) -> None:
    """Lav den app-pakke, som lægges op i Teams."""
    if app_id is None:
        settings = load()
        app_id, url = settings.app_id, url or settings.public_url
    write_manifest(app_id, url, out)
    click.echo(f"{out} er klar til at blive lagt op i Teams.")
    if not url:
        click.echo(f"Bemærk: KLYNGEBOT_PUBLIC_URL er ikke sat, så pakken henviser til {DEFAULT_URL}.")
