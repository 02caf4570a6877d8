"""What a calendar says of a meeting."""

from bot.domain.calendars.state import Entry
from cards.kit.words import say


def title(entry: Entry) -> str:
    """Whose meeting it is, and whether it is held."""
    return say("calendar.cancelled" if entry.is_cancelled else "calendar.meeting", forum=entry.forum_name)


def description(entry: Entry) -> str:
    """Who is host, and where the agenda can be read."""
    lines = [
        say("calendar.is_cancelled") if entry.is_cancelled else None,
        say("calendar.host", vaert=entry.host) if entry.host else None,
        say("calendar.agenda") if entry.is_own else None,
        say("calendar.page", adresse=entry.page) if entry.page else None,
    ]
    return "\n".join(line for line in lines if line)


def feed_name(forum_name: str | None) -> str:
    """What a calendar is called that one subscribes to: of one forum, else of several."""
    return say("calendar.feed.all") if forum_name is None else say("calendar.feed.forum", forum=forum_name)


def own_name() -> str:
    """What a person's own one is called."""
    return say("calendar.feed.own")
