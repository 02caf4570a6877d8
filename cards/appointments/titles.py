"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.appointments.actions import (
    Abolish,
    Appoint,
    CallCandidates,
    CloseGroup,
    CreateAppointments,
    CreateGroup,
    NameCandidate,
    NoCandidate,
    OpenAppoint,
    OpenAppointmentForm,
    OpenGroupForm,
    ReopenGroup,
    ShowAppointment,
    ShowAppointments,
    ShowCall,
    ShowGroup,
    ShowOrganisation,
    Vacate,
)
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import number_of, short_name, titled
from cards.kit.words import say


def _body(action: OpenAppointmentForm | CreateAppointments, naming: Naming) -> str:
    body = getattr(action, "other", "") or naming.forum.charter.name_of_body(action.body)
    return f" {say('click.appointments.in', hvad=short_name(body))}" if body else ""


def _candidate(action: NameCandidate, naming: Naming) -> str:
    name = short_name(action.name)
    return f" {name}" if name else ""


def _appointed(action: Appoint, naming: Naming) -> str:
    name = short_name(action.other) or short_name(naming.name_of(action.name)) if action.other or action.name else ""
    return f" {name}" if name else ""


def _seat(action: Appoint | NameCandidate | NoCandidate, naming: Naming) -> str:
    """The seat by its number, or the body that it is in."""
    if action.number is not None:
        return f" {say('click.to', hvad=say('click.appointments.seat', nr=number_of(action, naming)))}"
    body = short_name(naming.forum.charter.name_of_body(getattr(action, "body", "")))
    return f" {say('click.to', hvad=body)}" if body else ""


TITLES: Mapping[type[Action], Title] = {
    ShowAppointments: titled("click.appointments.list"),
    ShowOrganisation: titled("click.appointments.organisation"),
    ShowAppointment: titled("click.appointments.show"),
    ShowCall: titled("click.appointments.candidates"),
    OpenAppointmentForm: titled("click.appointments.form", organ=_body),
    OpenAppoint: titled("click.appointments.open_appoint"),
    OpenGroupForm: titled("click.appointments.group_form", quotes="task"),
    ShowGroup: titled("click.appointments.group"),
    CreateAppointments: titled("click.appointments.create", quotes="title", organ=_body),
    CallCandidates: titled("click.appointments.call"),
    NameCandidate: titled("click.appointments.name", hvem=_candidate, plads=_seat),
    NoCandidate: titled("click.appointments.none", plads=_seat),
    Appoint: titled("click.appointments.appoint", hvem=_appointed, plads=_seat),
    Vacate: titled("click.appointments.vacate"),
    Abolish: titled("click.appointments.abolish"),
    CreateGroup: titled("click.appointments.create_group", quotes="task"),
    CloseGroup: titled("click.appointments.close_group"),
    ReopenGroup: titled("click.appointments.reopen_group"),
}
