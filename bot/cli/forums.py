"""Commands about charters and forums."""

from pathlib import Path

import click

from bot import operations
from bot.cli.base import cli, load, show


@cli.group()
def charter() -> None:
    """Kommissorier."""


@charter.command("check")
@click.argument("file")
def charter_check(file: str) -> None:
    """Kontrollér et kommissorium, og vis, hvad Klyngebot gør ved hver bestemmelse."""
    show(operations.check_charter(file))


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
    show(operations.apply_forum(load(), file, force=force, replace=replace, dry_run=dry_run))


@forum.command("compare")
@click.argument("left")
@click.argument("right")
def forum_compare(left: str, right: str) -> None:
    """Vis, hvor to fora afviger fra hinanden."""
    show(operations.compare_forums(load(), left, right))


@forum.command("hand-over")
@click.argument("ended", metavar="FRA")
@click.argument("heir", metavar="TIL")
@click.option("--reason", default="", metavar="TEKST", help="Begrundelsen, som begge sekretariater får.")
@click.option("--dry-run", is_flag=True, help="Vis, hvad der følger, uden at gemme noget.")
def forum_hand_over(ended: str, heir: str, reason: str, dry_run: bool) -> None:
    """Giv et forum, der ophører, videre til et andet: Alt, der er åbent, fortsætter der."""
    show(operations.hand_over_forum(load(), ended, heir, reason=reason, dry_run=dry_run))


@forum.command("rehearse")
@click.argument("plan", type=click.Path(path_type=Path), required=False)
def forum_rehearse(plan: Path | None) -> None:
    """Øv overdragelsen af klyngerne til sundhedsråd på en database for sig, og kontrollér, at intet mangler.

    Uden PLAN: den plan, der følger med (deploy/succession/plan-2027.yaml). Jeres egne data røres ikke.
    """
    show(operations.rehearse_succession(plan))


@forum.command("list")
def forum_list() -> None:
    """Vis alle fora."""
    show(operations.list_forums(load()))
