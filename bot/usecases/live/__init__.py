"""A meeting as it is held: taken through its agenda, with who is there, by the secretariat or whoever leads it."""

from typing import assert_never

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.live.actions import (
    AddTaskInMeeting,
    EndMeeting,
    LiveCommand,
    LiveQuery,
    MoveOn,
    NoteInMeeting,
    ShowLive,
    StartMeeting,
)
from bot.domain.live.notices import LiveNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.live import commands, leaving, loading, notices, presence, views
from bot.usecases.live.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: LiveQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowLive():
            return await views.card_for(desk, actor, await loading.held(desk, action.meeting))
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: LiveCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case StartMeeting():
            return await commands.start(desk, actor, action)
        case MoveOn():
            return await commands.move_on(desk, actor, action)
        case NoteInMeeting():
            return await presence.note(desk, actor, action)
        case AddTaskInMeeting():
            return await commands.add_task(desk, actor, action)
        case EndMeeting():
            return await commands.end(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: LiveQuery | LiveCommand) -> Card | None:
    """What to show below a refusal: the meeting as it stands; None before it began."""
    try:
        held = await loading.held(desk, action.meeting)
    except Refusal:
        return None
    typed = action.duty if isinstance(action, AddTaskInMeeting) and not desk.is_overheard else ""
    return await views.card_for(desk, actor, held, typed=typed)


async def render(desk: Desk, notice: Notice, kind: LiveNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case LiveNotice.LEFT_RUNNING:
            return await notices.left_running(desk, notice)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan to ask when the meeting ended, where nobody said so."""
    await leaving.plan(desk, meeting)
