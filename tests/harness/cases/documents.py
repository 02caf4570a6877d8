"""Papers as files."""

from bot.domain.documents.actions import FileKind, OpenDocument, ShowDocuments
from bot.domain.documents.state import Kind
from tests.harness.cases.case import Case, accepted, here, of_meeting

FORUM_CASES = (
    Case(action=of_meeting(ShowDocuments), begin=accepted),
    Case(action=of_meeting(OpenDocument, paper=Kind.AGENDA, file=FileKind.PDF), begin=accepted),
    Case(action=here(OpenDocument, paper=Kind.STATUS, year=2027), begin=accepted),
)
ASKS = {"dokumenter": "Dokumenter til mødet"}
PLAIN = frozenset({"file", "paper", "position", "report", "supplement", "year"})
