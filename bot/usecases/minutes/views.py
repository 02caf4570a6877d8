"""Minutes as they stand, and the card that shows them to one reader or to the whole channel."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.filing.rules import usual_number
from bot.domain.kernel import settings
from bot.domain.kernel.deadlines import Deadline, ends
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.standing_in import acting
from bot.domain.minutes.items import minuted, nobody_sees
from bot.domain.minutes.rules import is_sent, remarks_deadline
from bot.domain.minutes.state import Minutes, MinutesStatus, Remark
from bot.domain.referrals.destinations import destinations
from bot.usecases.agenda.views import seen_items
from bot.usecases.desk import Desk
from bot.usecases.duties import of_minutes
from bot.usecases.funds import of_minutes as of_funds
from bot.usecases.made_public import public_view
from bot.usecases.minutes.approving import approved_any, approvers, asked_name, called, has_approved
from bot.usecases.minutes.missing import presence_at
from bot.usecases.minutes.presence import attended, was_at
from bot.usecases.minutes.records import Record
from bot.usecases.minutes.sentences import sent_to
from bot.usecases.minutes.suggested import waiting_of
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card, escape
from cards.kit.words import say
from cards.minutes import cards
from cards.minutes import form as forms
from cards.minutes.body import Said, Shown
from cards.proposals.closed import NEUTRAL_TITLE
from storage import filing

Sees = Callable[[AgendaItem], bool]
"""Whether the reader may see a closed item."""


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
        attended=attended(desk, record.meeting, minutes.attendance, record.live),
        sent_at=minutes.sent_at,
        public=None if record.public is None else public_view(desk, record.meeting, record.public),
        is_approved=minutes.status is MinutesStatus.APPROVED,
        is_in_silence=settings.minutes_approval(desk.forum) == settings.IN_SILENCE,
        takes_remarks=is_open and minutes.status is not MinutesStatus.APPROVED,
        remarks_until=until,
        remark_count=sum(not each.is_addition for each in minutes.remarks),
        additions=additions(desk, record, sees),
        witness=record.witness,
        sent_to=dict(_sent_to(desk, record, sees)),
        organisations={each.id: each.name for each in desk.forum.organisations},
        people={each.person: desk.name_of(each.person) for each in minutes.dissents},
        has_funds=any(of_funds.line(minutes, each) for each in record.items if not each.content.is_closed),
        duties={
            position: found
            for position, item in enumerate(record.items, start=1)
            if (found := _duties(desk, record, item)) and _is_shown(item, sees)
        },
        waiting=waiting_of(record.items, record.suggestions),
        presence={
            position: lines
            for position, lines in _presence(desk, record).items()
            if _is_shown(record.items[position - 1], sees)
        },
        asks_end=record.live is not None and record.live.is_left and minutes.attendance.ended_at is None,
    )


def _presence(desk: Desk, record: Record) -> Mapping[int, list[str]]:
    return presence_at(desk, record.meeting, record.items, record.live, record.minutes.attendance)


def _is_shown(item: AgendaItem, sees: Sees) -> bool:
    return sees(item) or not item.content.is_closed


def _sent_to(desk: Desk, record: Record, sees: Sees) -> Iterator[tuple[int, str]]:
    """By position, the body that an item was sent on to; of minutes that have left, by then."""
    left = record.minutes.sent_at
    left_on = None if left is None else left.astimezone(desk.forum.timezone).date()
    for position, item in enumerate(record.items, start=1):
        found = sent_to(record.sent_on, item)
        if found is not None and _is_shown(item, sees) and (left_on is None or found.details.sent_on <= left_on):
            yield position, found.details.body_name


def _duties(desk: Desk, record: Record, item: AgendaItem) -> list[str]:
    """The tasks of one item, those that minutes left with, and that its funds can be disposed of."""
    sent_at = record.minutes.sent_at
    every = [each for each in record.duties if sent_at is None or each.details.created_at <= sent_at]
    return [*of_minutes.lines(desk, every, item.id), *of_funds.line(record.minutes, item)]


def additions(desk: Desk, record: Record, sees: Sees) -> list[Said]:
    """What was added after sending, with the number of the item it is about; of one closed to the reader no words."""
    places = {item.id: (place, item) for place, item in enumerate(record.items, start=1)}
    found = []
    for each in record.minutes.remarks:
        if each.is_addition:
            place, item = places.get(each.item or 0, (None, None))
            is_hidden = item is not None and item.content.is_closed and not sees(item)
            words = say("minutes.addition.hidden") if is_hidden else each.words
            of_item = "" if place is None else f"{say('minutes.addition.of_item', nr=place)}: "
            found.append(Said(name=desk.name_of(each.person), words=f"{of_item}{words}", at=each.at))
    return found


def additions_to(minutes: Minutes, item: AgendaItem) -> list[str]:
    """What was added to that item since the minutes were sent, as Markdown."""
    added = (each.words for each in minutes.remarks if each.is_addition and each.item == item.id)
    return [say("minutes.addition.line", ord=escape(words)) for words in added]


def said(desk: Desk, remarks: Iterable[Remark]) -> list[Said]:
    """Remarks or additions with their authors' names."""
    return [Said(name=desk.name_of(each.person), words=each.words, at=each.at) for each in remarks]


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
    seen = shown(desk, record, await seen_by(desk, actor, record))
    if desk.is_public or not is_secretariat(desk, actor):
        return seen
    usual = usual_number(desk.forum)
    return replace(seen, cases=await filing.cases(desk.conn, desk.forum.id, record.meeting.id, usual))


async def card_for(desk: Desk, actor: str, record: Record, *, typed: str = "", outcome: str | None = None) -> Card:
    """The minutes as that person should see them now, with what was just done where that is told.

    `typed` fills the field for a remark or an addition.
    """
    minutes, due = record.minutes, desk.timetable(record.meeting).minutes
    seen, is_writer = await shown_to(desk, actor, record), is_secretariat(desk, actor)
    if not record.has_begun(desk.now):
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
        record.meeting,
        due,
        is_begun=True,
        writing=desk.forum.id if is_writer else None,
        dissenting=desk.forum.id if was_at(desk, record.meeting, minutes.attendance, actor) else None,
        outcome=outcome,
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
