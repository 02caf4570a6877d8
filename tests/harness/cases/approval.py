"""Approval, and the sending of agendas."""

from bot.domain.approval.actions import (
    Circulate,
    Clear,
    EditAnswer,
    MarkCopySent,
    Respond,
    SendAgenda,
    SendUnapproved,
    ShowApprovals,
    ShowChanges,
    ShowClearance,
    ShowCopy,
    ShowVersion,
    TakeBack,
)
from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Verdict
from tests.harness.cases.case import (
    CHAIR,
    Case,
    accepted,
    answered,
    approved,
    circulated,
    here,
    of_meeting,
    proposed,
    recirculated,
    unanswered,
)
from tests.harness.steps import CHAIRS, SECRETARIAT

_CLERK = (SECRETARIAT,)


def _answer(verdict: Verdict, words: str = "", by: str | None = None) -> Case:
    return Case(action=of_meeting(Respond, verdict=verdict, words=words), allowed=CHAIRS, begin=circulated, by=by)


FORUM_CASES = (
    Case(action=of_meeting(ShowCopy, body="koordineringsgruppen"), allowed=_CLERK),
    Case(action=of_meeting(MarkCopySent, body="koordineringsgruppen"), allowed=_CLERK),
    Case(action=here(ShowApprovals), begin=proposed),
    Case(action=of_meeting(Circulate), allowed=_CLERK, begin=accepted),
    Case(action=of_meeting(ShowVersion, version=1), begin=accepted),
    _answer(Verdict.APPROVED),
    _answer(Verdict.APPROVED_WITH_REMARKS, "Husk.", by=CHAIR),
    _answer(Verdict.RETURNED, "Om igen."),
    Case(action=of_meeting(ShowChanges, version=2, since=1), begin=recirculated),
    Case(action=of_meeting(EditAnswer), begin=circulated),
    Case(action=of_meeting(ShowClearance), begin=circulated),
    Case(
        action=of_meeting(Clear, clearing=Clearing.CLEARED, organisation="region-nordjylland"),
        allowed=("koordinator-region", *_CLERK),
        begin=circulated,
    ),
    Case(action=of_meeting(TakeBack), allowed=CHAIRS, begin=answered),
    Case(action=of_meeting(SendUnapproved), allowed=_CLERK, begin=unanswered),
    Case(action=of_meeting(SendAgenda), allowed=_CLERK, begin=approved),
)
ASKS = {"godkendelser": "odkendelse", "afklaring": "dagsorden"}
PLAIN = frozenset({"clearing", "position", "revision", "since", "verdict", "words"})
