"""Meetings and their deadlines: shown to everybody, and reminded of ahead."""

from typing import assert_never

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.meetings.actions import MeetingsQuery, ShowDeadlines, ShowMeetings
from bot.domain.meetings.notices import MeetingNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.meetings import news, notices, queries
from bot.usecases.meetings.news import instead
from bot.usecases.meetings.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "instead", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: MeetingsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowMeetings():
            return await queries.show_meetings(desk, actor, action)
        case ShowDeadlines():
            return await queries.show_deadlines(desk, actor, action)
        case _:
            assert_never(action)


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
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan what is said ahead of the meeting."""
    await notices.plan(desk, meeting)
