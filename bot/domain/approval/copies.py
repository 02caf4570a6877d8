"""Whom the charter has the secretariat coordinate with: each of these bodies gets a copy of every draft (D20)."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.agenda.state import Agenda
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import Relation

_COORDINATES = "coordinates"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCopy:
    """That the copy of a version was sent to a body, by whom and when; never changed once written."""

    body: str
    version: int
    person: str
    at: datetime


def copied_to(charter: Charter) -> tuple[str, ...]:
    """The bodies, each once: those of `secretariat.coordinates_with`, and those that the forum has that relation to."""
    related = (each.to for each in _related(charter))
    return tuple(dict.fromkeys((*(charter.secretariat.coordinates_with.value or ()), *related)))


def said_of_secretariat(charter: Charter, body: str) -> str | None:
    """What the charter says of the secretariat and that body, in its own words."""
    provision = charter.secretariat.coordinates_with
    return provision.words if body in (provision.value or ()) else None


def related_to(charter: Charter, body: str) -> tuple[Relation, ...]:
    """By what the forum itself coordinates with that body."""
    return tuple(each for each in _related(charter) if each.to == body)


def _related(charter: Charter) -> tuple[Relation, ...]:
    ours = charter.body_kind.value
    return tuple(each for each in charter.relations if each.kind == _COORDINATES and each.origin == ours)


def check(charter: Charter, agenda: Agenda, body: str, version: int) -> None:
    """Refusal("no_copy") for a body that gets none, or a version that there is not."""
    if body not in copied_to(charter) or agenda.version(version) is None:
        raise Refusal("no_copy")
