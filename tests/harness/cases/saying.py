"""What somebody says in their own words."""

from bot.domain.saying.actions import Said
from tests.harness.cases.case import Case, here, proposed

FORUM_CASES = (Case(action=here(Said, words="hvad kan jeg skrive til dig"), begin=proposed),)
ASKS: dict[str, str] = {}
PLAIN = frozenset({"words"})
