"""The year."""

from bot.domain.year.actions import ShowYear
from tests.harness.cases.case import Case, here

FORUM_CASES = (Case(action=here(ShowYear, of_year="2027")),)
ASKS = {"årshjul": "Årshjul 2027", "årshjul 2028": "Årshjul 2028"}
PLAIN = frozenset({"of_year"})
