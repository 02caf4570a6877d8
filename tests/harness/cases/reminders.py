"""How somebody is told what is news to them."""

from bot.domain.reminders.actions import ChooseNotices, RemindTomorrow, ShowGathered, ShowNotices
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.cases.case import CHAIR, LEADER, OTHER_COORDINATOR, Case, circulated, here, proposed
from tests.harness.steps import COORDINATOR, SECRETARIAT

_OWING = (LEADER, CHAIR, COORDINATOR, OTHER_COORDINATOR)


async def gathered(nord: Stage) -> None:
    """The secretariat had one message of two proposals."""
    await nord.says(SECRETARIAT, "påmindelser samlet", PERSONAL)
    await proposed(nord)
    await nord.at("2027-01-12T07:30")


async def reminded(nord: Stage) -> None:
    """Both chairs owe an answer and were reminded of it; so do the coordinators of the host and the region."""
    await nord.says(LEADER, "hjælp", PERSONAL)
    await circulated(nord)
    await nord.at("2027-03-04T08:00")


FORUM_CASES = (
    Case(action=here(ShowNotices), begin=proposed),
    Case(action=here(ShowGathered), begin=gathered),
    Case(action=here(ChooseNotices, chosen="gathered"), begin=proposed),
    Case(action=here(RemindTomorrow), allowed=_OWING, by=LEADER, begin=reminded),
)
ASKS = {"påmindelser": "Påmindelser"}
PLAIN = frozenset({"chosen", "reminder"})
