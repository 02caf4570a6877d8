"""The system and its bodies: each forum is a body, and within it the organisation that meets."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from bot.documents.oparl import keys
from bot.documents.oparl.fields import Fields, day, filled
from bot.documents.oparl.history import Told
from bot.documents.oparl.keys import BODIES, SYSTEM, Key, Link, link, the_list
from bot.documents.oparl.people import organisation
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.publication.public import PublicForum, PublicState
from cards.kit.words import say
from cards.public.addresses import Addresses

VERSION = "https://schema.oparl.org/1.1/"
LISTS = {
    "organizations": "organization",
    "persons": "person",
    "meetings": "meeting",
    "papers": "paper",
    "agendaitems": "agendaitem",
    "consultations": "consultation",
    "files": "file",
    "locations": "location",
    "memberships": "membership",
}
"""What a body's lists are called in addresses, and what kind of object each of them holds."""
_FIELDS = {
    "organization": "organizations",
    "person": "persons",
    "meeting": "meetings",
    "paper": "papers",
    "agendaItem": "agendaitems",
    "consultation": "consultations",
    "file": "files",
    "locationList": "locations",
    "membership": "memberships",
}
_AT = Addresses()


def system(state: PublicState, licence: str) -> Told:
    """Where everything begins."""
    fields = {
        "oparlVersion": VERSION,
        "license": licence,
        "body": Link(BODIES),
        "name": say("open_data.system"),
        "website": Link(_AT.front()),
        "web": Link(_AT.front()),
    }
    changed = max((each.updated for each in state.forums), default=state.at)
    return Told(filled(fields), min((each.created or each.updated for each in state.forums), default=changed), changed)


def body(forum: PublicForum, licence: str) -> Told:
    """A forum; no term of office is known of it."""
    fields = {
        "system": Link(SYSTEM),
        "name": forum.name,
        "website": Link(_AT.forum(forum.id)),
        "license": licence,
        **{field: the_list(forum.id, name) for field, name in _FIELDS.items()},
        "mainOrganization": link(keys.organisation(forum.id)),
        "web": Link(_AT.forum(forum.id)),
        "klynge:region": forum.region,
    }
    return Told(filled(fields) | {"legislativeTerm": []}, forum.created or forum.updated, forum.updated)


def organisations(forum: PublicForum, state: PublicState, memberships: dict[Key, Told]) -> dict[Key, Told]:
    """The one that meets, with who is known to have a place in it, and the parties."""
    created = forum.created or forum.updated
    changed = max((each.modified for each in memberships.values()), default=forum.updated)
    serving = sorted(key for key, each in memberships.items() if each.fields)
    itself = Told(_itself(forum, serving, state), created, max(changed, forum.updated))
    parties = {
        keys.organisation(forum.id, name): Told(organisation(forum.id, name), created, forum.updated)
        for name in forum.organisations
    }
    return {keys.organisation(forum.id): itself} | parties


def _itself(forum: PublicForum, memberships: Collection[Key], state: PublicState) -> Fields:
    has_heir = forum.heir in {each.id for each in state.forums}
    return filled(
        {
            "body": link(keys.body(forum.id)),
            "name": forum.name,
            "membership": [link(each) for each in memberships],
            "meeting": the_list(forum.id, "meetings"),
            "consultation": the_list(forum.id, "consultations"),
            "endDate": day(_last_day(forum.ended_at)),
            "website": Link(_AT.forum(forum.id)),
            "web": Link(_AT.forum(forum.id)),
            "klynge:publishedAt": forum.where,
            "klynge:heir": link(keys.organisation(forum.heir)) if forum.heir is not None and has_heir else None,
        }
    )


def _last_day(ended_at: datetime | None) -> date | None:
    """The day before the first on which it is an archive."""
    return None if ended_at is None else (ended_at.astimezone(COPENHAGEN) - timedelta(days=1)).date()
