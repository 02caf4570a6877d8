"""The forum itself: help, the welcome to its channel, and what departs from its charter."""

from typing import assert_never

from bot.domain.forum.actions import ForumQuery, NotUnderstood, ShowContact, ShowHelp
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.forum import ending, queries, remarks
from bot.usecases.forum.phrases import PHRASES
from bot.usecases.routes import carried
from cards.forum import welcome
from cards.kit.elements import Card
from cards.kit.words import say

__all__ = ["PHRASES", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: ForumQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowHelp():
            return await queries.show_help(desk, actor, action)
        case ShowContact():
            return await queries.show_contact(desk, actor, action)
        case NotUnderstood():
            return await queries.not_understood(desk, actor, action)
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: ForumNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case ForumNotice.WELCOME:
            return welcome.tied(desk.forum.id, desk.forum.name)
        case ForumNotice.REMARKS:
            return await remarks.told_of(desk, notice)
        case ForumNotice.ENDING:
            return await ending.told_of(desk, notice)
        case ForumNotice.REPLY | ForumNotice.RESTORED:
            return carried(notice)[1]
        case ForumNotice.UNREADABLE:
            return Stale(say("outbox.readable_again"))  # there is a desk, so it can be read
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk) -> None:
    """Plan what is said of the forum itself."""
    await ending.plan(desk)
