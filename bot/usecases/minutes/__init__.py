"""Minutes: written from the meeting's start, approved first where the forum wants that, sent, and commented on."""

from typing import assert_never

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    MinutesCommand,
    MinutesQuery,
    OpenAttendance,
    OpenDissent,
    OpenResolution,
    RecordAbsence,
    RecordArrival,
    RecordAttendance,
    RecordDeparture,
    RecordDissent,
    RecordEnd,
    RecordEverybody,
    RecordPositions,
    RecordPresence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
    ShowMinutesPreview,
    TakeBackDissent,
    TakeBackMinutesApproval,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.minutes import attendance, commands, dissenting, forms, notices, queries, reminders, resolving
from bot.usecases.minutes.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: MinutesQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowMinutes():
            return await queries.show_minutes(desk, actor, action)
        case ShowMinutesPreview():
            return await queries.show_preview(desk, actor, action)
        case OpenAttendance():
            return await queries.open_attendance(desk, actor, action)
        case OpenResolution():
            return await queries.open_resolution(desk, actor, action)
        case OpenDissent():
            return await dissenting.open_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: MinutesCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case RecordResolution():
            return await resolving.record_resolution(desk, actor, action)
        case RecordPositions():
            return await resolving.record_positions(desk, actor, action)
        case (
            RecordAttendance()
            | RecordPresence()
            | RecordAbsence()
            | RecordEverybody()
            | RecordArrival()
            | RecordDeparture()
            | RecordEnd()
        ):
            return await attendance.record(desk, actor, action)
        case RecordDissent() | TakeBackDissent():
            return await dissenting.dissent(desk, actor, action)
        case SendMinutes():
            return await commands.send_minutes(desk, actor, action)
        case ApproveMinutes():
            return await commands.approve_minutes(desk, actor, action)
        case TakeBackMinutesApproval():
            return await commands.take_back_approval(desk, actor, action)
        case RemarkOnMinutes():
            return await commands.remark(desk, actor, action)
        case AddToMinutes():
            return await commands.add(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: MinutesQuery | MinutesCommand) -> Card:
    """What to show below a refusal."""
    return await forms.as_refused(desk, actor, action)


async def render(desk: Desk, notice: Notice, kind: MinutesNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case MinutesNotice.DUE:
            return await notices.due(desk, notice, kind)
        case MinutesNotice.OVERDUE:
            return await notices.overdue(desk, notice)
        case MinutesNotice.REQUEST:
            return await notices.request(desk, notice)
        case MinutesNotice.MINUTES:
            return await notices.minutes(desk, notice)
        case MinutesNotice.ADDITION:
            return await notices.addition(desk, notice)
        case MinutesNotice.REMARK:
            return await notices.remark(desk, notice)
        case MinutesNotice.APPROVED:
            return await notices.approved(desk, notice)
        case MinutesNotice.DISSENT:
            return await notices.dissent(desk, notice)
        case MinutesNotice.EXTRACT:
            return await notices.extract(desk, notice)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan the reminders to write the meeting's minutes."""
    await reminders.plan(desk, meeting)
