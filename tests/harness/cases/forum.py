"""Finding one's way, and tying a channel."""

from bot.domain.forum.actions import ShowContact, ShowHelp, TieChannel
from tests.harness.cases.case import Case, here, proposed
from tests.harness.steps import SECRETARIAT

FORUM_CASES = (
    Case(action=here(ShowHelp), begin=proposed),
    Case(action=here(ShowContact), begin=proposed),
    Case(action=here(TieChannel), allowed=(SECRETARIAT,), begin=proposed),
)
ASKS = {"hjælp": "Det kan jeg hjælpe med", "kontakt": "Sekretariat, kommunal side"}
PLAIN: frozenset[str] = frozenset()
