"""Reminders in the channel: the proposal deadline, the meeting itself, and minutes that are due or overdue."""

from collections.abc import Sequence
from datetime import tzinfo

from bot.domain.actions import OpenProposalForm, ShowAgenda, ShowDeadlines, ShowMinutes
from bot.domain.deadlines import Deadline
from bot.domain.meeting import Meeting
from cards.elements import Card, button, card, heading, text
from cards.fitting import fitted, shorten
from cards.minutes import several
from cards.words import deadline_words, long_date, medium_date, say, time_span

_LEVELS = (200, 100, 50)  # characters of each title


def proposal_deadline(forum: str, forum_name: str, meeting: Meeting, deadline: Deadline) -> Card:
    """Until when proposals for the meeting are taken."""
    words = say(
        "reminder.proposal_deadline",
        forum=forum_name,
        moede_dato=medium_date(meeting.day),
        frist=deadline_words(deadline),
    )
    return card(
        heading(say("reminder.proposal_deadline.title")),
        text(words),
        actions=[
            button(say("reminder.btn.propose"), OpenProposalForm(forum=forum), style="positive"),
            button(say("reminder.btn.deadlines"), ShowDeadlines(forum=forum)),
        ],
        speak=words,
    )


def meeting(
    forum_name: str, each: Meeting, tz: tzinfo, *, host: str | None, host_leads: bool, titles: Sequence[str]
) -> Card:
    """When and where the meeting is, who is host, and what is on its agenda."""
    return fitted(lambda most: _meeting(forum_name, each, tz, host, host_leads, titles, most), _LEVELS)


def minutes_due(forum: str, each: Meeting, deadline: Deadline) -> Card:
    """The minutes are to be written and sent."""
    words = say("reminder.minutes.body", moede_dato=medium_date(each.day), frist=deadline_words(deadline))
    return _about_minutes(forum, each, say("reminder.minutes.title"), words)


def minutes_overdue(forum: str, each: Meeting, deadline: Deadline) -> Card:
    """The minutes should have been sent."""
    words = say("overdue.minutes", moede_dato=medium_date(each.day), frist=deadline_words(deadline))
    return _about_minutes(forum, each, say("overdue.minutes.title"), words)


def _meeting(
    forum_name: str, each: Meeting, tz: tzinfo, host: str | None, host_leads: bool, titles: Sequence[str], most: int
) -> Card:
    words = say(
        "reminder.meeting.body",
        forum=forum_name,
        moede_dato_lang=long_date(each.day),
        tid=time_span(each.starts, each.ends, tz),
        sted=each.place,
        vaert=host or say("overview.unknown_host"),
        punkter=several("common.items", len(titles)),
    )
    return card(
        heading(say("reminder.meeting.title")),
        text(words),
        text(say("reminder.host.leads")) if host_leads else None,
        text("\n".join(f"{place}. {shorten(title, most)}" for place, title in enumerate(titles, start=1))),
        actions=[button(say("agenda.btn.open"), ShowAgenda(forum=each.forum, meeting=each.id))],
        speak=words,
    )


def _about_minutes(forum: str, each: Meeting, title: str, words: str) -> Card:
    write = ShowMinutes(forum=forum, meeting=each.id)
    return card(
        heading(title),
        text(words),
        actions=[button(say("reminder.minutes.btn.write"), write, style="positive")],
        speak=words,
    )
