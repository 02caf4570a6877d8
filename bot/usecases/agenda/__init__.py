"""The agenda's draft: shown to all who have a seat; ordered, timed and edited by the secretariat until it is sent."""

from typing import assert_never

from bot.domain.agenda.actions import (
    AddItem,
    AgendaCommand,
    AgendaQuery,
    EditAgenda,
    EditItem,
    MoveItem,
    OpenItem,
    RemoveItem,
    ShowAgenda,
)
from bot.usecases.agenda import commands, queries, views
from bot.usecases.agenda.phrases import PHRASES
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "query"]


async def query(desk: Desk, actor: str, action: AgendaQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowAgenda():
            return await queries.show_agenda(desk, actor, action)
        case EditAgenda():
            return await queries.edit_agenda(desk, actor, action)
        case OpenItem():
            return await queries.open_item(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: AgendaCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case AddItem():
            return await commands.add_item(desk, actor, action)
        case EditItem():
            return await commands.edit_item(desk, actor, action)
        case MoveItem():
            return await commands.move_item(desk, actor, action)
        case RemoveItem():
            return await commands.remove_item(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: AgendaQuery | AgendaCommand) -> Card | None:
    """What to show below a refusal."""
    match action:
        case ShowAgenda() | EditAgenda():
            return await views.agenda_card(desk, actor, desk.meeting(action.meeting))
        case OpenItem() | AddItem() | EditItem() | MoveItem() | RemoveItem():
            return await views.as_refused(desk, actor, action)
        case _:
            assert_never(action)
