"""Who a record names: by name, for whom and as what, and never how somebody can be reached.

What is said of each is the same in every record that names them; whether they are named is what changes.
"""

from collections.abc import Iterable

from bot.documents.oparl import keys
from bot.documents.oparl.fields import Fields, filled
from bot.documents.oparl.keys import Key, link
from bot.domain.documents.state import Attendee, MeetingRecord


def named(record: MeetingRecord) -> dict[Key, Fields]:
    """The people, what they are in the forum, and the organisations that are spoken of."""
    found: dict[Key, Fields] = {}
    for each in record.attendees:
        whose = keys.person(record.forum, each.name, each.organisation)
        found[whose] = {"body": link(keys.body(record.forum)), "name": each.name}
        found[keys.membership(whose, each.role)] = _membership(record.forum, whose, each)
    for name in filter(None, _organisations(record)):
        found[keys.organisation(record.forum, name)] = organisation(record.forum, name)
    return found


def present(record: MeetingRecord) -> list[Key]:
    """Those who were there, as far as it was noted; of a meeting to come those who are not known to stay away."""
    noted = any(each.is_present for each in record.attendees)
    there = (each for each in record.attendees if (each.is_present if noted else each.is_present is not False))
    return list(dict.fromkeys(keys.person(record.forum, each.name, each.organisation) for each in there))


def organisation(forum: str, name: str) -> Fields:
    """One that people sit for."""
    return {"body": link(keys.body(forum)), "name": name}


def _membership(forum: str, whose: Key, attendee: Attendee) -> Fields:
    of = attendee.organisation
    return filled(
        {
            "person": link(whose),
            "organization": link(keys.organisation(forum)),
            "role": attendee.role,
            "onBehalfOf": link(keys.organisation(forum, of)) if of else None,
        }
    )


def _organisations(record: MeetingRecord) -> Iterable[str]:
    yield from (each.organisation for each in record.attendees)
    for item in record.items:
        if not item.is_closed:
            yield from (each.organisation for each in item.positions)
