"""Meetings, their deadlines, and who comes."""

from bot.domain.meetings.actions import (
    CancelMeeting,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    OpenAbsence,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    ResumeMeeting,
    ShowDeadlines,
    ShowMeetings,
    ShowSeries,
    ShowWhoComes,
    TakeBackAbsence,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import POLITICIAN, Case, circulated, here, of_meeting, proposed
from tests.harness.steps import SECRETARIAT

_SERVING = (SECRETARIAT,)


async def _cancelled(nord: Stage) -> None:
    """The agenda is asked about, and the meeting is cancelled."""
    await circulated(nord)
    form = await nord.says(SECRETARIAT, "aflys møde 16/3")
    await nord.clicks(SECRETARIAT, form, "Aflys mødet")


async def _away(nord: Stage) -> None:
    """The agenda is asked about, and somebody is away."""
    await circulated(nord)
    await nord.says(POLITICIAN, "jeg kommer ikke den 16. marts")


async def _moved(nord: Stage) -> None:
    """The agenda is asked about, and the meeting is on another day."""
    await circulated(nord)
    form = await nord.says(SECRETARIAT, "flyt møde 16/3 til 6/4")
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")


FORUM_CASES = (
    Case(action=here(ShowMeetings), begin=proposed),
    Case(action=here(ShowDeadlines), begin=proposed),
    Case(action=of_meeting(ShowWhoComes), begin=circulated),
    Case(action=of_meeting(OpenAbsence), begin=circulated),
    Case(action=here(OpenPeriod), begin=circulated),
    Case(action=of_meeting(ReportAbsence, substitute="suppleant-regional"), begin=circulated, by=POLITICIAN),
    Case(action=here(ReportPeriod, since="1. marts 2027", until="31. marts 2027"), begin=circulated),
    Case(action=of_meeting(TakeBackAbsence), allowed=(POLITICIAN,), begin=_away),
    Case(action=here(OpenNewMeeting), allowed=_SERVING, begin=circulated),
    Case(action=of_meeting(OpenMove), allowed=_SERVING, begin=circulated),
    Case(action=of_meeting(OpenCancel), allowed=_SERVING, begin=circulated),
    Case(action=of_meeting(MoveMeeting, day="6. april 2027"), allowed=_SERVING, begin=circulated),
    Case(
        action=here(MakeMeeting, day="1. juni 2027", begins="16.30", ends="19", place="Læsø"),
        allowed=_SERVING,
        begin=circulated,
    ),
    Case(action=here(ShowSeries, of_year="2028"), begin=circulated),
    Case(
        action=here(
            MakeSeries,
            of_year="2028",
            day=("6. juni 2028",),
            begins=("16.30",),
            ends=("19",),
            place=("Læsø",),
            kept=("true",),
        ),
        allowed=_SERVING,
        begin=circulated,
    ),
    Case(action=of_meeting(ResumeMeeting), allowed=_SERVING, begin=_cancelled),
    Case(action=of_meeting(CancelMeeting), allowed=_SERVING, begin=_moved),
)
ASKS = {
    "møder": "Kommende møder i Politisk Klynge Nord",
    "frister": "Frister for mødet den 16. marts 2027",
    "møder 2028": "Møder i 2028",
    "hvem kommer": "Hvem kommer til mødet den 16. marts 2027",
    "fravær": "Meld fravær",
    "meld afbud": "Meld afbud",
}
PLAIN = frozenset(
    {"mandate", "outsider", "since", "until", "words", "day", "begins", "ends", "place", "reason", "seen"}
    | {"of_year", "how_many", "weekday", "kept", "anew"}
)
