"""How things stand."""

from bot.domain.standing.actions import ShowStanding
from tests.harness.cases.case import Case, circulated, here

FORUM_CASES = (Case(action=here(ShowStanding), begin=circulated),)
ASKS = {"status": "Det afventer dig", "hvad mangler vi?": "Det afventer dig", "hvad skal jeg gøre?": "Det afventer dig"}
PLAIN: frozenset[str] = frozenset()
