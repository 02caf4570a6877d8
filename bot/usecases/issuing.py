"""Addresses on an answer as it leaves, for whoever asked alone and kept nowhere: of calendars and files."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.calendars.actions import CalendarsCommand, CalendarsQuery
from bot.usecases.asker import Asker
from bot.usecases.calendars.handing import Calendars
from bot.usecases.calendars.showing import with_addresses
from bot.usecases.desk import Desk
from bot.usecases.downloads.answers import with_file
from bot.usecases.downloads.files import Files
from bot.usecases.downloads.passes import Wanted
from bot.usecases.page.visits import Visits
from bot.usecases.turn import Turn
from cards.kit.elements import Card

Addressed: TypeAlias = CalendarsQuery | CalendarsCommand | Wanted
"""What is answered with an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuers:
    """What issues addresses: of people's own pages, of calendars, of files; None where nobody can reach the service."""

    visits: Visits | None = None
    calendars: Calendars | None = None
    files: Files | None = None


NO_ADDRESSES = Issuers()


async def with_address(desk: Desk, turn: Turn, asker: Asker, action: Addressed, answer: Card, issuers: Issuers) -> Card:
    """The answer with the address that was asked for, or with what stands in its place here."""
    if isinstance(action, Wanted):
        return await with_file(desk, turn, asker, action, answer, issuers.files)
    return await with_addresses(desk, turn, asker, action, answer, issuers.calendars)
