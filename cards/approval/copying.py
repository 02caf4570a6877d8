"""The copy of an agenda for a body that the charter names: the text to send, and that it was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.agenda.state import AgendaItem
from bot.domain.approval.actions import MarkCopySent
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import zone
from cards.kit.elements import Card, Json, Mention, box, button, called, card, done, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, medium_date_time, say
from cards.proposals.closed import NEUTRAL_TITLE

_ROOMS = (400, 120, 60, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One version of a meeting's agenda for one body; `said` is what the charter says of it.

    `there` is the body's own forum here. `sent_by` and `sent_at` say that it was sent; `is_newest` whether there is no
    later version.
    """

    forum: str
    forum_name: str
    meeting: Meeting
    body: str
    name: str
    version: int
    items: Sequence[AgendaItem]
    is_draft: bool
    is_newest: bool
    said: Sequence[str] = ()
    there: str = ""
    sent_by: str = ""
    sent_at: datetime | None = None


def to_send(copy: Copy, *, outcome: str | None = None, mention: Mention | None = None) -> Card:
    """What one of the secretariat sends, or that it was sent."""
    title, is_open = say("copy.title", organ=copy.name), copy.sent_at is None
    sent = MarkCopySent(forum=copy.forum, meeting=copy.meeting.id, version=copy.version, body=copy.body)
    mark = button(say("copy.btn.sent"), sent, style="positive") if is_open and copy.is_newest else None
    return fitted(
        lambda most: card(
            heading(title),
            done(outcome) if outcome else None,
            *(text(each, subtle=True, close=True) for each in copy.said),
            called(mention, say("copy.how", organ=copy.name)) if mark else text(_state(copy), bold=True),
            text(say("copy.there", forum=copy.there), subtle=True) if copy.there else None,
            box(*_text(copy, most)),
            actions=[mark],
            speak=outcome or f"{title}. {_headline(copy)}",
            mentions=[] if mention is None or mark is None else [mention],
        ),
        _ROOMS,
    )


def received(copy: Copy) -> Card:
    """The copy as the other body's own forum gets it, for information."""
    title = say("copy.received", forum=copy.forum_name)
    return fitted(
        lambda most: card(
            heading(title),
            text(say("copy.received.why", forum=copy.forum_name)),
            box(*_text(copy, most)),
            speak=f"{title}. {_headline(copy)}",
        ),
        _ROOMS,
    )


def _state(copy: Copy) -> str:
    if copy.sent_at is None:
        return say("copy.newer")
    return say("copy.sent", navn=copy.sent_by, tidspunkt=medium_date_time(copy.sent_at, zone(copy.meeting)))


def _headline(copy: Copy) -> str:
    key = "copy.draft" if copy.is_draft else "copy.agenda"
    day = medium_date(copy.meeting.day)
    return say(key, version=copy.version, forum=copy.forum_name, moede_dato=day)


def _text(copy: Copy, most: int) -> list[Json]:
    """The text itself; of a closed item the neutral title and nothing else."""
    lines = [
        say("copy.item", punkt=at, titel=NEUTRAL_TITLE if each.content.is_closed else each.content.title)
        for at, each in enumerate(copy.items, start=1)
    ]
    return [text(_headline(copy), bold=True), *(text(shorten(line, most), close=True) for line in lines)]
