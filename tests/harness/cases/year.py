"""The year."""

from bot.domain.year.actions import (
    ApproveStatus,
    ConfirmHost,
    EvaluateOnAgenda,
    OpenStatus,
    OpenSwap,
    SaveStatus,
    SendStatus,
    ShowStatus,
    ShowYear,
    SwapHosts,
)
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.cases.case import LEADER, Case, here, of_meeting
from tests.harness.steps import COORDINATOR, SECRETARIAT

_CLERK = (SECRETARIAT,)
_HOST = (SECRETARIAT, COORDINATOR, LEADER)


async def planned(nord: Stage) -> None:
    """Hjørring hosts March's meeting, and has not said so yet; the year's status is at its first revision."""
    await nord.says(SECRETARIAT, "ret årsstatus 2027: Udkast.", PERSONAL)


FORUM_CASES = (
    Case(action=here(ShowYear, of_year="2027"), begin=planned),
    Case(action=of_meeting(OpenSwap), allowed=_HOST, begin=planned),
    Case(action=of_meeting(ConfirmHost, host="hjoerring"), allowed=_HOST, by=COORDINATOR, begin=planned),
    Case(action=of_meeting(SwapHosts, other="frederikshavn"), allowed=_HOST, begin=planned),
    Case(action=here(ShowStatus, of_year="2027"), begin=planned),
    Case(action=here(OpenStatus, of_year="2027"), allowed=_CLERK, begin=planned),
    Case(action=here(SaveStatus, of_year="2027", words="Et godt år."), allowed=_CLERK, begin=planned),
    Case(action=here(ApproveStatus, of_year="2027"), allowed=("formand-frederikshavn",), begin=planned),
    Case(action=here(SendStatus, of_year="2027"), allowed=_CLERK),
    Case(action=here(EvaluateOnAgenda), allowed=_CLERK, begin=planned),
)
ASKS = {"årsstatus": "Årsstatus 2027", "årshjul": "Årshjul 2027", "årshjul 2028": "Årshjul 2028"}
PLAIN = frozenset({"anew", "host", "of_year", "other", "report"})
