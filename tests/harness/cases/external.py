"""Meetings of other bodies."""

from bot.domain.external.actions import (
    AnswerInput,
    CancelExternal,
    ChangeExternal,
    EditJoint,
    OpenExternal,
    OpenExternalForm,
    OpenJointText,
    RegisterExternal,
    SendJoint,
    ShowExternal,
    ShowExternals,
    ShowJoint,
)
from bot.domain.external.state import Position
from bot.local.demo.stage import Stage
from tests.harness.cases.case import CHAIR, LEADER, OTHER_COORDINATOR, POLITICIAN, Case, here
from tests.harness.steps import COORDINATOR, SECRETARIAT

_CLERK = (SECRETARIAT,)
_SPEAKING = (COORDINATOR, OTHER_COORDINATOR, LEADER, CHAIR, POLITICIAN)


async def external(nord: Stage) -> None:
    """No. 1 has two items, no. 2 none."""
    await nord.says(SECRETARIAT, "eksternt møde Regionsrådet 20/4, punkter: Økonomi; Udskrivning")
    await nord.says(SECRETARIAT, "eksternt møde KKR 21/4")


FORUM_CASES = (
    Case(action=here(ShowExternals), begin=external),
    *(Case(action=here(ShowExternal, number=number), begin=external) for number in (None, 1, 2)),
    Case(action=here(ShowJoint, number=1), begin=external),
    Case(action=here(OpenExternalForm), allowed=_CLERK, begin=external),
    Case(action=here(OpenExternal, number=1), allowed=_CLERK, begin=external),
    *(Case(action=here(OpenJointText, number=1, item=item), allowed=_CLERK, begin=external) for item in (1, 2)),
    Case(action=here(RegisterExternal, named="Regionsrådet", day="22/4"), allowed=_CLERK, begin=external),
    Case(
        action=here(AnswerInput, number=1, position=Position.REMARK, item=1, words="For dyrt."),
        allowed=_SPEAKING,
        begin=external,
    ),
    Case(action=here(EditJoint, number=1, item=2, words="Klyngen er enig."), allowed=_CLERK, begin=external),
    Case(action=here(ChangeExternal, number=1, day="27/4"), allowed=_CLERK, begin=external),
    Case(action=here(SendJoint, number=1), allowed=_CLERK, begin=external),
    Case(action=here(CancelExternal, number=2), allowed=_CLERK, begin=external),
)
ASKS = {"eksterne møder": "Møder i andre fora"}
PLAIN = frozenset({"body", "day", "items", "limits", "named", "nth", "place", "position", "time"})
