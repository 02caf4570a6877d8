"""What a record says of the cases that its meeting and items are filed on."""

from dataclasses import replace

from bot.domain.documents.state import MeetingRecord, RecordItem
from bot.domain.filing.state import Cases


def filed_on(record: MeetingRecord, cases: Cases) -> MeetingRecord:
    """The record with its cases; of an item that is closed to its reader, none."""
    items = tuple(_item(each, cases) for each in record.items)
    return replace(record, items=items, case_number=cases.whole.number, kle=cases.whole.kle)


def _item(item: RecordItem, cases: Cases) -> RecordItem:
    own = cases.own(item.id)
    return replace(item, case_number=own.number, kle=own.kle) if own and item.content is not None else item
