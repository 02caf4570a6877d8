"""Minutes as they stand, and the card that shows them to one reader or to the whole channel."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel import settings
from bot.domain.kernel.deadlines import Deadline, ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import rules
from bot.domain.minutes.actions import AddToMinutes, MinutesCommand, MinutesQuery, RecordResolution, RemarkOnMinutes
from bot.domain.minutes.items import minuted, nobody_sees
from bot.domain.minutes.rules import blank, is_sent, items_of, remarks_deadline
from bot.domain.minutes.state import Minutes, MinutesStatus, Remark
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card, escape
from cards.minutes import cards
from cards.minutes import form as forms
from cards.minutes.cards import Said, Shown
from cards.proposals.closed import NEUTRAL_TITLE
from storage import minutes as store

Sees = Callable[[AgendaItem], bool]
"""Whether the reader may see a closed item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A meeting's minutes with the agenda they are about."""

    meeting: Meeting
    agenda: Agenda
    minutes: Minutes

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """What there is to resolve on."""
        return items_of(self.agenda, self.minutes)


def held_meeting(desk: Desk, named: str | None) -> Meeting | None:
    """The meeting that is named, looking back; unnamed, the latest that has begun (None before the first)."""
    return desk.last_meeting() if named is None else meeting_meant(desk, named, looks_back=True)


async def load(desk: Desk, meeting: Meeting) -> Record:
    """The minutes of a meeting; blank ones where nothing is recorded."""
    stored = await store.get(desk.conn, desk.forum.id, meeting.id)
    minutes = stored or blank(desk.forum.id, meeting.id)
    return Record(meeting=meeting, agenda=await draft_of(desk, meeting), minutes=minutes)


def approvers(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """Who approves minutes before they are sent: whoever approves agendas or, where nobody does, led the meeting."""
    return settings.approvers(desk.forum, meeting) or settings.meeting_leaders(desk.forum, meeting)


def remarks_until(desk: Desk, minutes: Minutes) -> Deadline | None:
    """The day remarks are taken to; None before sending, or where the forum chose none."""
    if minutes.sent_at is None:
        return None
    sent_on = minutes.sent_at.astimezone(desk.forum.timezone).date()
    return remarks_deadline(sent_on, desk.forum.choice("minutes_remarks_days"), desk.calendar)


async def seen_by(desk: Desk, actor: str, record: Record) -> Sees:
    """What that person may see here of closed items: outside a personal chat nothing, else what is theirs to handle."""
    seen = await seen_items(desk, actor, record.meeting, record.items)
    whole = {item.id for item, as_seen in zip(record.items, seen, strict=True) if as_seen.content is item.content}
    return lambda item: item.id in whole


def shown(desk: Desk, record: Record, sees: Sees) -> Shown:
    """The minutes as somebody with that sight may see them."""
    minutes, until = record.minutes, remarks_until(desk, record.minutes)
    is_open = until is None or desk.now < ends(until, desk.forum.timezone)
    return Shown(
        forum=desk.forum.id,
        forum_name=desk.forum.name,
        tz=desk.forum.timezone,
        meeting=record.meeting,
        revision=minutes.revision,
        items=minuted(record.items, minutes, sees, NEUTRAL_TITLE),
        absent=[desk.name_of(person) for person in minutes.absent],
        sent_at=minutes.sent_at,
        is_approved=minutes.status is MinutesStatus.APPROVED,
        takes_remarks=is_open and minutes.status is not MinutesStatus.APPROVED,
        remarks_until=until,
        remark_count=sum(not each.is_addition for each in minutes.remarks),
        additions=said(desk, (each for each in minutes.remarks if each.is_addition)),
    )


def said(desk: Desk, remarks: Iterable[Remark]) -> list[Said]:
    """Remarks or additions with their authors' names."""
    return [Said(name=desk.name_of(each.person), words=each.words, at=each.at) for each in remarks]


async def begun(desk: Desk, named: str | None) -> Record:
    """The minutes of the meeting that is meant, which must have begun."""
    meeting = held_meeting(desk, named)
    if meeting is None or meeting.starts > desk.now:
        raise Refusal("minutes_too_early")
    return await load(desk, meeting)


def item_at(record: Record, position: int) -> AgendaItem:
    """The item at a position (from 1); Refusal("minutes_no_item")."""
    if not 1 <= position <= len(record.items):
        raise Refusal("minutes_no_item", punkt=position)
    return record.items[position - 1]


def check_place(desk: Desk, item: AgendaItem) -> None:
    """A closed item's resolution is written where nobody else reads along."""
    if item.content.is_closed and desk.is_public:
        raise Refusal("minutes_closed_item")


async def card_for(desk: Desk, actor: str, record: Record, *, typed: str = "") -> Card:
    """The minutes as that person should see them now; `typed` fills the field for a remark or an addition."""
    minutes, due = record.minutes, desk.timetable(record.meeting).minutes
    seen, is_writer = shown(desk, record, await seen_by(desk, actor, record)), is_secretariat(desk, actor)
    if record.meeting.starts > desk.now:
        return cards.not_sent(record.meeting, due, is_begun=False)
    if is_sent(minutes):
        remarks = _remarks(desk, minutes)
        return forms.follow_up(seen, remarks, typed=typed) if is_writer else cards.sent(seen, typed=typed)
    is_asked = minutes.status is MinutesStatus.FOR_APPROVAL and actor in waiting(desk, record)
    if is_writer and not is_asked and not desk.is_overheard:
        return forms.writing(_writing(desk, record, seen, due))
    if minutes.status is MinutesStatus.FOR_APPROVAL:
        return _for_approval(desk, record, seen, typed)
    return cards.not_sent(record.meeting, due, is_begun=True, writing=desk.forum.id if is_writer else None)


def channel_card(desk: Desk, record: Record) -> Card:
    """The living card that everybody sees: minutes put forward for approval, or sent."""
    seen = shown(desk, record, nobody_sees)
    return cards.sent(seen) if is_sent(record.minutes) else _for_approval(desk, record, seen, "")


def waiting(desk: Desk, record: Record) -> list[str]:
    """The approvers who have not answered."""
    asked = approvers(desk, record.meeting)
    return [person for person in asked if person not in record.minutes.approved_by]


def people(desk: Desk, record: Record) -> dict[str, str]:
    """Whoever had a seat on the meeting's day, by id, as somebody who could be absent."""
    day = record.meeting.day
    return {person.id: person.name for person in desk.forum.people if any(desk.forum.seats_of(person.id, day))}


def _remarks(desk: Desk, minutes: Minutes) -> list[Said] | None:
    if desk.is_overheard:
        return None
    return said(desk, (each for each in minutes.remarks if not each.is_addition))


def _writing(desk: Desk, record: Record, seen: Shown, due: Deadline | None) -> forms.Writing:
    minutes = record.minutes
    is_asked = minutes.status is MinutesStatus.FOR_APPROVAL
    return forms.Writing(
        shown=seen,
        due=due,
        people=people(desk, record),
        absent=minutes.absent,
        waiting=[desk.name_of(person) for person in waiting(desk, record)] if is_asked else (),
        remarks=_remarks(desk, minutes) or (),
    )


def _for_approval(desk: Desk, record: Record, seen: Shown, typed: str) -> Card:
    pending = waiting(desk, record)
    called = {person: desk.mention(person) for person in pending}
    names = [mention.tag if mention else escape(desk.name_of(person)) for person, mention in called.items()]
    mentions = [mention for mention in called.values() if mention is not None]
    answered = len(approvers(desk, record.meeting)) - len(pending)
    return cards.for_approval(seen, answered=answered, waiting=names, mentions=mentions, typed=typed)


async def as_refused(desk: Desk, actor: str, action: MinutesQuery | MinutesCommand) -> Card:
    """The form with what was typed, or the minutes as they stand."""
    meeting = held_meeting(desk, action.meeting)
    if meeting is None:
        return cards.none_yet(desk.forum.name, desk.next_meeting())
    record = await load(desk, meeting)
    if isinstance(action, RecordResolution) and (form := await _form_again(desk, actor, record, action)):
        return form
    said_here = isinstance(action, RemarkOnMinutes | AddToMinutes) and not desk.is_overheard
    return await card_for(desk, actor, record, typed=getattr(action, "words", "") if said_here else "")


async def _form_again(desk: Desk, actor: str, record: Record, action: RecordResolution) -> Card | None:
    """The resolution's form as it was filled in, where that person may (still) fill it in here."""
    if (
        not 1 <= action.position <= len(record.items)
        or rules.is_sent(record.minutes)
        or not is_secretariat(desk, actor)
    ):
        return None
    item = record.items[action.position - 1]
    if record.meeting.starts > desk.now or (item.content.is_closed and desk.is_public):
        return None
    seen = shown(desk, record, await seen_by(desk, actor, record))
    minuted = seen.items[action.position - 1]
    recommendation = item.content.recommendation
    return forms.resolution_form(
        seen, minuted, recommendation=recommendation, outcome=action.outcome, words=action.words
    )
