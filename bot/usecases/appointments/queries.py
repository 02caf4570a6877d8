"""The list of seats, one seat, one group, and the forum's organisation as a tree."""

from collections.abc import Sequence

from bot.domain.appointments.actions import (
    Appoint,
    CreateAppointments,
    CreateGroup,
    OpenAppoint,
    OpenAppointmentForm,
    OpenGroupForm,
    ShowAppointment,
    ShowCall,
    ShowGroup,
)
from bot.domain.appointments.asked import bodies
from bot.domain.appointments.founding import founding
from bot.domain.appointments.reminders import expiry_days
from bot.domain.appointments.state import Appointment
from bot.domain.forum.graph import Edge
from bot.usecases.appointments import forms, groups
from bot.usecases.appointments.answering import shown as call_shown
from bot.usecases.appointments.loading import body_name, found, group_found
from bot.usecases.appointments.views import group_views, view_of, views_of
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat, require_seat, require_secretariat
from cards.appointments import cards
from cards.appointments.cards import Branch, Section
from cards.appointments.view import AppointmentView, GroupView, group_words, state_words
from cards.kit.elements import Card
from cards.kit.words import say
from storage import appointments as store

_CLOSED_SHOWN = 10


async def show(desk: Desk, actor: str, outcome: str | None = None) -> Card:
    """Every seat: of the bodies that the charter names, of others, and of the groups at work."""
    require_seat(desk, actor)
    every = await store.open_ones(desk.conn, desk.forum.id)
    at_work = await store.groups(desk.conn, desk.forum.id)
    seen = list(zip(every, await views_of(desk, actor, every), strict=True))
    named = bodies(desk.forum)
    ids = [each.to.id for each in named]
    other = dict.fromkeys(each.body for each in every if each.group is None and each.body not in ids)
    sections = [
        *(Section(name=each.to.name, seats=_in(seen, each.to.id), note=_said(each)) for each in named),
        *(Section(name=body_name(desk, each), seats=_in(seen, each)) for each in other),
        *(
            Section(name=_called(view), seats=view.seats, group=view)
            for view in await group_views(desk, actor, at_work, every)
        ),
    ]
    days = expiry_days(desk.forum)
    is_usual = desk.forum.choice("appointment_reminder_days_before") is None
    reminders = say("appointment.reminders.unset" if is_usual else "appointment.reminders", antal=days)
    nothing = [] if sections else [say("appointment.none")]
    notes = [*forms.notes(desk), reminders, *nothing]
    return cards.listing(desk.forum.id, sections, notes, serves=is_secretariat(desk, actor), outcome=outcome)


async def show_one(desk: Desk, actor: str, action: ShowAppointment) -> Card:
    """One seat with what that person may do with it."""
    require_seat(desk, actor)
    return cards.one(await view_of(desk, actor, await found(desk, action.number, action.year)))


async def show_call(desk: Desk, actor: str, action: ShowCall) -> Card:
    """The call for candidates, to answer on it."""
    require_seat(desk, actor)
    return await call_shown(desk, actor, await found(desk, action.number, action.year))


async def show_group(desk: Desk, actor: str, action: ShowGroup) -> Card:
    """One working group."""
    require_seat(desk, actor)
    return await groups.shown(desk, actor, await group_found(desk, action.number, action.year))


async def open_seat_form(desk: Desk, actor: str, action: OpenAppointmentForm) -> Card:
    """The form of »Ny plads«."""
    require_secretariat(desk, actor)
    return await forms.seat_form(desk, CreateAppointments(body=action.body))


async def open_appoint(desk: Desk, actor: str, action: OpenAppoint) -> Card:
    """The form of »Udpeg«."""
    require_secretariat(desk, actor)
    one = await found(desk, action.number, action.year)
    return await forms.appoint_form(desk, actor, Appoint(), one)


async def open_group_form(desk: Desk, actor: str, action: OpenGroupForm) -> Card:
    """The form of a new working group."""
    require_secretariat(desk, actor)
    return await forms.group_form(desk, CreateGroup(task=action.task))


async def show_organisation(desk: Desk, actor: str) -> Card:
    """The forum, the bodies that it fills seats in, its groups and their seats; closed groups stay readable."""
    require_seat(desk, actor)
    every = await store.open_ones(desk.conn, desk.forum.id)
    known = await store.groups(desk.conn, desk.forum.id, closed=_CLOSED_SHOWN)
    seen = list(zip(every, await views_of(desk, actor, every), strict=True))
    named = bodies(desk.forum)
    ids = [each.to.id for each in named]
    other = dict.fromkeys(each.body for each in every if each.group is None and each.body not in ids)
    branches = [
        *(Branch(words=_edge_words(each), below=_leaves(_in(seen, each.to.id))) for each in named),
        *(Branch(words=body_name(desk, each), below=_leaves(_in(seen, each))) for each in other),
        *_groups(desk, await group_views(desk, actor, known, every)),
    ]
    serves = is_secretariat(desk, actor)
    return cards.tree(desk.forum.id, desk.forum.name, branches, _notes(desk), serves=serves)


def _groups(desk: Desk, views: Sequence[GroupView]) -> list[Branch]:
    """The groups under what the charter calls it to set them up."""
    relation = founding(desk.forum.charter)
    if relation is None and not views:
        return []
    name = say("group.groups")
    words = name if relation is None else say("organisation.creates", navn=relation.name, ord=relation.words or name)
    return [Branch(words=words, below=[_group(each) for each in views])]


def _called(view: GroupView) -> str:
    return say("group.called", gruppe=view.called, opgave=view.task)


def _group(view: GroupView) -> Branch:
    words = say("organisation.group", gruppe=view.called, opgave=view.task, tilstand=group_words(view))
    return Branch(words=words, below=_leaves(view.seats))


def _leaves(views: Sequence[AppointmentView]) -> list[Branch]:
    return [
        Branch(words=say("organisation.seat", plads=each.called, titel=each.title, tilstand=state_words(each)))
        for each in views
    ]


def _notes(desk: Desk) -> list[str]:
    """What of the forum's tasks is its own organisation, in the charter's words."""
    tasks = (*desk.forum.charter.tasks.mandatory, *desk.forum.charter.tasks.optional)
    said = [say("organisation.owned", ord=each.words or each.name) for each in tasks if each.by == "arbejdsgrupper"]
    return said or forms.group_notes(desk)[:1]


def _in(seen: Sequence[tuple[Appointment, AppointmentView]], body: str) -> list[AppointmentView]:
    return [view for one, view in seen if one.group is None and one.body == body]


def _said(edge: Edge) -> str:
    return say("appointment.said", ord=edge.relation.words) if edge.relation.words else ""


_COOPERATION = {
    "tvaerkommunal": "cooperation.tvaerkommunal",
    "tvaersektoriel": "cooperation.tvaersektoriel",
}


def _edge_words(edge: Edge) -> str:
    kind = _COOPERATION.get(edge.cooperation or "")
    if kind is None:
        return say("organisation.body.plain", organ=edge.to.name, ord=edge.relation.name)
    return say("organisation.body", organ=edge.to.name, slags=say(kind), ord=edge.relation.name)
