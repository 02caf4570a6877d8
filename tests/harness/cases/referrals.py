"""Cases that go from body to body; the example's charter names none to send on to, so that has a journey of its own."""

from bot.domain.referrals.actions import (
    OpenSendOn,
    RegisterAnswer,
    SendOn,
    ShowReferral,
    ShowReferrals,
    ShowWay,
    TakeBackReferral,
)
from tests.harness.cases.case import Case, accepted, here, of_meeting
from tests.harness.steps import SECRETARIAT

_CLERK = (SECRETARIAT,)

FORUM_CASES = (
    Case(action=here(ShowReferrals), begin=accepted),
    Case(action=of_meeting(ShowWay, position=2), begin=accepted),
    Case(action=here(ShowWay, number=1), begin=accepted),
    Case(action=here(OpenSendOn, number=1, body="raad"), allowed=_CLERK),
    Case(
        action=here(SendOn, number=1, body="raad", question="Hvad nu?", wanted="1/6", level="politisk", basis="plan"),
        allowed=_CLERK,
    ),
    Case(action=here(ShowReferral, number=1)),
    Case(action=here(RegisterAnswer, number=1, words="Ja.", answered_on="1/6"), allowed=_CLERK),
    Case(action=here(TakeBackReferral, number=1), allowed=_CLERK),
)
ASKS = {"videresendte": "Videresendte"}
PLAIN = frozenset({"answered_on", "body", "level", "picks", "question", "resolved", "wanted", "year"})
