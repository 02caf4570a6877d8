"""Meetings in one's own calendar."""

from bot.domain.calendars.actions import OpenCalendar, RenewCalendar
from tests.harness.cases.case import Case, of_meeting, proposed

FORUM_CASES = (
    Case(action=of_meeting(OpenCalendar), begin=proposed),
    Case(action=of_meeting(RenewCalendar), begin=proposed),
)
ASKS = {"kalender": "Føj til kalender"}
PLAIN: frozenset[str] = frozenset()
