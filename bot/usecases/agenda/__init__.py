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
    OpenNewItem,
    RemoveItem,
    RestoreItem,
    ShowAgenda,
)
from bot.domain.agenda.notices import AgendaNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.agenda import commands, forms, notices, queries, views
from bot.usecases.agenda.phrases import PHRASES
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "query", "render"]


async def query(desk: Desk, actor: str, action: AgendaQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowAgenda():
            return await queries.show_agenda(desk, actor, action)
        case EditAgenda():
            return await queries.edit_agenda(desk, actor, action)
        case OpenNewItem():
            return await queries.new_item(desk, actor, action)
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
        case RestoreItem():
            return await commands.restore_item(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: AgendaQuery | AgendaCommand) -> Card | None:
    """What to show below a refusal."""
    match action:
        case ShowAgenda() | EditAgenda() | OpenNewItem():
            return await views.agenda_card(desk, actor, desk.meeting(action.meeting))
        case OpenItem() | AddItem() | EditItem() | MoveItem() | RemoveItem() | RestoreItem():
            return await forms.as_refused(desk, actor, action)
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: AgendaNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case AgendaNotice.ITEM_CHANGED:
            return await notices.item_changed(desk, notice)
        case _:
            assert_never(kind)
