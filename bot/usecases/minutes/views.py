"""Minutes as they stand, and the card that shows them to one reader or to the whole channel."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.duties.state import FollowUp
from bot.domain.kernel.deadlines import Deadline, ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.witness import Witness
from bot.domain.meetings.standing_in import acting, away_from
from bot.domain.minutes.attendance import presences_of, present, was_there
from bot.domain.minutes.items import minuted, nobody_sees
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import blank, is_sent, items_of, remarks_deadline
from bot.domain.minutes.state import Attendance, Minutes, MinutesStatus, Presence, Remark, WasThere
from bot.domain.referrals.destinations import destinations
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.desk import Desk
from bot.usecases.duties import of_minutes
from bot.usecases.funds import of_minutes as of_funds
from bot.usecases.meant import meeting_meant
from bot.usecases.minutes.approving import approved_any, approvers, asked_name, called, has_approved
from bot.usecases.rights import is_secretariat
from bot.usecases.witness import witness_of
from cards.kit.elements import Card
from cards.kit.words import clock_time, listing, say, time_span
from cards.minutes import cards
from cards.minutes import form as forms
from cards.minutes.body import Attended, Said, Shown
from cards.proposals.closed import NEUTRAL_TITLE
from storage import minutes as store

Sees = Callable[[AgendaItem], bool]
"""Whether the reader may see a closed item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A meeting's minutes with the agenda they are about, the entry of the log that they left with, and the tasks that
    came of its items.
    """

    meeting: Meeting
    agenda: Agenda
    minutes: Minutes
    witness: Witness | None = None
    duties: tuple[FollowUp, ...] = ()

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
    witness = await witness_of(desk, MinutesNotice.MINUTES, meeting.id) if is_sent(minutes) else None
    agenda, duties = await draft_of(desk, meeting), await of_minutes.duties_of(desk, meeting.id)
    return Record(meeting=meeting, agenda=agenda, minutes=minutes, witness=witness, duties=duties)


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
        attended=attended(desk, record),
        sent_at=minutes.sent_at,
        is_approved=minutes.status is MinutesStatus.APPROVED,
        takes_remarks=is_open and minutes.status is not MinutesStatus.APPROVED,
        remarks_until=until,
        remark_count=sum(not each.is_addition for each in minutes.remarks),
        additions=said(desk, (each for each in minutes.remarks if each.is_addition)),
        witness=record.witness,
        has_funds=any(of_funds.line(minutes, each) for each in record.items if not each.content.is_closed),
        duties={
            position: found
            for position, item in enumerate(record.items, start=1)
            if (found := _duties(desk, record, item)) and (sees(item) or not item.content.is_closed)
        },
    )


def _duties(desk: Desk, record: Record, item: AgendaItem) -> list[str]:
    """The tasks of one item, those that minutes left with, and that its funds can be disposed of."""
    sent_at = record.minutes.sent_at
    every = [each for each in record.duties if sent_at is None or each.details.created_at <= sent_at]
    return [*of_minutes.lines(desk, every, item.id), *of_funds.line(record.minutes, item)]


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


async def shown_to(desk: Desk, actor: str, record: Record) -> Shown:
    """The minutes as that person may see them here."""
    return shown(desk, record, await seen_by(desk, actor, record))


def attended(desk: Desk, record: Record) -> Attended:
    """Who was there by name, in the order in which the forum names its people."""
    noted = record.minutes.attendance
    known = dict.fromkeys((*expected(desk, record), *present(noted), *(noted.absent or ())))
    places = {other: person for person, other in stand_ins(desk, record).items()}

    def named(what: WasThere) -> list[str]:
        return [desk.name_of(person) for person in known if was_there(noted, person) is what]

    return Attended(
        present=[
            _with_hours(desk, noted, each, places.get(each))
            for each in known
            if was_there(noted, each) is WasThere.PRESENT
        ],
        absent=None if noted.absent is None else named(WasThere.ABSENT),
        unknown=named(WasThere.UNKNOWN),
        ended_at=noted.ended_at,
    )


def _with_hours(desk: Desk, noted: Attendance, person: str, place: str | None) -> str:
    """The name, in whose `place` where that is another's, and the hours of who came late or left early."""
    hours = [words for each in presences_of(noted, person) if (words := _hours(desk, each))]
    own = desk.name_of(person)
    name = own if place is None else say("approval.stands_in", navn=own, hvem=desk.name_of(place))
    return say("minutes.hours", navn=name, tider=listing(hours)) if hours else name


def _hours(desk: Desk, presence: Presence) -> str:
    """Nothing for somebody who was there all the time."""
    since, until, tz = presence.since, presence.until, desk.forum.timezone
    if since and until:
        return say("minutes.hours.span", tid=time_span(since, until, tz))
    if since:
        return say("minutes.hours.from", fra=clock_time(since, tz))
    return say("minutes.hours.to", til=clock_time(until, tz)) if until else ""


async def card_for(desk: Desk, actor: str, record: Record, *, typed: str = "", outcome: str | None = None) -> Card:
    """The minutes as that person should see them now, with what was just done where that is told.

    `typed` fills the field for a remark or an addition.
    """
    minutes, due = record.minutes, desk.timetable(record.meeting).minutes
    seen, is_writer = await shown_to(desk, actor, record), is_secretariat(desk, actor)
    if record.meeting.starts > desk.now:
        return cards.not_sent(record.meeting, due, is_begun=False)
    if is_sent(minutes):
        remarks = _remarks(desk, minutes)
        return forms.follow_up(seen, remarks, typed=typed) if is_writer else cards.sent(seen, typed=typed)
    is_asked = minutes.status is MinutesStatus.FOR_APPROVAL and not has_approved(
        desk, record.meeting, record.minutes, actor
    )
    if is_writer and not is_asked and not desk.is_overheard:
        return forms.writing(_writing(desk, actor, record, seen, due), outcome=outcome)
    if minutes.status is MinutesStatus.FOR_APPROVAL:
        return _for_approval(desk, record, seen, actor=actor, typed=typed, outcome=outcome)
    return cards.not_sent(
        record.meeting, due, is_begun=True, writing=desk.forum.id if is_writer else None, outcome=outcome
    )


async def receipt(desk: Desk, actor: str, record: Record, words: str, *more: str) -> Card:
    """What that person just did, in short; a yes can be taken back until the minutes are sent."""
    is_asked = record.minutes.status is MinutesStatus.FOR_APPROVAL
    may_take_back = is_asked and approved_any(desk, record.meeting, record.minutes, actor)
    return cards.receipt(await shown_to(desk, actor, record), words, *more, may_take_back=may_take_back)


def channel_card(desk: Desk, record: Record) -> Card:
    """What everybody sees: minutes put forward for approval, or sent."""
    seen = shown(desk, record, nobody_sees)
    return cards.sent(seen) if is_sent(record.minutes) else _for_approval(desk, record, seen)


def waiting(desk: Desk, record: Record) -> list[str]:
    """The approvers who have not answered."""
    asked = approvers(desk, record.meeting)
    return [person for person in asked if person not in record.minutes.approved_by]


def people(desk: Desk, record: Record) -> dict[str, str]:
    """Whoever had a seat on the meeting's day, by id, as somebody who could be absent."""
    day = record.meeting.day
    return {person.id: person.name for person in desk.forum.people if any(desk.forum.seats_of(person.id, day))}


def expected(desk: Desk, record: Record) -> tuple[str, ...]:
    """Those who sit there in their own right or were to step in: nobody misses a substitute who was not called."""
    day, called = record.meeting.day, set(stand_ins(desk, record).values())
    return tuple(
        person
        for person in people(desk, record)
        if person in called or any(seat.substitute_for is None for seat in desk.forum.seats_of(person, day))
    )


def told_away(desk: Desk, record: Record) -> tuple[str, ...]:
    """Those of them who said beforehand that they would be away."""
    away = {each.person for each in away_from(desk.forum, record.meeting)}
    return tuple(person for person in expected(desk, record) if person in away)


def stand_ins(desk: Desk, record: Record) -> dict[str, str]:
    """In whose place somebody else was to come, and who."""
    return {each.person: each.stand_in for each in away_from(desk.forum, record.meeting) if each.stand_in is not None}


def _remarks(desk: Desk, minutes: Minutes) -> list[Said] | None:
    if desk.is_overheard:
        return None
    return said(desk, (each for each in minutes.remarks if not each.is_addition))


def _writing(desk: Desk, actor: str, record: Record, seen: Shown, due: Deadline | None) -> forms.Writing:
    minutes = record.minutes
    is_asked = minutes.status is MinutesStatus.FOR_APPROVAL
    return forms.Writing(
        shown=seen,
        due=due,
        waiting=[asked_name(desk, record.meeting, person) for person in waiting(desk, record)] if is_asked else (),
        remarks=_remarks(desk, minutes) or (),
        has_approved=is_asked and approved_any(desk, record.meeting, record.minutes, actor),
        may_send_on=bool(destinations(desk.forum)),
    )


def _for_approval(
    desk: Desk, record: Record, seen: Shown, *, actor: str | None = None, typed: str = "", outcome: str | None = None
) -> Card:
    pending = waiting(desk, record)
    asked = acting(desk.forum, record.meeting, pending, desk.today)
    mentioned = {person: desk.mention(person) for person in asked}
    return cards.for_approval(
        seen,
        answered=len(approvers(desk, record.meeting)) - len(pending),
        waiting=[called(desk, record.meeting, pending, person, mention) for person, mention in mentioned.items()],
        mentions=[mention for mention in mentioned.values() if mention is not None],
        typed=typed,
        has_approved=actor is not None and approved_any(desk, record.meeting, record.minutes, actor),
        outcome=outcome,
    )
