"""An item as OParl has it: on the agenda, as a paper with its files, and that the meeting deals with the paper.

Of a closed item there is that it stands on the agenda under its number, whatever the record says besides.
"""

from collections.abc import Collection, Iterable
from typing import Any

from bot.documents.oparl import keys
from bot.documents.oparl.fields import Fields, day, filled, moment
from bot.documents.oparl.keys import Inner, Key, Link, link
from bot.domain.documents.state import Attachment, MeetingRecord, RecordItem, Station
from bot.domain.proposals.state import Content, ItemKind
from cards.kit.words import say
from cards.minutes.sentence import OUTCOMES
from cards.proposals.closed import NEUTRAL_TITLE
from cards.proposals.view import ITEM_KINDS
from cards.public.addresses import Addresses

_AT = Addresses()


def objects_of(record: MeetingRecord, item: RecordItem, known: Collection[Key]) -> dict[Key, Fields]:
    """Everything that the record tells of the item; `known` are the bodies and meetings that may be referred to."""
    at = keys.item("agendaitem", record.forum, record.meeting, item.id)
    if item.is_closed:
        return {at: _named(record, item, NEUTRAL_TITLE)}
    files = {
        keys.attachment(record.forum, record.meeting, each.number): _file(record, item, each)
        for each in item.attachments
        if not each.is_closed
    }
    told = {at: _open(record, item, known, files), **files}
    if item.content is not None and item.standing is None:
        told |= _paper(record, item, item.content, files, known)
    return told


def _named(record: MeetingRecord, item: RecordItem, title: str) -> Fields:
    return {
        "meeting": link(keys.meeting(record.forum, record.meeting)),
        "number": str(item.number),
        "order": item.number,
        "name": title,
        "public": not item.is_closed,
        "web": Link(_AT.meeting(record.forum, record.meeting)),
    }


def _open(record: MeetingRecord, item: RecordItem, known: Collection[Key], files: Iterable[Key]) -> Fields:
    content = item.content
    ends = item.begins + content.duration if item.begins is not None and content is not None else None
    has_paper = content is not None and item.standing is None
    return (
        _named(record, item, item.title)
        | filled(
            {
                "consultation": link(_consultation(record, item)) if has_paper else None,
                "result": None if item.outcome is None else say(OUTCOMES[item.outcome]),
                "resolutionText": item.sentence,
                "auxiliaryFile": [Inner(each, ("meeting", "agendaItem")) for each in files],
                "start": moment(item.begins),
                "end": moment(ends),
                "keyword": [content.topic] if content is not None and content.topic else None,
                "web": Link(_AT.item(record.forum, record.meeting, item.number)),
            }
        )
        | _ours(record, item, known)
    )


def _ours(record: MeetingRecord, item: RecordItem, known: Collection[Key]) -> Fields:
    """What OParl has no words for."""
    return filled(
        {
            "klynge:outcome": item.outcome,
            "klynge:proposedBy": item.proposed_by,
            "klynge:positions": [
                {
                    "organization": link(keys.organisation(record.forum, each.organisation)),
                    "name": each.organisation,
                    "stance": each.stance,
                }
                for each in item.positions
            ],
            "klynge:opinions": [
                filled({"name": each.name, "organization": each.organisation, "words": each.words})
                for each in item.opinions
            ],
            "klynge:commitments": [
                filled({"title": each.title, "owner": each.owner, "due": day(each.due), "isDone": each.is_done})
                for each in item.commitments
            ],
            "klynge:amount": None if item.amount is None else format(item.amount, "f"),
            "klynge:late": None
            if item.late is None
            else {"supplement": item.late.supplement, "reason": item.late.reason},
            "klynge:withdrawn": None
            if item.gone is None
            else filled({"reason": item.gone.reason, "at": moment(item.gone.at)}),
            "klynge:cameFrom": [_station(each, known) for each in item.came_from],
            "klynge:wentTo": [_station(each, known) for each in item.went_to],
        }
    )


def _station(station: Station, known: Collection[Key]) -> Fields:
    """A body that the item was before; what is not public here is named and not referred to."""
    is_ours = station.forum is not None and keys.body(station.forum) in known
    at = keys.meeting(station.forum or "", station.meeting or "")
    return filled(
        {
            "name": station.name,
            "organization": link(keys.organisation(station.forum)) if station.forum is not None and is_ours else None,
            "meeting": link(at) if at in known else None,
            "item": station.item if at in known else None,
            "day": day(station.day),
            "answer": station.answer,
        }
    )


def _consultation(record: MeetingRecord, item: RecordItem) -> Key:
    return keys.item("consultation", record.forum, record.meeting, item.id)


def _paper(
    record: MeetingRecord, item: RecordItem, content: Content, files: Iterable[Key], known: Collection[Key]
) -> dict[Key, Fields]:
    at, meeting = keys.item("paper", record.forum, record.meeting, item.id), keys.meeting(record.forum, record.meeting)
    said: dict[str, Any] = {
        "body": link(keys.body(record.forum)),
        "name": item.title,
        "date": day(record.starts.date()),
        "paperType": say(ITEM_KINDS[content.kind]),
        "auxiliaryFile": [Inner(each, ("paper",)) for each in files],
        "consultation": [Inner(_consultation(record, item), ("paper",))],
        "underDirectionOf": [link(keys.organisation(record.forum))],
        "keyword": [content.topic] if content.topic else None,
        "web": Link(_AT.item(record.forum, record.meeting, item.number)),
        "klynge:summary": content.summary,
        "klynge:caseDescription": content.case_description,
        "klynge:recommendation": content.recommendation,
        "klynge:basis": content.basis,
        "klynge:financialNote": content.financial_note,
        "klynge:links": list(content.links),
        "klynge:proposedBy": item.proposed_by,
        "klynge:amount": None if item.amount is None else format(item.amount, "f"),
        "klynge:cameFrom": [_station(each, known) for each in item.came_from],
        "klynge:wentTo": [_station(each, known) for each in item.went_to],
    }
    dealt = {
        "paper": link(at),
        "agendaItem": link(keys.item("agendaitem", record.forum, record.meeting, item.id)),
        "meeting": link(meeting),
        "organization": [link(keys.organisation(record.forum))],
        "authoritative": content.kind is ItemKind.DECISION,
        "role": say(ITEM_KINDS[content.kind]),
        "web": Link(_AT.item(record.forum, record.meeting, item.number)),
    }
    return {at: filled(said), _consultation(record, item): dealt}


def _file(record: MeetingRecord, item: RecordItem, attachment: Attachment) -> Fields:
    """An attachment: a link leads to where it is, a file to its bytes."""
    page = Link(_AT.item(record.forum, record.meeting, item.number))
    has_paper = item.content is not None and item.standing is None
    paper = link(keys.item("paper", record.forum, record.meeting, item.id))
    return filled(
        {
            "name": attachment.title,
            "mimeType": attachment.media_type,
            "size": attachment.size or None,
            "accessUrl": _address(record, attachment) or page,
            "meeting": [link(keys.meeting(record.forum, record.meeting))],
            "agendaItem": [link(keys.item("agendaitem", record.forum, record.meeting, item.id))],
            "paper": [paper] if has_paper else None,
            "web": page,
            "klynge:attachment": attachment.number,
            "klynge:version": attachment.version,
            "klynge:sha256": attachment.digest,
        }
    )


def _address(record: MeetingRecord, attachment: Attachment) -> Link | str | None:
    """Where what it holds is had, if it can be had at all."""
    if attachment.digest is not None:
        return Link(_AT.attachment(record.forum, record.meeting, attachment))
    return attachment.link if attachment.link.startswith(("https://", "http://")) else None
