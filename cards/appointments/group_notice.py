"""The question whether a working group whose task has ended is closed."""

from bot.domain.appointments.actions import CloseGroup, ShowGroup
from cards.appointments.buttons import of_group
from cards.appointments.view import GroupView, group_words
from cards.kit.elements import Card, Mention, called, card, heading, text
from cards.kit.words import medium_date, say


def ended(view: GroupView, mention: Mention | None, *, is_done: bool) -> Card:
    """Asked of the secretariat, on the group's last day or as its task is done."""
    key = "group.told.done" if is_done else "group.told.ended"
    words = say(key, gruppe=view.task, dato=medium_date(view.until) if view.until else "")
    return card(
        heading(say("group.told.title")),
        called(mention, words),
        text(f"{view.called} · {group_words(view)}", subtle=True),
        actions=[of_group(view, CloseGroup), of_group(view, ShowGroup)],
        speak=words,
        mentions=[] if mention is None else [mention],
    )
