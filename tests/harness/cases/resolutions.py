"""Finding what was resolved."""

from bot.domain.resolutions.actions import ShowResolutions
from tests.harness.cases.case import Case, held, here

FORUM_CASES = (Case(action=here(ShowResolutions, words="model"), begin=held),)
ASKS = {"beslutninger": "De nyeste beslutninger"}
PLAIN = frozenset({"skip", "words"})
