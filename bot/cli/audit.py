"""Commands about the log."""

import click

from bot import auditing
from bot.cli.base import cli, load, show


@cli.group()
def audit() -> None:
    """Loggen."""


@audit.command("verify")
def audit_verify() -> None:
    """Kontrollér, at loggen er hel, og at databasen er, som loggen siger."""
    show(auditing.verify_audit(load()))


@audit.command("show")
@click.argument("forum", required=False)
def audit_show(forum: str | None) -> None:
    """Vis loggen for et forum: hvad der skete, hvornår, ved hvem, hvad der blev ændret, og postens kontrolsum.

    Uden FORUM: installationens egen log, hvornår tjenesten blev startet og stoppet.
    """
    show(auditing.show_audit(load(), forum))


@audit.command("accept")
@click.option("--reason", required=True, metavar="TEKST", help="Grunden, som bliver stående i loggen.")
def audit_accept(reason: str) -> None:
    """Godkend en database, der mangler det, som ankeret har set, fx fordi den er gendannet.

    Viser, hvad der mangler. Påmindelser, der kan være sendt før gendannelsen, bortfalder; alt andet går videre.
    """
    show(auditing.accept_restored(load(), reason))


@audit.command("find")
@click.argument("code", nargs=-1, required=True, metavar="KODE")
def audit_find(code: tuple[str, ...]) -> None:
    """Find den post i loggen, som kontrolkoden på en udsendt dagsorden eller et referat hører til."""
    show(auditing.find_code(load(), " ".join(code)))


@audit.command("erase")
@click.argument("forum")
@click.argument("nr", type=click.IntRange(1, 2**31 - 1))
@click.option("--ground", required=True, metavar="TEKST", help="Grunden, som bliver stående i loggen.")
@click.option("--with-file", is_flag=True, help="Slet også indholdet af den fil, som posten handler om.")
def audit_erase(forum: str, nr: int, ground: str, with_file: bool) -> None:
    """Slet teksten i en post i loggen.

    Posten bliver stående, og loggen siger, hvad der er slettet, hvornår og hvorfor. Dagsorden og referat røres ikke,
    men »beslutninger …« finder ikke længere teksten.
    """
    show(auditing.erase_from_audit(load(), forum, nr, ground, with_file=with_file))
