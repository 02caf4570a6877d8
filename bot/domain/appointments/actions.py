"""What can be asked for about seats elsewhere and working groups; each is named by its number and year."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentAction(Action):
    """Something about one seat."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAction(Action):
    """Something about one working group."""

    number: int
    year: int | None = None


class ShowAppointments(Query):
    """Every seat, by body and by group, with who holds it."""


class ShowOrganisation(Query):
    """The forum, its relations downward, its groups and their seats, as a tree."""


class ShowAppointment(AppointmentAction, Query):
    """One seat, with its candidates, its history, and what one may do with it."""


class ShowCall(AppointmentAction, Query):
    """The call for candidates to one seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAppointmentForm(Query):
    """The form for a new seat, with what was typed already."""

    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAppointments(Command):
    """One seat or several alike; `form` tells a second click from further seats, and a typed sentence has none.

    `body` is a body's id or name, or a group's code; `other` names one that is not offered.
    """

    form: str = ""
    body: str = ""
    other: str = ""
    title: str = ""
    level: str = ""
    count: str = ""
    until: str = ""


class CallCandidates(AppointmentAction, Command):
    """»Bed om kandidater«."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidate(Command):
    """»Indstil«; without a number in the one call that is open."""

    number: int | None = None
    year: int | None = None
    call: int | None = None
    organisation: str | None = None
    name: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCandidate(Command):
    """»Ingen kandidat«."""

    number: int | None = None
    year: int | None = None
    call: int | None = None
    organisation: str | None = None


class OpenAppoint(AppointmentAction, Query):
    """The form of »Udpeg«."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint(Command):
    """»Udpeg«, by a resolution; `name` is one of the candidates or as typed, `other` goes before it.

    `resolution` is a meeting's and an item's id, or an item's place as typed.
    """

    number: int | None = None
    year: int | None = None
    body: str = ""
    name: str = ""
    other: str = ""
    stand_in: str = ""
    since: str = ""
    until: str = ""
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacate(AppointmentAction, Command):
    """Whoever holds it leaves; it is vacant from `since` on (today)."""

    since: str = ""


class Abolish(AppointmentAction, Command):
    """There is no such seat any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGroupForm(Query):
    """The form for a new working group, with what was typed already."""

    task: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateGroup(Command):
    """A working group, from a resolution."""

    form: str = ""
    resolution: str = ""
    task: str = ""
    level: str = ""
    coordinator: str = ""
    until: str = ""


class ShowGroup(GroupAction, Query):
    """One working group, with its seats."""


class CloseGroup(GroupAction, Command):
    """»Luk gruppen«."""


class ReopenGroup(GroupAction, Command):
    """The group is at work after all."""


AppointmentsQuery: TypeAlias = (
    ShowAppointments
    | ShowOrganisation
    | ShowAppointment
    | ShowCall
    | OpenAppointmentForm
    | OpenAppoint
    | OpenGroupForm
    | ShowGroup
)
Answering: TypeAlias = NameCandidate | NoCandidate
AppointmentsCommand: TypeAlias = (
    CreateAppointments
    | CallCandidates
    | Answering
    | Appoint
    | Vacate
    | Abolish
    | CreateGroup
    | CloseGroup
    | ReopenGroup
)
