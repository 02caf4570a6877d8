"""Departures from the charter's composition as Danish sentences for the command line."""

from collections.abc import Mapping

from bot.domain.forum.composition import Departure
from bot.domain.kernel.forum import Forum

_KINDS: Mapping[str, str] = {
    "municipality": "kommunerne",
    "region": "regionen",
    "hospital": "somatikken",
    "psychiatry": "psykiatrien",
    "regional_administration": "den regionale fællesadministration",
    "gp_organisation": "PLO",
}
_ROLES: Mapping[str | None, tuple[str, str]] = {
    "politician": ("politiker", "politikere"),
    "coordinator": ("koordinator", "koordinatorer"),
    "secretariat": ("sekretær", "sekretærer"),
    "administrative_representative": ("administrativ repræsentant", "administrative repræsentanter"),
    "gp_representative": ("repræsentant for almen praksis", "repræsentanter for almen praksis"),
    None: ("repræsentant", "repræsentanter"),
}


def describe(departure: Departure, forum: Forum) -> str:
    """One line: who has how many and what the charter says, in its words."""
    organisation = forum.organisation(departure.organisation)
    who = organisation.name if organisation else _KINDS.get(departure.kind, "øvrige organisationer")
    wanted = _wanted(departure.least, departure.most)
    return f"{who}: {_counted(departure)}; kommissoriet siger {wanted}: »{departure.words}«"


def _counted(departure: Departure) -> str:
    one, several = _ROLES[departure.role]
    return f"{departure.found or 'ingen'} {one if departure.found == 1 else several}"


def _wanted(least: int | None, most: int | None) -> str:
    if least is None:
        return f"højst {most}"
    if most is None:
        return f"mindst {least}"
    return str(least) if least == most else f"{least}-{most}"
