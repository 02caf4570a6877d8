"""What one is shown for one's own calendar: the meeting, and in an answer to one person alone the addresses."""

from collections.abc import Sequence

from bot.domain.calendars.actions import OpenCalendar, RenewCalendar
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import meeting_facts
from cards.kit.answers import is_words_alone
from cards.kit.elements import Card, Json, box, button, buttons, card, done, facts, heading, link, text
from cards.kit.words import listing, medium_date, say

_MOST_NAMES = 5


def calendar_button(forum: str, meeting: str) -> Json:
    """The way there from a card about that meeting."""
    return button(say("documents.btn.calendar"), OpenCalendar(forum=forum, meeting=meeting), checks_inputs=False)


def remove_button(forum: str, meeting: str) -> Json:
    """The same from a card that says that the meeting is cancelled."""
    return button(say("calendar.btn.remove"), OpenCalendar(forum=forum, meeting=meeting), checks_inputs=False)


def calendar(
    forum: str, meeting: Meeting | None, host: str | None, *, is_cancelled: bool, is_renewed: bool, is_overheard: bool
) -> Card:
    """Which meeting it is, and what can be had; `is_overheard` offers it where everybody reads along."""
    title, renewed = say("documents.btn.calendar"), say("calendar.renewed")
    here = None if meeting is None else meeting.id
    cancelled = say("calendar.is_cancelled") if is_cancelled else None
    opens = button(title, OpenCalendar(forum=forum, meeting=here), checks_inputs=False)
    return card(
        done(renewed) if is_renewed else None,
        heading(title),
        facts(meeting_facts(meeting, host)) if meeting is not None else text(say("calendar.no_meeting")),
        text(cancelled) if cancelled else None,
        text(say("calendar.overheard")) if is_overheard else None,
        actions=[opens if is_overheard else None],
        speak=renewed if is_renewed else title,
        summary=say("calendar.renewed.openly") if is_renewed else title,
    )


def with_addresses(answer: Card, forum: str, meeting: Meeting | None, *, file: str | None, feed: str) -> Card:
    """The answer to one person with the file of the meeting, and the address to subscribe to."""
    if is_words_alone(answer):
        return answer
    here = None if meeting is None else meeting.id
    return _below(
        answer,
        *([] if meeting is None or file is None else _file(meeting, file)),
        box(
            text(say("calendar.feed.title"), bold=True),
            text(say("calendar.feed.help")),
            text(feed),
            buttons(link(say("calendar.btn.feed"), feed)),
            buttons(button(say("calendar.btn.renew"), RenewCalendar(forum=forum, meeting=here), checks_inputs=False)),
            text(say("calendar.feed.secret"), subtle=True),
        ),
    )


def with_advice(answer: Card, secretariat: Sequence[str]) -> Card:
    """Where nobody reaches the service by an address: whom to ask."""
    names = listing(secretariat[:_MOST_NAMES])
    advice = say("calendar.no_address", navne=names) if names else say("calendar.no_address.nobody")
    if is_words_alone(answer):
        return Card(answer.content, f"{answer.summary} {advice}")
    return _below(Card(answer.content | {"actions": []}, answer.summary), text(advice))


def _file(meeting: Meeting, address: str) -> list[Json]:
    words = say("calendar.file", moede_dato=medium_date(meeting.day))
    return [text(words), buttons(link(say("calendar.btn.file"), address))]


def _below(answer: Card, *parts: Json) -> Card:
    return Card(answer.content | {"body": [*answer.content["body"], *parts]}, answer.summary)
