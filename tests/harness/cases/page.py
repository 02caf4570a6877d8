"""A page of one's own."""

from bot.domain.page.actions import OpenOwnPage
from tests.harness.cases.case import Case, here, proposed

FORUM_CASES = (Case(action=here(OpenOwnPage), begin=proposed),)
ASKS = {"min side": "Din egen side"}
PLAIN: frozenset[str] = frozenset()
