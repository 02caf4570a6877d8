"""One item of an agenda or of minutes on a paper of its own."""

from dataclasses import replace
from datetime import UTC

from bot.domain.documents.blocks import Document
from bot.domain.documents.state import Kind, MeetingRecord
from cards.documents.frame import document, facts, seal
from cards.documents.items import item_blocks
from cards.documents.papers import meeting_facts, running_words, seal_lines, warnings
from cards.kit.words import medium_date, say


def one_item(record: MeetingRecord, number: int) -> MeetingRecord:
    """The record with nothing but that item and what was added to it; ValueError where it has none of that number."""
    items = tuple(item for item in record.items if item.number == number)
    if not items:
        raise ValueError(f"{record.meeting} has no item {number}")
    return replace(
        record,
        items=items,
        attendees=(),
        additions=tuple(each for each in record.additions if each.item == items[0].id),
        steps=(),
        left_out=(),
    )


def extract(record: MeetingRecord, number: int, address: str | None) -> Document:
    """The item of that number."""
    shown, tz = one_item(record, number), record.starts.tzinfo or UTC
    day = medium_date(record.starts.date())
    key = "documents.title.extract.minutes" if record.kind is Kind.MINUTES else "documents.title.extract"
    (item,) = shown.items
    return document(
        say(key, nr=number, moede_dato=day),
        forum_name=record.forum_name,
        running=running_words(record, say("documents.kind.extract")),
        at=record.at,
        blocks=[*warnings(shown), *facts(meeting_facts(shown, tz)), *item_blocks(shown, item, tz)],
        seal=seal(seal_lines(shown, tz), record.witness, address),
        keywords=[say("documents.kind.extract")],
    )
