"""Filing: which case everything belongs to in the records system, and what is there already."""

from typing import assert_never

from bot.domain.filing.actions import (
    FetchCaseFile,
    FileOn,
    FilingCommand,
    FilingQuery,
    MarkFiled,
    ShowFiling,
    ShowUnfiled,
)
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.filing import commands, queries
from bot.usecases.filing.phrases import PHRASES
from bot.usecases.rights import is_secretariat
from cards.filing.cards import Typed
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "query"]


async def query(desk: Desk, actor: str, action: FilingQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowFiling():
            return await queries.show(desk, actor, action)
        case ShowUnfiled():
            return await queries.show_unfiled(desk, actor, action)
        case FetchCaseFile():
            return await queries.offer_case_file(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: FilingCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case FileOn():
            return await commands.file_on(desk, actor, action)
        case MarkFiled():
            return await commands.mark_filed(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: FilingQuery | FilingCommand) -> Card | None:
    """What to show below a refusal: the card with what was typed."""
    if not is_secretariat(desk, actor):
        return None
    match action:
        case FileOn():
            typed = Typed(number=action.case_number or "", kle=action.kle or "", facet=action.facet or "")
            return await queries.card_for(
                desk, actor, ShowFiling(meeting=action.meeting, pick=action.position), typed=typed
            )
        case MarkFiled():
            return await queries.card_for(desk, actor, ShowFiling(meeting=action.meeting), reference=action.reference)
        case _:
            return None
