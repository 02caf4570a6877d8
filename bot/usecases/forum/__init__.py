"""The forum itself: what it is and what it chose, help, the welcome to its channel, what departs from its charter."""

from typing import assert_never

from bot.domain.forum.actions import (
    ChangeChoice,
    ForumCommand,
    ForumQuery,
    OpenChoice,
    OpenChoices,
    ShowAbout,
    ShowChoices,
    ShowContact,
    ShowHelp,
    ShowProvisions,
    ShowSuccession,
)
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.forum import choosing, ending, queries, remarks, succession
from bot.usecases.forum.phrases import PHRASES
from bot.usecases.routes import carried
from bot.usecases.taking_effect import Planning
from cards.forum import welcome
from cards.forum.region import named
from cards.kit.elements import Card
from cards.kit.words import say

__all__ = ["PHRASES", "command", "fresh_card", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: ForumQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowHelp():
            return await queries.show_help(desk, actor, action)
        case ShowContact():
            return await queries.show_contact(desk, actor, action)
        case ShowAbout():
            return await queries.show_about(desk, actor, action)
        case ShowSuccession():
            return await succession.show(desk, actor, action)
        case ShowProvisions():
            return await queries.show_provisions(desk, actor, action)
        case ShowChoices():
            return await queries.show_choices(desk, actor, action)
        case OpenChoices():
            return await choosing.open_choices(desk, actor, action)
        case OpenChoice():
            return await choosing.open_choice(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: ForumCommand, plan_anew: Planning) -> Card:
    """Do what the person asks for; `plan_anew` plans what hangs on the forum's choices."""
    match action:
        case ChangeChoice():
            return await choosing.change(desk, actor, action, plan_anew)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: ForumQuery | ForumCommand) -> Card | None:
    """The form as it was filled in; None where the refusal says all."""
    if isinstance(action, OpenChoices | OpenChoice | ChangeChoice):
        return await choosing.as_refused(desk, actor, action)
    return None


async def render(desk: Desk, notice: Notice, kind: ForumNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case ForumNotice.WELCOME:
            return welcome.tied(desk.forum.id, named(desk.forum))
        case ForumNotice.REMARKS:
            return await remarks.told_of(desk, notice)
        case ForumNotice.ENDING:
            return await ending.told_of(desk, notice)
        case ForumNotice.HANDED_OVER:
            return await succession.announced(desk, notice)
        case ForumNotice.SUCCESSION:
            return await succession.told_of(desk, notice)
        case ForumNotice.HAND_OVER_DUE:
            is_done = desk.forum.handed_over is not None
            return Stale(say("stale.handed_over")) if is_done else carried(notice)[1]
        case ForumNotice.REPLY | ForumNotice.RESTORED:
            return carried(notice)[1]
        case ForumNotice.UNREADABLE:
            return Stale(say("outbox.readable_again"))  # there is a desk, so it can be read
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk) -> None:
    """Plan what is said of the forum itself."""
    await ending.plan(desk)
