"""Meetings and deadlines."""

from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from tests.harness.cases.case import Case, here, proposed

FORUM_CASES = (
    Case(action=here(ShowMeetings), begin=proposed),
    Case(action=here(ShowDeadlines), begin=proposed),
)
ASKS = {"møder": "Kommende møder i Politisk Klynge Nord", "frister": "Frister for mødet den 16. marts 2027"}
PLAIN: frozenset[str] = frozenset()
