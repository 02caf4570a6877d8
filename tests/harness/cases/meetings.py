"""Meetings, their deadlines, and who comes."""

from bot.domain.meetings.actions import (
    OpenAbsence,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    ShowDeadlines,
    ShowMeetings,
    ShowWhoComes,
    TakeBackAbsence,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import POLITICIAN, Case, circulated, here, of_meeting, proposed


async def _away(nord: Stage) -> None:
    """The agenda is asked about, and somebody is away."""
    await circulated(nord)
    await nord.says(POLITICIAN, "jeg kommer ikke den 16. marts")


FORUM_CASES = (
    Case(action=here(ShowMeetings), begin=proposed),
    Case(action=here(ShowDeadlines), begin=proposed),
    Case(action=of_meeting(ShowWhoComes), begin=circulated),
    Case(action=of_meeting(OpenAbsence), begin=circulated),
    Case(action=here(OpenPeriod), begin=circulated),
    Case(action=of_meeting(ReportAbsence, substitute="suppleant-regional"), begin=circulated, by=POLITICIAN),
    Case(action=here(ReportPeriod, since="1. marts 2027", until="31. marts 2027"), begin=circulated),
    Case(action=of_meeting(TakeBackAbsence), allowed=(POLITICIAN,), begin=_away),
)
ASKS = {
    "møder": "Kommende møder i Politisk Klynge Nord",
    "frister": "Frister for mødet den 16. marts 2027",
    "hvem kommer": "Hvem kommer til mødet den 16. marts 2027",
    "fravær": "Meld fravær",
    "meld afbud": "Meld afbud",
}
PLAIN = frozenset({"mandate", "outsider", "since", "until", "words"})
