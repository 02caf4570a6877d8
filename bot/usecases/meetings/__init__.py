"""Meetings, their deadlines and who comes: made, moved and cancelled, shown, reminded of, and told by who is away."""

from typing import assert_never

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.meetings.actions import (
    CancelMeeting,
    MakeMeeting,
    MakeSeries,
    MeetingsCommand,
    MeetingsQuery,
    MoveMeeting,
    OpenAbsence,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    ResumeMeeting,
    ShowDeadlines,
    ShowMeetings,
    ShowSeries,
    ShowWhoComes,
    TakeBackAbsence,
)
from bot.domain.meetings.notices import MeetingNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.meetings import absence, attending, forms, news, notices, planning, queries, series
from bot.usecases.meetings.handing_over import follow_move
from bot.usecases.meetings.news import instead
from bot.usecases.meetings.phrases import PHRASES
from bot.usecases.taking_effect import Planning
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "follow_move", "fresh_card", "instead", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: MeetingsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowMeetings():
            return await queries.show_meetings(desk, actor, action)
        case ShowDeadlines():
            return await queries.show_deadlines(desk, actor, action)
        case ShowWhoComes():
            return await attending.show_who_comes(desk, action)
        case OpenAbsence():
            return await absence.open_form(desk, actor, action)
        case OpenPeriod():
            return await absence.open_period(desk, actor, action)
        case OpenNewMeeting():
            return await forms.open_new(desk, actor, action)
        case OpenMove():
            return await forms.open_move(desk, actor, action)
        case OpenCancel():
            return await forms.open_cancel(desk, actor, action)
        case ShowSeries():
            return await series.show(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: MeetingsCommand, plan_anew: Planning) -> Card:
    """Do what the person asks for; `plan_anew` plans what is said ahead of meetings."""
    match action:
        case ReportAbsence():
            return await absence.report(desk, actor, action)
        case ReportPeriod():
            return await absence.report_period(desk, actor, action)
        case TakeBackAbsence():
            return await absence.take_back(desk, actor, action)
        case MakeMeeting():
            return await planning.make(desk, actor, action, plan_anew)
        case MoveMeeting():
            return await planning.move(desk, actor, action, plan_anew)
        case CancelMeeting():
            return await planning.cancel(desk, actor, action, plan_anew)
        case ResumeMeeting():
            return await planning.resume(desk, actor, action, plan_anew)
        case MakeSeries():
            return await series.make(desk, actor, action, plan_anew)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: MeetingsQuery | MeetingsCommand) -> Card | None:
    """What to show with a refusal: the form as it was filled in."""
    if isinstance(action, ReportAbsence | ReportPeriod):
        return absence.as_filled_in(desk, actor, action)
    if isinstance(action, OpenNewMeeting | MakeMeeting | OpenMove | MoveMeeting | OpenCancel | CancelMeeting):
        return await forms.as_refused(desk, actor, action)
    if isinstance(action, ShowSeries | MakeSeries):
        return await series.as_refused(desk, actor, action)
    return None


async def render(desk: Desk, notice: Notice, kind: MeetingNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case MeetingNotice.POST:
            return await notices.post(desk, notice)
        case MeetingNotice.PROPOSAL_DEADLINE:
            return await notices.proposal_deadline(desk, notice)
        case MeetingNotice.MEETING:
            return await notices.meeting(desk, notice)
        case MeetingNotice.MOVED:
            return await news.moved(desk, notice)
        case MeetingNotice.CANCELLED:
            return news.cancelled(desk, notice)
        case MeetingNotice.SERIES:
            return series.told(desk, notice)
        case MeetingNotice.ELSEWHERE:
            return await news.elsewhere(desk, notice)
        case MeetingNotice.ABSENCE:
            return await attending.absence_told(desk, notice)
        case MeetingNotice.STANDING_IN:
            return await attending.standing_in(desk, notice)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan what is said ahead of the meeting."""
    await notices.plan(desk, meeting)
