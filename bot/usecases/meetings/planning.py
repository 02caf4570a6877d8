"""Those who serve the forum make, move and cancel meetings, or hold them after all; all that hangs on them follows."""

from dataclasses import replace

from bot.domain.kernel import settings
from bot.domain.kernel.danish import NOBODY, clean_line, clean_text, parse_date
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.meetings import planning
from bot.domain.meetings.actions import CancelMeeting, MakeMeeting, MoveMeeting, Planned, ResumeMeeting
from bot.domain.meetings.hosts import host_meant
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.meetings.when import Span, span_of
from bot.usecases.agenda.views import host_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.meant import meeting_meant
from bot.usecases.meeting_facts import facts_of
from bot.usecases.meetings import foresight
from bot.usecases.rights import require_secretariat
from bot.usecases.taking_effect import Planning, take_effect
from cards.kit.elements import Card
from cards.meetings import planning as cards
from cards.meetings.consequences import Follows
from cards.meetings.planning import LONGEST_PLACE, LONGEST_REASON, Filling
from storage import meetings


async def make(desk: WritingDesk, actor: str, action: MakeMeeting, plan_anew: Planning) -> Card:
    """A new meeting, whose post tells the channel of it."""
    require_secretariat(desk, actor)
    meeting = as_new(desk, action)
    if any(each.starts == meeting.starts for each in desk.forum.meetings):
        raise Refusal("meeting_there", field="day", tidspunkt=meeting.starts)
    follows = await foresight.of_new(desk, meeting)
    await meetings.put(desk.conn, planning.made(desk.forum, meeting), at=desk.now)
    now, _ = await take_effect(desk, plan_anew, actor=actor)
    facts = facts_of(meeting)
    await now.log(actor, "meeting.made", meeting=meeting.id, texts={"to_place": facts.pop("place")}, after=facts)
    await now.tell(MeetingNotice.POST, meeting=meeting.id)
    return cards.made(meeting, host_of(now, meeting), told(now, meeting, follows))


async def move(desk: WritingDesk, actor: str, action: MoveMeeting, plan_anew: Planning) -> Card:
    """Another day, time, place or host; what is as it was changes nothing."""
    require_secretariat(desk, actor)
    was = ahead(desk, action.meeting)
    meeting = as_moved(desk, was, action, action.reason)
    if planning.mark(meeting) == planning.mark(was):
        return cards.moved(was, was, host_of(desk, was), told(desk, was, None))
    check_seen(was, action.seen)
    planning.check_day(desk.forum, meeting.starts, desk.now)
    follows = await foresight.of_move(desk, was, meeting)
    await meetings.put(desk.conn, planning.moved(desk.forum, meeting), at=desk.now)
    now, _ = await take_effect(desk, plan_anew, actor=actor)
    return cards.moved(was, meeting, host_of(now, meeting), told(now, meeting, follows))


async def cancel(desk: WritingDesk, actor: str, action: CancelMeeting, plan_anew: Planning) -> Card:
    """The meeting is not held."""
    require_secretariat(desk, actor)
    meeting = ahead(desk, action.meeting)
    check_seen(meeting, action.seen)
    reason = _reason(action.reason)
    follows = await foresight.of_cancelling(desk, meeting)
    await meetings.put(desk.conn, planning.called_off(desk.forum, meeting, reason), at=desk.now)
    now, _ = await take_effect(desk, plan_anew, actor=actor)
    return cards.cancelled(meeting, told(now, meeting, follows))


async def resume(desk: WritingDesk, actor: str, action: ResumeMeeting, plan_anew: Planning) -> Card:
    """A meeting that was cancelled is held after all, when and where it was to be."""
    require_secretariat(desk, actor)
    gone = _cancelled(desk, action.meeting)
    planning.check_day(desk.forum, gone.starts, desk.now)
    await meetings.put(desk.conn, planning.resumed(desk.forum, gone), at=desk.now)
    now, _ = await take_effect(desk, plan_anew, actor=actor)
    meeting = now.meeting(gone.id)
    follows = await foresight.of_new(desk, meeting)
    return cards.resumed(meeting, host_of(now, meeting), told(now, meeting, follows))


def ahead(desk: Desk, named: str | None) -> Meeting:
    """The meeting that is meant, else the next that has not begun; what has begun is held where and when it is."""
    following = next(iter(desk.meetings_ahead()), None)
    meeting = following if named is None else meeting_meant(desk, named)
    if meeting is None:
        raise not_held(desk.forum, named, following)
    if desk.now >= meeting.starts:
        raise Refusal("meeting_under_way", moede_dato=meeting.day)
    return meeting


def as_new(desk: Desk, typed: Planned) -> Meeting:
    """The meeting that a form or a sentence is about, at the usual times where none were typed; checked."""
    usual = _usual(desk)
    if usual is not None and not typed.day.strip():
        raise Refusal("meeting_no_day", field="day")
    span = span_of(typed.day, typed.begins, typed.ends, tz=desk.forum.timezone, today=desk.today, usual=usual)
    planning.check_day(desk.forum, span.starts, desk.now)
    return Meeting(
        forum=desk.forum.id,
        id=planning.next_id(desk.forum, span.starts.year),
        starts=span.starts,
        ends=span.ends,
        place=clean_line(typed.place, Term("meeting.field.place"), LONGEST_PLACE),
        host=host_as_typed(desk, typed.host, None),
        is_decided=True,
    )


def as_moved(desk: Desk, was: Meeting, typed: Planned, reason: str) -> Meeting:
    """The meeting as it was typed; what is empty stays."""
    span = span_of(
        typed.day,
        typed.begins,
        typed.ends,
        tz=desk.forum.timezone,
        today=desk.today,
        usual=Span(was.starts, was.ends),
    )
    place = clean_line(typed.place, Term("meeting.field.place"), LONGEST_PLACE, required=False)
    return replace(
        was,
        starts=span.starts,
        ends=span.ends,
        place=place or was.place,
        host=host_as_typed(desk, typed.host, was.host),
        reason=_reason(reason),
        is_decided=True,
    )


def host_as_typed(desk: Desk, typed: str, usual: str | None) -> str | None:
    """The organisation that was picked or named; `usual` where none was, or where meetings have no hosts."""
    if not typed.strip() or not settings.has_hosts(desk.forum):
        return usual
    return None if typed.strip().casefold() == NOBODY else host_meant(desk.forum, typed)


def check_seen(meeting: Meeting, seen: str) -> None:
    """Refusal where the meeting is not as it was when the form was opened: somebody else was there first."""
    if seen and seen != planning.mark(meeting):
        raise Refusal("meeting_changed", tidspunkt=meeting.starts, sted=meeting.place)


def told(desk: Desk, meeting: Meeting, follows: Follows | None) -> Filling:
    """What follows, with the names that it takes."""
    return Filling(names={each.id: each.name for each in desk.forum.people}, meant=meeting, follows=follows)


def _usual(desk: Desk) -> Span | None:
    """When meetings are held here: as the next one, else as the last."""
    known = desk.next_meeting() or desk.last_meeting()
    return None if known is None else Span(known.starts, known.ends)


def _reason(typed: str) -> str:
    return clean_text(typed, Term("meeting.field.reason"), LONGEST_REASON, required=False)


def _cancelled(desk: Desk, named: str | None) -> Meeting:
    """The cancelled meeting that is meant, else the next of those that were cancelled."""
    to_come = sorted((each for each in desk.forum.cancelled if each.starts > desk.now), key=lambda each: each.starts)
    if named is None:
        found = next(iter(to_come), None)
    else:
        found = desk.forum.cancelled_meeting(named) or _cancelled_on(desk, named, to_come)
    if found is None:
        raise Refusal("meeting_not_cancelled", forum=desk.forum.name)
    return found


def _cancelled_on(desk: Desk, named: str, among: list[Meeting]) -> Meeting | None:
    day = parse_date(named, desk.today)
    return next((each for each in among if each.day == day), None)
