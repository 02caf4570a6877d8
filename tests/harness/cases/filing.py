"""What everything is filed on."""

from bot.domain.filing.actions import FetchCaseFile, FileOn, MarkFiled, ShowFiling, ShowUnfiled
from tests.harness.cases.case import Case, held, here, of_meeting
from tests.harness.steps import SECRETARIAT

_CLERK = (SECRETARIAT,)

FORUM_CASES = (
    Case(action=of_meeting(ShowFiling, pick=2), allowed=_CLERK, begin=held),
    Case(action=here(ShowUnfiled), allowed=_CLERK, begin=held),
    Case(action=of_meeting(FetchCaseFile), allowed=(), begin=held),  # not where others read along: J/downloads
    Case(action=of_meeting(FileOn, position=2, case_number="24/1234", kle="12.34.56"), allowed=_CLERK, begin=held),
    Case(action=of_meeting(MarkFiled, reference="24/1234-7"), allowed=_CLERK, begin=held),
)
ASKS: dict[str, str] = {}
PLAIN = frozenset({"pick", "kle", "facet", "case_number", "reference"})
