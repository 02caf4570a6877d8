"""What one can ask for about one's own calendar."""

from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


class OpenCalendar(MeetingAction, Query):
    """»Føj til kalender«: the address of a file of that meeting, and the address to subscribe to all of one's own."""


class RenewCalendar(MeetingAction, Command):
    """»Forny adressen«: the address that one subscribed to shows nothing any more, and another does."""


CalendarsQuery: TypeAlias = OpenCalendar
CalendarsCommand: TypeAlias = RenewCalendar
