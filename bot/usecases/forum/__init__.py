"""The forum itself: help, and the welcome to its channel."""

from typing import Any, assert_never, cast

from bot.domain.forum.actions import ForumQuery, NotUnderstood, ShowContact, ShowHelp
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice
from bot.usecases.desk import Desk
from bot.usecases.forum import queries, welcome
from bot.usecases.forum.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "query", "render"]


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


async def render(desk: Desk, notice: Notice, kind: ForumNotice) -> Card:
    """What the notice says as it leaves."""
    match kind:
        case ForumNotice.WELCOME:
            return welcome.card_of(desk)
        case ForumNotice.REPLY:
            return Card(cast(dict[str, Any], notice.subject["card"]), str(notice.subject["summary"]))
        case _:
            assert_never(kind)
