"""Appointments: seats elsewhere and in working groups, whom they are filled with, and the groups themselves."""

from typing import assert_never

from bot.domain.appointments.actions import (
    Abolish,
    Appoint,
    AppointmentAction,
    AppointmentsCommand,
    AppointmentsQuery,
    CallCandidates,
    CloseGroup,
    CreateAppointments,
    CreateGroup,
    GroupAction,
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
from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.appointments import answering, commands, groups, notices, queries, refused, reminding
from bot.usecases.appointments.handing_on import hand_on
from bot.usecases.appointments.phrases import PHRASES
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "follow_duties", "fresh_card", "hand_on", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: AppointmentsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowAppointments():
            return await queries.show(desk, actor)
        case ShowOrganisation():
            return await queries.show_organisation(desk, actor)
        case ShowAppointment():
            return await queries.show_one(desk, actor, action)
        case ShowCall():
            return await queries.show_call(desk, actor, action)
        case ShowGroup():
            return await queries.show_group(desk, actor, action)
        case OpenAppointmentForm():
            return await queries.open_seat_form(desk, actor, action)
        case OpenAppoint():
            return await queries.open_appoint(desk, actor, action)
        case OpenGroupForm():
            return await queries.open_group_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: AppointmentsCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case CreateAppointments():
            return await commands.create(desk, actor, action)
        case CallCandidates():
            return await commands.call(desk, actor, action)
        case NameCandidate() | NoCandidate():
            return await answering.answer(desk, actor, action)
        case Appoint():
            return await commands.appoint(desk, actor, action)
        case Vacate():
            return await commands.vacate(desk, actor, action)
        case Abolish():
            return await commands.abolish(desk, actor, action)
        case CreateGroup():
            return await groups.create(desk, actor, action)
        case CloseGroup():
            return await groups.close(desk, actor, action)
        case ReopenGroup():
            return await groups.reopen(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: AppointmentsQuery | AppointmentsCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or the seat or the group as it stands."""
    if isinstance(action, CreateAppointments | Appoint | CreateGroup | NameCandidate | NoCandidate):
        return await refused.as_typed(desk, actor, action)
    if isinstance(action, AppointmentAction):
        return await queries.show_one(desk, actor, ShowAppointment(number=action.number, year=action.year))
    if isinstance(action, GroupAction):
        return await queries.show_group(desk, actor, ShowGroup(number=action.number, year=action.year))
    return None


async def render(desk: Desk, notice: Notice, kind: AppointmentNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.told(desk, notice, kind)


async def plan(desk: WritingDesk) -> None:
    """Plan the reminders of every seat and group."""
    await reminding.plan(desk)


async def follow_duties(desk: WritingDesk) -> None:
    """Something that is owed has changed: the groups whose task it was follow it."""
    await groups.follow_duties(desk)
