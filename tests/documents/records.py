"""A meeting's documents as data, with whatever people may have written."""

from datetime import UTC, datetime

from bot.domain.documents.state import Attachment, Kind, MeetingRecord, RecordItem
from bot.domain.kernel.witness import Witness
from bot.domain.proposals.state import Content, ItemKind

AT = datetime(2027, 3, 9, 7, 0, tzinfo=UTC)
SECRET = "HEMMELIGT"  # noqa: S105 - what stands in a closed item alone
BILAG = b"%PDF-1.7 bilag"


def item(number: int, title: str, *attachments: Attachment, is_closed: bool = False, case: str = "") -> RecordItem:
    """One item; what it says is its title."""
    content = Content(title=title, kind=ItemKind.DECISION, summary=title, is_closed=is_closed)
    return RecordItem(
        id=100 + number,
        number=number,
        title=title,
        is_closed=is_closed,
        content=content,
        attachments=attachments,
        case_number=case,
    )


def record(*items: RecordItem, kind: Kind = Kind.AGENDA, version: int = 1, is_whole: bool = True) -> MeetingRecord:
    """The whole record of those items, or the open one."""
    shown = items if is_whole else tuple(map(_opened, items))
    return MeetingRecord(
        kind=kind,
        forum="klynge-nord",
        forum_name="Klynge Nord",
        meeting="2027-1",
        starts=datetime(2027, 3, 16, 8, 0, tzinfo=UTC),
        ends=datetime(2027, 3, 16, 11, 0, tzinfo=UTC),
        place="Hjørring",
        version=version,
        at=AT,
        is_whole=is_whole,
        items=shown,
        case_number="24/1234",
        kle="12.34.56 A26",
        witness=Witness(7 + version, f"{version:064x}"),
    )


def _opened(each: RecordItem) -> RecordItem:
    if each.is_closed:
        return RecordItem(id=each.id, number=each.number, title="Lukket punkt", is_closed=True)
    kept = tuple(Attachment(number=one.number, is_closed=True) if one.is_closed else one for one in each.attachments)
    return RecordItem(
        id=each.id,
        number=each.number,
        title=each.title,
        content=each.content,
        attachments=kept,
        case_number=each.case_number,
    )
