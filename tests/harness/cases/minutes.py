"""Minutes."""

from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenAttendance,
    OpenDissent,
    OpenResolution,
    RecordAbsence,
    RecordArrival,
    RecordAttendance,
    RecordDeparture,
    RecordDissent,
    RecordEnd,
    RecordEverybody,
    RecordPositions,
    RecordPresence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
    ShowMinutesPreview,
    TakeBackDissent,
    TakeBackMinutesApproval,
)
from bot.domain.minutes.state import Outcome
from tests.harness.cases.case import POLITICIAN, SEATED, SUBSTITUTE, Case, held, here, of_meeting, proposed
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT

_CLERK = (SECRETARIAT,)
_THERE = tuple(each for each in SEATED if each != SUBSTITUTE)  # nobody called the substitute
_RESOLUTION = of_meeting(RecordResolution, position=2, outcome=Outcome.APPROVED, words="Ja.")

FORUM_CASES = (
    Case(action=here(ShowMinutes), begin=proposed),
    Case(action=of_meeting(ShowMinutesPreview), allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordEverybody), allowed=_CLERK, begin=held),
    Case(action=of_meeting(OpenAttendance), allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordAttendance, present=(POLITICIAN,), ended="18.45"), allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordPresence, present=(POLITICIAN, COORDINATOR)), allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordAbsence, absent=(POLITICIAN,)), allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordArrival, words="Læsø 17.10"), allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordDeparture, words="Læsø 18"), allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordEnd, ended="18.50"), allowed=_CLERK, begin=held),
    Case(action=_RESOLUTION, allowed=_CLERK, begin=held),
    Case(action=of_meeting(RecordPositions, position=2, words="Læsø imod"), allowed=_CLERK, begin=held),
    Case(action=of_meeting(OpenDissent, position=2), allowed=_THERE, begin=held),
    Case(action=of_meeting(RecordDissent, position=2, words="Nej."), allowed=_THERE, begin=held, by=POLITICIAN),
    Case(action=of_meeting(TakeBackDissent, position=2), allowed=(POLITICIAN,), begin=held),
    Case(action=of_meeting(SendMinutes), allowed=_CLERK, begin=held),
    Case(action=of_meeting(OpenResolution, position=2), begin=held),
    *(Case(action=of_meeting(RemarkOnMinutes, words=f"Fejl: {each}."), begin=held, by=each) for each in SEATED),
    Case(action=of_meeting(AddToMinutes, words="Rettelse."), allowed=_CLERK, begin=held),
    Case(action=of_meeting(ApproveMinutes), allowed=CHAIRS),
    Case(action=of_meeting(TakeBackMinutesApproval), allowed=CHAIRS),
)
ASKS = {"referat": "Der er endnu ikke holdt et møde"}
PLAIN = frozenset(
    {
        "but_the_absent",
        "ended",
        "everybody",
        "onward",
        "outcome",
        "position",
        "remakes",
        "revision",
        "sentence",
        "stays",
        "words",
    }
)
