"""Who takes part in a forum: organisations, people with their identities, and seats."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a seat lets a person do."""

    POLITICIAN = "politician"
    COORDINATOR = "coordinator"
    SECRETARIAT = "secretariat"
    ADMINISTRATIVE_REPRESENTATIVE = "administrative_representative"
    GP_REPRESENTATIVE = "gp_representative"


@dataclass(frozen=True, slots=True)
class Identity:
    """One Entra account; a person may have several (a guest id in the host tenant, an own id at home)."""

    tenant: str
    object_id: str

    @property
    def written(self) -> str:
        """As the log and the records name it."""
        return f"{self.tenant}/{self.object_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human in one forum; ids are the forum file's own and mean nothing outside the forum.

    `memberships` are the bodies outside the forum that the person sits in, by the charter's ids.
    """

    id: str
    name: str
    identities: tuple[Identity, ...] = ()
    email: str | None = None
    memberships: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A municipality, a region, a hospital or a general practitioners' organisation that takes part."""

    id: str
    name: str
    kind: str
    own_organisation_step: str | None = None
    guidance: str | None = None  # follows | departs: of what is laid over the charter (A6)
    meeting_leader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A person's place in a forum for a period (both ends included).

    `offices` and `areas` are what the person is drawn from, by the charter's ids. `represents` are the organisations
    that the person stands for beside the seat's own. Whoever is `attached` comes beside those who are counted.
    """

    person: str
    organisation: str
    roles: frozenset[Role]
    level: str | None = None
    seniority: str | None = None  # as the charter calls it: direktoer, chef
    side: str | None = None
    mandate: bool = False
    substitute_for: str | None = None
    offices: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    represents: tuple[str, ...] = ()
    attached: bool = False
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the seat is filled on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
