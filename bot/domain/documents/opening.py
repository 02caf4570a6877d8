"""What everybody may read of a meeting's record: of a closed item its number and a neutral title, and nothing else."""

from collections.abc import Collection
from dataclasses import replace

from bot.domain.documents.state import Attachment, Attendee, MeetingRecord, RecordItem, Step


def opened(record: MeetingRecord, title: str, *, left_out: tuple[str, ...] = ()) -> MeetingRecord:
    """The open record, in which a closed item has that title; `left_out` are the titles as everybody may read them.

    What was added to a closed item or happened to it is left out with it, and so is whoever came for closed ones alone.
    """
    closed = {item.id for item in record.items if item.is_closed}
    return replace(
        record,
        is_whole=False,
        items=tuple(_item(item, title) for item in record.items),
        attendees=tuple(_attendee(each, closed) for each in record.attendees if not _is_for(each.items, closed)),
        additions=tuple(each for each in record.additions if each.item not in closed),
        steps=tuple(_step(each, closed) for each in record.steps),
        left_out=left_out,
    )


def _item(item: RecordItem, title: str) -> RecordItem:
    if item.is_closed:
        return RecordItem(id=item.id, number=item.number, title=title, is_closed=True)
    return replace(item, attachments=tuple(map(_attachment, item.attachments)))


def _attachment(attachment: Attachment) -> Attachment:
    return Attachment(number=attachment.number, is_closed=True) if attachment.is_closed else attachment


def _attendee(attendee: Attendee, closed: Collection[int]) -> Attendee:
    return replace(attendee, items=tuple(each for each in attendee.items if each not in closed))


def _step(step: Step, closed: Collection[int]) -> Step:
    """A version that changed something closed says no words, and where it changed nothing else, not what it was."""
    items = tuple(each for each in step.items if each not in closed)
    if items == step.items:
        return step
    return replace(step, items=items, words="") if items else Step(version=step.version, at=step.at)


def _is_for(items: Collection[int], closed: Collection[int]) -> bool:
    return bool(items) and all(each in closed for each in items)
