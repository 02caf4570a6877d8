"""A meeting with all that was released of it, now and at every moment since the first release."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.documents.oparl import files, keys, people
from bot.documents.oparl.fields import Fields, filled, moment
from bot.documents.oparl.history import Edition, Told, moments, standing, told_over_time
from bot.documents.oparl.keys import Inner, Key, Link, link
from bot.documents.oparl.telling import Telling, Unknown, telling, together
from bot.domain.documents.state import Kind, MeetingRecord
from bot.domain.publication.public import PublicForum, PublicMeeting
from cards.kit.words import medium_date, say
from cards.public.addresses import Addresses

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_AT = Addresses()


@dataclass(frozen=True, slots=True)
class Held:
    """What became of a meeting's objects, and from each moment on whom it named."""

    told: dict[Key, Told]
    named: list[tuple[datetime, Key, Collection[Key]]]
    people: dict[Key, Any]


def held(
    forum: PublicForum, meeting: PublicMeeting, every: Sequence[Edition], known: Collection[Key], until: datetime
) -> Held:
    """Everything about one meeting, from the releases that could ever be seen of it."""
    at = keys.meeting(forum.id, meeting.id)
    tellings = {each.release.number: telling(each, known) for each in every}
    views: list[tuple[datetime, Mapping[Key, Any]]] = [(_BEGINNING, {at: _meeting(forum, meeting, [], {})})]
    named: list[tuple[datetime, Key, Collection[Key]]] = []
    for when in moments(every, until):
        stands = [tellings[each.release.number] for each in standing(every, when)]
        items = together(stands)
        view: dict[Key, Any] = {at: _meeting(forum, meeting, stands, items)}
        view |= {key: fields for objects in items.values() for key, fields in objects.items()}
        views.append((when, view))
        named.append((when, at, {key for each in stands for key in each.named}))
    told = told_over_time(views)
    begun = meeting.created or min([meeting.updated, *(when for when, _ in views[1:])])
    told[at] = Told(told[at].fields, begun, max(meeting.updated, told[at].modified))
    for each in tellings.values():
        told = dict(_gone_at_once(each)) | told
    told[keys.location(forum.id, meeting.id)] = Told(_location(meeting), begun, meeting.updated)
    said = {key: fields for each in tellings.values() for key, fields in each.named.items() if fields is not None}
    return Held(told, named, said)


def _gone_at_once(of: Telling) -> Iterator[tuple[Key, Told]]:
    """What a release told of that was taken back in the moment in which it could first be seen."""
    release = of.edition.release
    if of.edition.record is None and release.taken_back_at is not None:
        gone = Told(None, release.visible_at, release.taken_back_at)
        yield from ((key, gone) for objects in of.items.values() for key in objects)


def _location(meeting: PublicMeeting) -> Fields | None:
    return {"description": meeting.place} if meeting.place else None


def _meeting(
    forum: PublicForum, meeting: PublicMeeting, stands: Sequence[Telling], items: Mapping[int, Mapping[Key, Any]]
) -> Fields | Unknown:
    """What is said of the meeting itself while that is what stands; the parts that it holds are told of by themselves.

    While something stood that was taken back since, nobody knows what it was.
    """
    unknown = [each.edition.release.number for each in stands if each.edition.record is None]
    if unknown:
        return Unknown(max(unknown))
    papers = {each.edition.slot: each.edition for each in stands}
    records = {slot[0]: each.record for slot, each in papers.items() if each.record is not None}
    told = records.get(Kind.MINUTES) or records.get(Kind.AGENDA)
    return _said(forum, meeting, records) | filled(
        {
            "invitation": _file(papers.get((Kind.AGENDA, 0))),
            "resultsProtocol": _file(papers.get((Kind.MINUTES, 0))),
            "auxiliaryFile": [
                _file(each) for slot, each in papers.items() if slot[0] not in (Kind.AGENDA, Kind.MINUTES)
            ],
            "agendaItem": [Inner(each, ("meeting",)) for each in _in_order(items)],
        }
        | ({} if told is None else _attended(told))
    )


def _said(forum: PublicForum, meeting: PublicMeeting, records: Collection[Kind]) -> Fields:
    return filled(
        {
            "name": say("open_data.meeting", dag=medium_date(meeting.starts.date())),
            "meetingState": say(_state(meeting, records)),
            "cancelled": meeting.is_cancelled,
            "start": moment(meeting.starts),
            "end": moment(meeting.ends),
            "location": Inner(keys.location(forum.id, meeting.id)) if meeting.place else None,
            "organization": [link(keys.organisation(forum.id))],
            "web": Link(_AT.meeting(forum.id, meeting.id)),
            "klynge:host": meeting.host,
        }
    )


def _state(meeting: PublicMeeting, records: Collection[Kind]) -> str:
    if meeting.is_cancelled:
        return "open_data.meeting.cancelled"
    if Kind.MINUTES in records:
        return "open_data.meeting.held"
    return "open_data.meeting.convened" if Kind.AGENDA in records else "open_data.meeting.planned"


def _file(edition: Edition | None) -> Inner | None:
    if edition is None:
        return None
    return Inner(keys.release(edition.release.forum, edition.release.number, files.PAPER), ("meeting",))


def _in_order(items: Mapping[int, Mapping[Key, Any]]) -> list[Key]:
    """The items by their numbers on paper."""
    found = [(key, fields) for objects in items.values() for key, fields in objects.items() if key[0] == "agendaitem"]
    return [key for key, fields in sorted(found, key=lambda each: (each[1]["order"], each[0]))]


def _attended(record: MeetingRecord) -> Fields:
    closed = {each.id for each in record.items if each.is_closed}
    return {
        "participant": [link(each) for each in people.present(record)],
        "klynge:attendance": list(_attendance(record)),
        "klynge:additions": [
            filled({"words": each.words, "name": each.name, "at": moment(each.at), "item": each.item})
            for each in record.additions
            if each.item not in closed
        ],
    }


def _attendance(record: MeetingRecord) -> Iterator[Fields]:
    for each in record.attendees:
        yield filled(
            {
                "person": link(keys.person(record.forum, each.name, each.organisation)),
                "isPresent": each.is_present,
                "insteadOf": each.instead_of,
            }
        )
