"""The wording of minutes: members suggest, the secretariat answers, and whoever suggested hears of it."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.wording.actions import (
    BringUp,
    CommentOnItem,
    DeclineWording,
    OpenSuggestion,
    ShowSuggestion,
    ShowSuggestions,
    SuggestWording,
    TakeWording,
    WithdrawWording,
    WordingCommand,
    WordingQuery,
)
from bot.domain.wording.notices import WordingNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.wording import answering, commands, forms, notices, queries
from bot.usecases.wording.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "query", "render"]


async def query(desk: Desk, actor: str, action: WordingQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowSuggestions():
            return await queries.show(desk, actor, action)
        case ShowSuggestion():
            return await queries.show_one(desk, actor, action)
        case OpenSuggestion():
            return await forms.open_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: WordingCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case SuggestWording():
            return await commands.suggest(desk, actor, action)
        case CommentOnItem():
            return await commands.comment(desk, actor, action)
        case BringUp():
            return await commands.bring_up(desk, actor, action)
        case WithdrawWording():
            return await commands.withdraw(desk, actor, action)
        case TakeWording():
            return await answering.take(desk, actor, action)
        case DeclineWording():
            return await answering.decline(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: WordingQuery | WordingCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or the suggestion as it stands."""
    return await queries.as_refused(desk, actor, action)


async def render(desk: Desk, notice: Notice, kind: WordingNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.told(desk, notice, kind)
