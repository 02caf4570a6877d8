"""The agenda as people see it: the draft or what was sent, numbered and with its timetable."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo

from bot.domain.agenda.actions import EditAgenda, ShowAgenda
from bot.domain.agenda.state import Agenda, AgendaItem, Standing, begins, overrun
from bot.domain.agenda.template import Recurring
from bot.domain.approval.actions import Circulate, SendAgenda
from bot.domain.documents.state import Kind
from bot.domain.filing.state import Cases
from bot.domain.kernel.danish import fold
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.rules import USUAL_TIME
from bot.domain.proposals.state import Content, ItemKind
from cards.agenda.departure import Departed, departed_block, send_button
from cards.agenda.later import became
from cards.filing.facts import case_facts
from cards.kit.elements import Card, Json, button, card, facts, group, heading, text
from cards.kit.files import meeting_files
from cards.kit.fitting import Room, fitting
from cards.kit.words import (
    clock_time,
    count,
    deadline_words,
    duration,
    keyed,
    long_date,
    medium_date,
    money,
    say,
    time_span,
)
from cards.proposals.closed import public
from cards.proposals.view import ITEM_KINDS

_A_SENTENCE = 100  # characters
_STANDING_TIME = timedelta(minutes=5)
_STANDING = keyed(Standing, "agenda.standing")
_RECOMMENDED = keyed(Standing, "agenda.standing", ".recommendation")
_STANDING_KINDS = {
    Standing.APPROVE_AGENDA: ItemKind.DECISION,
    Standing.APPROVE_MINUTES: ItemKind.DECISION,
    Standing.ANY_OTHER_BUSINESS: ItemKind.EXCHANGE,
}


def standing(each: Standing) -> Content:
    """What a standing item says on a new draft."""
    return Content(
        title=say(_STANDING[each]),
        kind=_STANDING_KINDS[each],
        recommendation=say(_RECOMMENDED[each]),
        duration=_STANDING_TIME,
    )


def approving(earlier: Meeting) -> Content:
    """What the item says that approves the minutes of an earlier meeting: which they are."""
    title = say("agenda.standing.approve_minutes.of", moede_dato=medium_date(earlier.day))
    return replace(standing(Standing.APPROVE_MINUTES), title=title)


def approves_minutes(item: AgendaItem) -> bool:
    """Whether a forum's own item is the approval of the last minutes by another way."""
    return fold(item.content.title).startswith(fold(say("agenda.standing.approve_minutes.short")))


def recurring(each: Recurring) -> Content:
    """What a recurring item says on a new draft."""
    return Content(title=each.title, kind=ItemKind.DISCUSSION, summary=each.words, duration=USUAL_TIME)


def draft(
    agenda: Agenda,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    *,
    host: str | None,
    dispatch: Deadline | None,
    may_edit: bool,
    may_circulate: bool,
    may_send: bool,
    departed: Departed | None = None,
    guests: str | None = None,
    below: Mapping[int, Sequence[str]] | None = None,
    cases: Cases | None = None,
) -> Card:
    """The draft with its timetable and what of it the newest version lacks; `items` as the reader may see them.

    `may_send` offers to send it by hand, where nobody is asked first and no day sends it. `below` is what
    stands below an item, by its id, and `cases` what it is filed on, for who serves.
    """
    title = say("agenda.draft.title", moede_dato=medium_date(meeting.day))
    timetable = {**meeting_facts(meeting, host), **dispatch_fact(dispatch)}

    def draw(room: Room) -> Card:
        return card(
            heading(title),
            facts({**timetable, **guests_fact(guests, room), **case_facts(cases)}),
            *item_blocks(items, meeting, room, below),
            too_long(items, meeting),
            text(say("agenda.shortened.draft"), subtle=True) if is_shortened(items, room) else None,
            departed_block(departed, may_send=may_circulate),
            actions=[*_ways(agenda, departed, may_edit, may_circulate, may_send)],
            speak=f"{title}: {items_counted(items)}.",
        )

    return fitting(draw)


def _ways(
    agenda: Agenda, departed: Departed | None, may_edit: bool, may_circulate: bool, may_send: bool
) -> Iterator[Json]:
    """What becomes of the draft from here; answers are asked for anew where it has departed from the newest version."""
    if may_edit:
        yield edit_button(agenda)
    if may_circulate:
        yield send_button(departed, agenda) or circulate_button(agenda, is_shown=True)
    if may_send:
        yield _send_button(agenda)
    yield from meeting_files(agenda.forum, agenda.meeting, Kind.AGENDA)


def edit_button(agenda: Agenda) -> Json:
    """The secretariat's way to the draft's editor."""
    return button(say("agenda.btn.edit"), EditAgenda(forum=agenda.forum, meeting=agenda.meeting))


def circulate_button(agenda: Agenda, *, is_shown: bool = False) -> Json:
    """The secretariat's button for asking for approval of the draft: as it is by then, or as it is shown here."""
    read = agenda.revision if is_shown else None
    asked = Circulate(forum=agenda.forum, meeting=agenda.meeting, revision=read)
    return button(say("agenda.btn.circulate"), asked)


def open_button(agenda: Agenda) -> Json:
    """Everybody's way to the agenda."""
    return button(say("agenda.btn.open"), ShowAgenda(forum=agenda.forum, meeting=agenda.meeting))


def _send_button(agenda: Agenda) -> Json:
    version = 0 if agenda.newest is None else agenda.newest.number
    sending = SendAgenda(forum=agenda.forum, meeting=agenda.meeting, version=version)
    return button(say("approval.btn.send_now"), sending)


def item_blocks(
    items: Sequence[AgendaItem], meeting: Meeting, room: Room, below: Mapping[int, Sequence[str]] | None = None
) -> list[Json]:
    """Each item with its number, title, time and recommendation, and what stands `below` it, by its id.

    On a crowded card each has a line with title and time.
    """
    times = [clock_time(starts, zone(meeting)) for starts in begins(items, meeting.starts)]
    numbered = list(enumerate(zip(items, times, strict=True), start=1))
    if is_crowded(room):
        return [text("\n".join(_in_a_line(place, item, at, room) for place, (item, at) in numbered))]
    return [
        group(
            text(f"{place}. {room.cut(item.content.title)}", bold=True),
            None if item.gone else text(" · ".join([at, *marks(item)]), subtle=True, close=True),
            text(room.cut(item.content.recommendation), close=True) if item.content.recommendation else None,
            *(text(room.cut(line), subtle=True, close=True) for line in (below or {}).get(item.id, ())),
            *(text(room.cut(each), close=True) for each in became(item)),
        )
        for place, (item, at) in numbered
    ]


def _in_a_line(place: int, item: AgendaItem, at: str, room: Room) -> str:
    told = [
        f"{place}. {room.cut(item.content.title)}",
        *((at,) if item.gone is None else ()),
        *map(room.cut, became(item)),
    ]
    return " · ".join(told)


def is_crowded(room: Room) -> bool:
    """Whether there is so much to show that each thing gets a line at most."""
    return room.text < _A_SENTENCE


def marks(item: AgendaItem) -> Iterable[str]:
    """An item's time, kind and amount; of a closed one that the reader may not see, the time alone."""
    content = item.content
    yield duration(content.duration)
    if is_hidden(content):
        return
    if item.standing is None:
        yield say(ITEM_KINDS[content.kind])
    if content.amount is not None:
        yield money(content.amount)
    if content.is_closed:
        yield say("agenda.closed_item")


def is_hidden(content: Content) -> bool:
    """Whether all that is left of the item is its neutral title."""
    return content.is_closed and content == public(content)


def is_shortened(items: Iterable[AgendaItem], room: Room) -> bool:
    """Whether any title or recommendation has more than there is room for."""
    return any(max(len(item.content.title), len(item.content.recommendation)) > room.text for item in items)


def too_long(items: Sequence[AgendaItem], meeting: Meeting) -> Json | None:
    """A word about items that take longer than the meeting lasts."""
    over = overrun(items, meeting)
    return text(say("agenda.overrun", tid=duration(over)), bold=True) if over else None


def items_counted(items: Sequence[AgendaItem]) -> str:
    """Like "6 punkter"."""
    return count(len(items), "punkt", "punkter")


def meeting_facts(meeting: Meeting, host: str | None) -> Mapping[str, str | None]:
    """When and where the meeting is, and who is its host."""
    span = time_span(meeting.starts, meeting.ends, zone(meeting))
    return {
        say("agenda.fact.time"): f"{long_date(meeting.day)} kl. {span}",
        say("agenda.fact.place"): meeting.place,
        say("agenda.fact.host"): host,
    }


def zone(meeting: Meeting) -> tzinfo:
    """The forum's time zone; ValueError for a meeting whose times have none."""
    if meeting.starts.tzinfo is None:
        raise ValueError(f"{meeting.starts} has no time zone")
    return meeting.starts.tzinfo


def guests_fact(guests: str | None, room: Room) -> Mapping[str, str]:
    return {} if guests is None else {say("composition.guests"): room.cut(guests)}


def dispatch_fact(dispatch: Deadline | None) -> Mapping[str, str]:
    return {} if dispatch is None else {say("agenda.fact.dispatch"): deadline_words(dispatch)}
