"""Meetings in people's own calendars: as a file, and as an address to subscribe to that they alone know."""

from typing import assert_never

from bot.domain.calendars.actions import CalendarsCommand, CalendarsQuery, OpenCalendar, RenewCalendar
from bot.usecases.calendars import showing
from bot.usecases.calendars.phrases import PHRASES
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "query"]


async def query(desk: Desk, actor: str, action: CalendarsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case OpenCalendar():
            return await showing.show(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: CalendarsCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case RenewCalendar():
            return await showing.renew(desk, actor, action)
        case _:
            assert_never(action)
