"""Reminders to the secretariat that minutes are due or overdue."""

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import ShowMinutes
from cards.kit.elements import Card, Mention, button, called, card, heading
from cards.kit.words import deadline_words, medium_date, say


def minutes_due(forum: str, each: Meeting, deadline: Deadline, mention: Mention | None = None) -> Card:
    """The minutes are to be written and sent."""
    words = say("reminder.minutes.body", moede_dato=medium_date(each.day), frist=deadline_words(deadline))
    return _about_minutes(forum, each, say("reminder.minutes.title"), words, mention)


def minutes_overdue(forum: str, each: Meeting, deadline: Deadline, mention: Mention | None = None) -> Card:
    """The minutes should have been sent."""
    words = say("overdue.minutes", moede_dato=medium_date(each.day), frist=deadline_words(deadline))
    return _about_minutes(forum, each, say("overdue.minutes.title"), words, mention)


def _about_minutes(forum: str, each: Meeting, title: str, words: str, mention: Mention | None) -> Card:
    write = ShowMinutes(forum=forum, meeting=each.id)
    return card(
        heading(title),
        called(mention, words),
        actions=[button(say("reminder.minutes.btn.write"), write, style="positive")],
        speak=words,
        mentions=[] if mention is None else [mention],
    )
