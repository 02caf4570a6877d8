"""The buttons about one seat, and those about one group."""

from bot.domain.appointments.actions import (
    Abolish,
    AppointmentAction,
    CallCandidates,
    CloseGroup,
    GroupAction,
    NameCandidate,
    NoCandidate,
    OpenAppoint,
    ReopenGroup,
    ShowAppointment,
    ShowCall,
    ShowGroup,
    Vacate,
)
from cards.appointments.view import AppointmentView, CallView, GroupView
from cards.kit.elements import Json, Style, button, button_rows
from cards.kit.words import say

_OF_SEAT: dict[type[AppointmentAction], tuple[str, Style]] = {
    CallCandidates: ("appointment.btn.call", "default"),
    ShowCall: ("appointment.btn.candidates", "default"),
    OpenAppoint: ("appointment.btn.appoint", "positive"),
    ShowAppointment: ("appointment.btn.open", "default"),
    Vacate: ("appointment.btn.vacate", "default"),
    Abolish: ("appointment.btn.abolish", "default"),
}
_OF_GROUP: dict[type[GroupAction], tuple[str, Style]] = {
    CloseGroup: ("appointment.group.btn.close", "default"),
    ReopenGroup: ("group.btn.reopen", "default"),
    ShowGroup: ("group.btn.open", "default"),
}


def of_seat(view: AppointmentView, kind: type[AppointmentAction]) -> Json:
    """The button for that, whatever is typed on the card."""
    key, style = _OF_SEAT[kind]
    action = kind(forum=view.forum, number=view.number, year=view.year)
    return button(say(key), action, style=style, checks_inputs=False)


def of_group(view: GroupView, kind: type[GroupAction]) -> Json:
    """The button for that."""
    key, style = _OF_GROUP[kind]
    return button(say(key), kind(forum=view.forum, number=view.number, year=view.year), style=style)


def answers(view: AppointmentView, call: CallView) -> list[Json]:
    """»Indstil« and »Ingen kandidat«, to that call."""
    forum, number, year = view.forum, view.number, view.year
    named = NameCandidate(forum=forum, number=number, year=year, call=call.number)
    nobody = NoCandidate(forum=forum, number=number, year=year, call=call.number)
    return button_rows(
        button(say("appointment.btn.name"), named, style="positive"),
        button(say("appointment.btn.none"), nobody, checks_inputs=False),
    )
