"""The agenda that was sent, with what came afterwards and what is not on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.agenda.left_out import LeftOut
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.approval.actions import ShowVersion
from bot.domain.documents.state import Kind
from bot.domain.filing.state import Cases
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.witness import Witness
from bot.domain.meetings.actions import OpenAbsence
from bot.domain.supplements.actions import OpenSupplement
from cards.agenda.cards import dispatch_fact, guests_fact, is_shortened, item_blocks, too_long, zone
from cards.agenda.later import later_blocks
from cards.agenda.left_out import left_out_lines
from cards.agenda.unread import Unread, unread_blocks
from cards.audit.code import code_line
from cards.filing.facts import case_facts
from cards.kit.elements import Card, Json, button, button_rows, card, facts, heading, text
from cards.kit.files import case_file_button, meeting_files
from cards.kit.fitting import Room, fitting
from cards.kit.words import listing, long_date, medium_date, say, time_span
from cards.publication.line import public_button, public_line, public_links
from cards.publication.view import PaperView


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """An agenda that was sent; `items` as the reader may see them.

    `without` names those whose answers were missing when it left without approval. `unread` is what is new since its
    reader was last shown it, `below` what stands below an item, by its id; who `serves` may add to it, and is told its
    `cases`. `public` is how it stands with the public.
    """

    agenda: Agenda
    meeting: Meeting
    items: Sequence[AgendaItem]
    forum_name: str
    host: str | None
    dispatch: Deadline | None
    without: Sequence[str] = ()
    left_out: Sequence[LeftOut] = ()
    is_approved: bool = False
    witness: Witness | None = None
    guests: str | None = None
    below: Mapping[int, Sequence[str]] | None = None
    unread: Unread | None = None
    serves: bool = False
    public: PaperView | None = None
    cases: Cases | None = None


def sent(shown: Sent) -> Card:
    """The card that everybody has; its code stands last."""
    return fitting(lambda room: _drawn(shown, room))


def _drawn(shown: Sent, room: Room) -> Card:
    agenda, meeting, items, dispatch = shown.agenda, shown.meeting, shown.items, shown.dispatch
    title, told = say("agenda.sent.title", moede_dato=medium_date(meeting.day)), _sent_words(shown)
    without = say("approval.outcome.sent_unapproved", mangler=listing(shown.without)) if shown.without else None
    return card(
        heading(title),
        text(told),
        facts(dispatch_fact(dispatch)) if dispatch is not None and dispatch.is_moved else None,
        facts(guests_fact(shown.guests, room)),
        facts(case_facts(shown.cases)),
        text(without) if without else None,
        *unread_blocks(shown.unread),
        *item_blocks(items, meeting, room, shown.below),
        too_long(items, meeting),
        *later_blocks(agenda, items, zone(meeting), room),
        text(say("agenda.shortened"), subtle=True) if is_shortened(items, room) else None,
        *left_out_lines(shown.left_out, room, is_approved=shown.is_approved),
        public_line(shown.public),
        *button_rows(
            *_ways_on(agenda),
            *(_ways_to_change(agenda) if shown.serves else ()),
            None if shown.cases is None else case_file_button(agenda.forum, agenda.meeting),
            public_button(agenda.forum, shown.public),
            *public_links([shown.public]),
        ),
        *button_rows(*meeting_files(agenda.forum, agenda.meeting, Kind.AGENDA)),
        code_line(shown.witness),
        speak=f"{title}. {told}",
        summary=title,
    )


def _ways_to_change(agenda: Agenda) -> tuple[Json, ...]:
    """To add to an agenda that was sent."""
    return (button(say("agenda.supplement.title"), OpenSupplement(forum=agenda.forum, meeting=agenda.meeting)),)


def _ways_on(agenda: Agenda) -> tuple[Json, ...]:
    """From an agenda that was sent: to the whole of it, and to tell that one is not coming."""
    absent = OpenAbsence(forum=agenda.forum, meeting=agenda.meeting)
    whole = ShowVersion(forum=agenda.forum, meeting=agenda.meeting, version=agenda.sent_version or 0)
    return (
        button(say("approval.btn.open"), whole),
        button(say("absence.btn.send"), absent),
        button(say("absence.btn.substitute"), absent),
    )


def _sent_words(shown: Sent) -> str:
    meeting, host = shown.meeting, shown.host
    told = say(
        "agenda.sent.body",
        forum=shown.forum_name,
        tid=f"{long_date(meeting.day)} kl. {time_span(meeting.starts, meeting.ends, zone(meeting))}",
        sted=meeting.place,
    )
    return told if host is None else f"{told} {say('agenda.sent.host', vaert=host)}"
