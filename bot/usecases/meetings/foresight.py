"""What follows of a meeting that is made, moved or cancelled, told before and after it is done."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.approval.mending import Step, What
from bot.domain.approval.rules import missing
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.composition.guests import coming
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.meetings import planning
from bot.domain.meetings.consequences import Shift, shifts
from bot.domain.meetings.standing_in import away_from
from bot.domain.proposals.triage import is_open
from bot.usecases.agenda.views import is_sent
from bot.usecases.approval.mending import foreseen
from bot.usecases.approval.views import deadline_of
from bot.usecases.charter_texts import read_charter
from bot.usecases.dated import deadlines_of
from bot.usecases.days import DANISH_HOLIDAYS
from bot.usecases.desk import Desk, desk_of
from bot.usecases.external.views import held_ahead_of
from cards.meetings.closed import closed_words
from cards.meetings.consequences import Beside, Follows
from storage import approval as approvals
from storage import composition, copies, elsewhere, external, proposals
from storage import forum as forums

_ONE_DAY = timedelta(days=1)


async def of_new(desk: Desk, meeting: Meeting) -> Follows:
    """What a new meeting brings about."""
    return await _of_one_more(_supposing(desk, planning.made(desk.forum, meeting)), meeting)


async def of_series(desk: Desk, planned: Sequence[Meeting]) -> list[Follows]:
    """What each of several new meetings brings about, all of them made."""
    forum = desk.forum
    for meeting in planned:
        forum = planning.made(forum, meeting)
    then = _supposing(desk, forum)
    return [await _of_one_more(then, each) for each in planned]


async def of_move(desk: Desk, was: Meeting, meeting: Meeting) -> Follows:
    """What follows of holding it another day, time or place, or with another host."""
    then = _supposing(desk, planning.moved(desk.forum, meeting))
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    has_left = await is_sent(desk, meeting.id)
    days = deadlines_of(then, meeting)
    found = shifts(deadlines_of(desk, was), days, desk.today)
    guests = coming(await composition.guests_of(desk.conn, desk.forum.id, meeting.id))
    return replace(
        await _of_day(then, meeting),
        shifts=[each for each in _of_use(found, then, current) if not has_left or each.name == "minutes"],
        until=deadline_of(then, meeting),
        steps=await foreseen(then, desk, meeting, was),
        standpoint=None if current is None else current.standpoint,
        is_settled=any(days.values()),
        is_sent=has_left,
        away=[desk.name_of(each.person) for each in away_from(then.forum, meeting)],
        guests=[each.name for each in guests],
        copies=await _copied_to(desk, meeting.id),
        lacking=_lacking(then.forum, was.day.year) if was.day.year != meeting.day.year else None,
        unprepared=await _unprepared(desk, then),
    )


async def of_cancelling(desk: Desk, meeting: Meeting) -> Follows:
    """What follows of not holding it."""
    then = _supposing(desk, planning.called_off(desk.forum, meeting, ""))
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    is_asked = current is not None and current.standpoint is Standpoint.OPEN
    waiting = await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
    guests = coming(await composition.guests_of(desk.conn, desk.forum.id, meeting.id))
    return Follows(
        is_cancelled=True,
        is_sent=await is_sent(desk, meeting.id),
        steps=[Step(what=What.CANCELLED, people=missing(current))] if current and is_asked else [],
        guests=[each.name for each in guests],
        copies=await _copied_to(desk, meeting.id),
        waiting=sum(1 for each in waiting if is_open(each.status)),
        following=then.next_meeting(),
        lacking=_lacking(then.forum, meeting.day.year),
        unprepared=await _unprepared(desk, then),
    )


def _supposing(desk: Desk, forum: Forum) -> Desk:
    return desk_of(desk.conn, forum, desk.now, desk.place, is_overheard=desk.is_overheard)


async def _of_one_more(then: Desk, meeting: Meeting) -> Follows:
    days = deadlines_of(then, meeting)
    return replace(
        await _of_day(then, meeting),
        shifts=_of_use(shifts({}, days, then.today), then, None),
        until=deadline_of(then, meeting),
        is_settled=any(days.values()),
        is_new=True,
    )


async def _of_day(then: Desk, meeting: Meeting) -> Follows:
    day = meeting.day
    is_closed = not then.calendar.is_working(day)
    return Follows(
        closed=closed_words(day, DANISH_HOLIDAYS.get(day)) if is_closed else None,
        ends_next_day=meeting.ends.date() != day,
        beside=[*_own_beside(then, meeting), *[each async for each in beside(then, day, day)]],
    )


def _of_use(found: Iterator[Shift], then: Desk, current: ApprovalRound | None) -> list[Shift]:
    """Without the days on which nothing is to be done: where nobody approves, or they are asked already."""
    has_approval = settings.approval_mode(then.forum) is not Mode.NONE
    is_asked = current is not None and current.standpoint is not Standpoint.WITHDRAWN
    passed_over = () if has_approval else ("draft", "answers", "clearance")
    return [
        each
        for each in found
        if each.name not in passed_over and not (is_asked and each.is_past and each.name == "draft")
    ]


def _own_beside(then: Desk, meeting: Meeting) -> Iterator[Beside]:
    for each in then.meetings_on(meeting.day):
        if each.id != meeting.id:
            yield Beside(forum=then.forum.name, meeting=each)


async def beside(then: Desk, first: date, last: date) -> AsyncIterator[Beside]:
    """Meetings on those days of other forums in which people of this one sit; what cannot be read is passed over."""
    begins, ends = (datetime.combine(day, time.min, tzinfo=then.forum.timezone) for day in (first, last + _ONE_DAY))
    for ident in await elsewhere.meeting_between(then.conn, then.forum.id, begins, ends):
        try:
            other = await forums.get(then.conn, ident, read_charter)
        except Unreadable:
            continue
        for each in () if other is None else other.meetings:
            names = list(_in_both(then.forum, other, each.day)) if other and first <= each.day <= last else []
            if other and names:
                yield Beside(forum=other.name, meeting=each, names=names)


def _in_both(forum: Forum, other: Forum, day: date) -> Iterator[str]:
    """The names of those who have a seat in both that day."""
    theirs = {
        account.object_id
        for person in other.people
        if any(other.seats_of(person.id, day))
        for account in person.identities
    }
    for person in forum.people:
        has_account = any(each.object_id in theirs for each in person.identities)
        if has_account and any(forum.seats_of(person.id, day)):
            yield person.name


async def _unprepared(desk: Desk, then: Desk) -> list[tuple[str, date]]:
    """The meetings of other bodies, by name and day, ahead of which the forum would not meet in time any more."""
    every = await external.since(desk.conn, desk.forum.id, desk.today)
    ahead = (each for each in every if each.is_ahead(desk.today))
    return [(each.name, each.day) for each in ahead if held_ahead_of(desk, each) and not held_ahead_of(then, each)]


async def _copied_to(desk: Desk, meeting: str) -> list[str]:
    """The bodies that were sent a copy of the agenda."""
    sent = dict.fromkeys(each.body for each in await copies.of_meeting(desk.conn, desk.forum.id, meeting))
    return [desk.forum.charter.name_of_body(each) for each in sent]


def _lacking(forum: Forum, year: int) -> tuple[int, int, int] | None:
    found = planning.lacks_meetings(forum, year)
    return None if found is None else (year, *found)
