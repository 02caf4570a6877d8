"""The buttons that fetch a paper, or all of a meeting, as a file."""

from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.documents.state import Kind
from bot.domain.filing.actions import FetchCaseFile
from cards.kit.elements import Json, box, button, text
from cards.kit.words import say

_TITLES = {FileKind.PDF: "documents.btn.pdf", FileKind.WORD: "documents.btn.word"}


def file_buttons(wanted: OpenDocument) -> tuple[Json, ...]:
    """One for each sort of file there is."""
    return tuple(fetch(wanted, each) for each in FileKind)


def fetch(wanted: OpenDocument, file: FileKind) -> Json:
    """The button that answers with the address of that file."""
    asked = OpenDocument(
        forum=wanted.forum,
        meeting=wanted.meeting,
        paper=wanted.paper,
        file=file,
        version=wanted.version,
        supplement=wanted.supplement,
        position=wanted.position,
        year=wanted.year,
        report=wanted.report,
    )
    return button(say(_TITLES[file]), asked)


def meeting_files(forum: str, meeting: str, paper: Kind, *, version: int | None = None) -> tuple[Json, ...]:
    """Those of a meeting's agenda or minutes."""
    return file_buttons(OpenDocument(forum=forum, meeting=meeting, paper=paper, version=version))


def case_file_button(forum: str | None, meeting: str | None) -> Json:
    """»Hent sagsmappe«: all that has left of the meeting, for those who serve."""
    return button(say("documents.bundle.btn"), FetchCaseFile(forum=forum, meeting=meeting))


def unsent(typed: str) -> Json | None:
    """What stood in a field beside the button that was pressed, so that it is not lost."""
    return box(text(say("approval.words_unsent"), bold=True), text(typed), tone="warning") if typed else None
