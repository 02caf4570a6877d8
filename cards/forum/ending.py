"""The forum ends: until when, what follows it, and what can be done about it."""

from datetime import date

from cards.kit.elements import Card, Mention, card, escape, heading, rich, text
from cards.kit.words import long_date, say


def ending(forum: str, until: date, *, followed_by: str | None, mention: Mention | None) -> Card:
    """To one of the secretariat, a month ahead."""
    key = "ending.body" if followed_by is None else "ending.body.followed"
    words = say(key, forum=forum, dag=long_date(until), efter=followed_by)
    return card(
        heading(say("ending.title")),
        text(words) if mention is None else rich(f"{mention.tag}: {escape(words)}"),
        text(say("ending.archive")),
        text(say("ending.mend"), subtle=True),
        mentions=[] if mention is None else [mention],
        speak=words,
    )
