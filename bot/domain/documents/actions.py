"""What one can ask about papers: what there is of a meeting, and any of it, or of a year, as a file."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.documents.state import Kind
from bot.domain.kernel.action import MeetingAction, Query


class FileKind(StrEnum):
    """What sort of file."""

    PDF = "pdf"
    WORD = "docx"


class ShowDocuments(MeetingAction, Query):
    """What papers there are of a meeting (dokumenter)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocument(MeetingAction, Query):
    """A paper as a file; what is typed without saying as which (None) is offered as each.

    `words` are what stands in a field beside the button, and are never dropped.

    `version` is a frozen one of the agenda, `supplement` the number of one, `position` the item of an extract, and
    `year` that of a report, of which there may be several.
    """

    paper: Kind
    file: FileKind | None = None
    version: int | None = None
    supplement: int | None = None
    position: int | None = None
    year: int | None = None
    report: str = ""
    words: str = ""


DocumentsQuery: TypeAlias = ShowDocuments | OpenDocument
OF_YEAR = (Kind.STATUS, Kind.FUNDS)
"""Papers of a year, which are about no meeting."""
