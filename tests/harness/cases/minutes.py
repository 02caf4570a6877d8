"""Minutes."""

from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenResolution,
    RecordAbsence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
)
from bot.domain.minutes.state import Outcome
from tests.harness.cases.case import POLITICIAN, SEATED, Case, held, here, of_meeting, proposed
from tests.harness.steps import CHAIRS, SECRETARIAT

_CLERK = (SECRETARIAT,)
_RESOLUTION = of_meeting(RecordResolution, position=2, outcome=Outcome.APPROVED, words="Ja.")

FORUM_CASES = (
    Case(action=here(ShowMinutes), begin=proposed),
    Case(action=of_meeting(RecordAbsence, absent=(POLITICIAN,)), allowed=_CLERK, begin=held),
    Case(action=_RESOLUTION, allowed=_CLERK, begin=held),
    Case(action=of_meeting(SendMinutes), allowed=_CLERK, begin=held),
    Case(action=of_meeting(OpenResolution, position=2), begin=held),
    *(Case(action=of_meeting(RemarkOnMinutes, words=f"Fejl: {each}."), begin=held, by=each) for each in SEATED),
    Case(action=of_meeting(AddToMinutes, words="Rettelse."), allowed=_CLERK, begin=held),
    Case(action=of_meeting(ApproveMinutes), allowed=CHAIRS),
)
ASKS = {"referat": "Der er endnu ikke holdt et møde"}
PLAIN = frozenset({"outcome", "position", "revision", "words"})
