"""People who cannot be reached."""

from bot.domain.reach.actions import MarkSent, Nudge, ShowNudge, ShowUnreached
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from tests.harness.cases.case import Case, circulated, here, of_meeting, proposed
from tests.harness.steps import COORDINATOR, SECRETARIAT, teams_of, told

_CLERK = (SECRETARIAT,)


async def unreached(nord: Stage) -> None:
    """The proposer of no. 1 is reached by neither way when it is put on the draft."""
    await proposed(nord)
    chat, teams = nord.teams.directory.personal(nord.account(COORDINATOR)), teams_of(nord)
    teams.refused = {chat: 403, nord.account(COORDINATOR).object_id: 403, CHANNEL.id: 403}
    await nord.says(SECRETARIAT, "optag 1", PERSONAL)
    await told(nord, SECRETARIAT, "Jeg kan ikke nå")
    teams.refused = {}


async def unanswered_yet(nord: Stage) -> None:
    """Nobody has answered the agenda, and nobody does."""
    await circulated(nord)


FORUM_CASES = (
    Case(action=here(ShowUnreached), allowed=_CLERK, begin=unreached),
    Case(action=here(MarkSent), allowed=_CLERK, begin=unreached),
    Case(action=of_meeting(ShowNudge), allowed=_CLERK, begin=unanswered_yet),
    Case(action=of_meeting(Nudge), allowed=_CLERK, begin=unanswered_yet),
)
ASKS: dict[str, str] = {}
PLAIN = frozenset({"wave"})
