"""The list of a meeting's files that a records system imports: one row a file, with case number and checksum."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.filing.state import Case
from cards.kit.table import table
from cards.kit.words import say

_COLUMNS = (
    "filing.column.date",
    "filing.column.title",
    "filing.column.kind",
    "filing.column.access",
    "filing.column.item",
    "filing.column.case_number",
    "filing.column.subject",
    "filing.column.facet",
    "filing.column.file",
    "filing.column.sha256",
    "filing.column.size",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file, or a bilag that is none: a link, or a file that was erased; those have no `path`."""

    day: date
    title: str
    kind: str
    is_closed: bool
    case: Case
    item: int | None = None
    path: str = ""
    sha256: str = ""
    size: int | None = None


def index(entries: Iterable[Entry]) -> bytes:
    """The list as a file."""
    return table([list(map(say, _COLUMNS)), *map(_row, entries)]).encode()


def access_words(is_closed: bool) -> str:
    """»Lukket« or »Åben«."""
    return say("filing.closed" if is_closed else "filing.open")


def _row(each: Entry) -> list[str]:
    return [
        each.day.isoformat(),
        " ".join(each.title.split()),
        each.kind,
        access_words(each.is_closed),
        "" if each.item is None else str(each.item),
        each.case.number,
        each.case.subject,
        each.case.facet,
        each.path,
        each.sha256,
        "" if each.size is None else str(each.size),
    ]
