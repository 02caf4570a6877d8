"""The forms: a new seat, whom it is filled with, and a new group; shown again, each holds all that was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.appointments.actions import Appoint, CreateAppointments, CreateGroup
from bot.domain.appointments.levels import LEVELS, known_level
from bot.domain.kernel.danish import NOBODY
from cards.appointments.view import LEVEL_NAMES, AppointmentView, state_words
from cards.kit.elements import Card, Json, button, card, choice_input, heading, text, text_input
from cards.kit.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """What a form lets one choose, by value, and what it says above its fields."""

    options: Mapping[str, str]
    notes: Sequence[str] = ()


def new_seat(typed: CreateAppointments, choosing: Choosing) -> Card:
    """The form of »Ny plads«; `options` are the bodies that the charter names, and the groups at work."""
    title, label = say("appointment.btn.new"), say("appointment.field.title")
    return card(
        heading(title),
        *(text(note, subtle=True) for note in choosing.notes),
        *_body(typed, choosing.options),
        text_input(
            "title",
            label,
            value=typed.title,
            placeholder=say("appointment.field.title.example"),
            required=say("error.missing_field", felt=label),
        ),
        _level("level", say("appointment.field.level"), typed.level),
        text_input("count", say("appointment.field.count"), value=typed.count or "1"),
        _day("until", say("appointment.field.until"), typed.until),
        actions=[button(title, CreateAppointments(forum=typed.forum, form=typed.form), style="positive")],
        speak=title,
    )


def appointing(typed: Appoint, view: AppointmentView, choosing: Choosing, candidates: Mapping[str, str]) -> Card:
    """The form of »Udpeg«; `options` are the resolutions, `candidates` whom somebody named."""
    title = say("appointment.btn.appoint")
    return card(
        heading(say("appointment.appoint.title", plads=view.name)),
        text(state_words(view), subtle=True),
        *(text(note, subtle=True) for note in choosing.notes),
        *_resolution(typed.resolution, choosing.options),
        *_whom(typed, candidates),
        text_input("stand_in", say("appointment.field.stand_in"), value=typed.stand_in),
        _day("since", say("appointment.field.since"), typed.since),
        _day("until", say("appointment.field.until"), typed.until),
        actions=[
            button(title, Appoint(forum=typed.forum, number=view.number, year=view.year), style="positive"),
        ],
        speak=say("appointment.appoint.title", plads=view.name),
    )


def new_group(typed: CreateGroup, choosing: Choosing, *, needs_level: bool, needs_coordinator: bool) -> Card:
    """The form of a new working group."""
    title, task = say("group.btn.new"), say("group.field.task")
    level = say("group.field.level" if needs_level else "group.field.level.optional")
    coordinator = say("group.field.coordinator.needed" if needs_coordinator else "group.field.coordinator")
    return card(
        heading(title),
        *(text(note, subtle=True) for note in choosing.notes),
        *_resolution(typed.resolution, choosing.options),
        text_input("task", task, value=typed.task, multiline=True),
        _level("level", level, typed.level),
        text_input("coordinator", coordinator, value=typed.coordinator),
        _day("until", say("group.field.until"), typed.until),
        actions=[button(title, CreateGroup(forum=typed.forum, form=typed.form), style="positive")],
        speak=title,
    )


def _body(typed: CreateAppointments, options: Mapping[str, str]) -> list[Json]:
    example = say("appointment.field.body.example")
    if not options:
        value = typed.other or typed.body
        return [text_input("body", say("appointment.field.body"), value=value, placeholder=example)]
    other = typed.other or ("" if typed.body in options else typed.body)
    return [
        choice_input("body", say("appointment.field.body"), options, value=typed.body),
        text_input("other", say("appointment.field.other"), value=other, placeholder=example),
    ]


def _whom(typed: Appoint, candidates: Mapping[str, str]) -> list[Json]:
    label, example = say("appointment.field.name"), say("appointment.field.name.example")
    if not candidates:
        return [text_input("name", label, value=typed.other or typed.name, placeholder=example)]
    other = typed.other or ("" if typed.name in candidates else typed.name)
    chosen = typed.name or (next(iter(candidates)) if len(candidates) == 1 and not other else "")
    return [
        choice_input("name", label, candidates, value=chosen),
        text_input("other", say("appointment.field.name.other"), value=other, placeholder=example),
    ]


def _resolution(typed: str, options: Mapping[str, str]) -> list[Json]:
    label = say("group.field.resolution")
    if not options:
        return [text(say("resolutions.none"), bold=True)]
    return [choice_input("resolution", label, options, value=typed)]


def _level(name: str, label: str, value: str) -> Json:
    """A known level is chosen; another one stands as it was typed."""
    known = known_level(value) or NOBODY
    if value not in ("", NOBODY) and known == NOBODY:
        return text_input(name, label, value=value)
    return choice_input(
        name,
        label,
        {NOBODY: say("appointment.level.none")} | {each: LEVEL_NAMES[each] for each in LEVELS},
        value=known,
    )


def _day(name: str, label: str, value: str) -> Json:
    return text_input(name, label, value=value, placeholder=say("appointment.day.example"))
