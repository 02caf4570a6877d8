"""The calendars that everybody may subscribe to: when and where meetings are held, and nothing else of them."""

from bot.documents.calendar import feed
from bot.domain.calendars.state import Entry
from bot.domain.publication.public import PublicForum, PublicState
from cards.calendars.entry import feed_name
from cards.public.addresses import Addresses


def public_calendar(state: PublicState, forum: str | None, url: str) -> bytes:
    """The meetings of the forum of that id, else every forum's; `url` is where people reach the service, if known."""
    shown = [each for each in state.forums if forum in (None, each.id)]
    name = feed_name(None if forum is None else next((each.name for each in shown), None))
    return feed(name, [entry for each in shown for entry in _entries(each, url)])


def _entries(forum: PublicForum, url: str) -> list[Entry]:
    return [
        Entry(
            forum=forum.id,
            forum_name=forum.name,
            meeting=each.id,
            starts=each.starts,
            ends=each.ends,
            place=each.place,
            host=each.host,
            is_cancelled=each.is_cancelled,
            sequence=each.changes,
            changed_at=each.updated,
            page=url and url + Addresses().meeting(forum.id, each.id),
        )
        for each in forum.meetings
    ]
