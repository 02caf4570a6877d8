"""What was left out where somebody asked for access (aktindsigt): numbers, kinds and grounds, and never what it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.documents.blocks import Block, Document, Grid, Paragraph, Run, Seal, Tone
from bot.domain.documents.state import MeetingRecord
from cards.filing.papers import KINDS
from cards.kit.table import table
from cards.kit.words import long_date, medium_date, say

_COLUMNS = (
    "filing.access.meeting",
    "filing.access.document",
    "filing.access.item",
    "filing.access.attachment",
    "filing.access.what",
    "filing.access.ground",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """One thing that is not there: an item of a document, or one attachment of an open item."""

    day: date
    document: str
    item: int
    attachment: int | None = None


def left_out(record: MeetingRecord) -> Iterator[LeftOut]:
    """What an open record does not tell, by numbers."""
    document = document_words(record)
    for item in record.items:
        if item.is_closed:
            yield LeftOut(day=record.starts.date(), document=document, item=item.number)
            continue
        for each in item.attachments:
            if each.is_closed:
                yield LeftOut(day=record.starts.date(), document=document, item=item.number, attachment=each.number)


def document_words(record: MeetingRecord) -> str:
    """Which document of its meeting it is."""
    kind = say(KINDS[record.kind])
    number = record.supplement if record.supplement is not None else record.version
    return say("filing.document.plain", art=kind, nr=number)


def listed(every: Iterable[LeftOut]) -> bytes:
    """The list for a spreadsheet."""
    return table([list(map(say, _COLUMNS)), *map(_row, every)]).encode()


def paper(forum_name: str, every: Sequence[LeftOut], at: datetime) -> Document:
    """The list on paper."""
    title = say("filing.access.title")
    return Document(
        title=title,
        author=forum_name,
        subject=title,
        header=forum_name,
        page_words=say("filing.access.page", side="{side}", sider="{sider}"),
        at=at,
        blocks=tuple(_blocks(forum_name, every)),
        seal=Seal(lines=(say("filing.access.seal", forum=forum_name, dato=long_date(at.date())),)),
    )


def _blocks(forum_name: str, every: Sequence[LeftOut]) -> Iterator[Block]:
    yield _words(say("filing.access.intro", forum=forum_name), Tone.LEAD)
    if not every:
        yield _words(say("filing.access.none"), Tone.PLAIN)
        return
    rows = tuple(tuple(_row(each)) for each in every)
    yield Grid(caption=say("filing.access.caption"), header=tuple(map(say, _COLUMNS)), rows=rows)


def _words(said: str, tone: Tone) -> Paragraph:
    return Paragraph((Run(said),), tone)


def _row(each: LeftOut) -> list[str]:
    is_item = each.attachment is None
    return [
        medium_date(each.day),
        each.document,
        str(each.item),
        "" if each.attachment is None else str(each.attachment),
        say("filing.access.item.kind" if is_item else "filing.access.attachment.kind"),
        say("filing.access.item.ground" if is_item else "filing.access.attachment.ground"),
    ]
