"""The year."""

from bot.domain.year.actions import ConfirmHost, OpenSwap, ShowYear, SwapHosts
from bot.local.demo.stage import Stage
from tests.harness.cases.case import LEADER, Case, here, of_meeting
from tests.harness.steps import COORDINATOR, SECRETARIAT

_HOST = (SECRETARIAT, COORDINATOR, LEADER)


async def planned(nord: Stage) -> None:
    """Hjørring hosts March's meeting, and has not said so yet."""
    await nord.says(COORDINATOR, "hjælp")


FORUM_CASES = (
    Case(action=here(ShowYear, of_year="2027"), begin=planned),
    Case(action=of_meeting(OpenSwap), allowed=_HOST, begin=planned),
    Case(action=of_meeting(ConfirmHost, host="hjoerring"), allowed=_HOST, by=COORDINATOR, begin=planned),
    Case(action=of_meeting(SwapHosts, other="frederikshavn"), allowed=_HOST, begin=planned),
)
ASKS = {"årshjul": "Årshjul 2027", "årshjul 2028": "Årshjul 2028"}
PLAIN = frozenset({"host", "of_year", "other"})
