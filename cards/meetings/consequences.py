"""»Det følger med«: what becomes of all that hangs on a meeting which is made, moved or cancelled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.approval.mending import Step
from bot.domain.approval.rules import APPROVED
from bot.domain.approval.state import Standpoint
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.consequences import Shift
from cards.agenda.cards import zone
from cards.approval.mending import sentence
from cards.approval.standing import until_words
from cards.forum.choosing import DEADLINES
from cards.kit.elements import Json, group, text
from cards.kit.words import count, date_time, listing, long_date, medium_date, say, several, time_span

_OF_AGENDA = ("proposals", "dispatch")
_INSTEAD = {
    "proposals": "meeting.past.proposals",
    "draft": "meeting.past.draft",
    "clearance": "meeting.past.clearance",
    "dispatch": "meeting.past.dispatch",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another meeting on that day: of the forum itself, or of one in which the people of these names sit too."""

    forum: str
    meeting: Meeting
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What follows; `closed` says why nobody works on the day.

    `until` is the last moment for answers to a request that is made now, `steps` what becomes of the round that is
    under way (None: none is), `is_settled` whether there is any deadline at all, `standpoint` the newest round's,
    `lacking` a year, how many meetings the charter wants in it and how many there are, `unprepared` meetings of other
    bodies ahead of which the forum does not meet any more. Of a meeting that is cancelled
    `waiting` proposals wait for `following`.
    """

    shifts: Sequence[Shift] = ()
    until: datetime | None = None
    steps: Sequence[Step] | None = None
    standpoint: Standpoint | None = None
    is_settled: bool = True
    is_sent: bool = False
    is_new: bool = False
    is_cancelled: bool = False
    closed: str | None = None
    ends_next_day: bool = False
    beside: Sequence[Beside] = ()
    away: Sequence[str] = ()
    guests: Sequence[str] = ()
    copies: Sequence[str] = ()
    lacking: tuple[int, int, int] | None = None
    unprepared: Sequence[tuple[str, date]] = ()
    waiting: int = 0
    following: Meeting | None = None


def consequence_blocks(follows: Follows, meeting: Meeting, names: Mapping[str, str], most: int) -> Iterator[Json]:
    """What follows, and the deadlines that then lie in the past, each with what can be done; `most` lines of either."""
    yield _told(say("meeting.consequences"), consequences(follows, meeting, names), most)
    past = past_lines(follows, meeting)
    if past:
        yield _told(say("meeting.past_deadlines"), past, most)


def consequences(follows: Follows, meeting: Meeting, names: Mapping[str, str]) -> list[str]:
    """A line for everything but what lies in the past."""
    return [
        *_day(follows, meeting),
        *_deadlines(follows),
        *_answers(follows, meeting, names),
        *_people(follows, meeting),
        *_afterwards(follows),
        say("followed.heard"),
    ]


def past_lines(follows: Follows, meeting: Meeting) -> list[str]:
    """Each deadline that then lies in the past, with what can be done."""
    return [_past(each, each.now, follows, meeting) for each in follows.shifts if each.is_past and each.now]


def row_lines(follows: Follows, meeting: Meeting) -> list[str]:
    """What hangs on one meeting of several, in a few lines: what is to be seen to, and the agenda's own days."""
    past = [say(DEADLINES[each.name]) for each in follows.shifts if each.is_past and each.now]
    days = {each.name: each.now for each in follows.shifts if each.now and not each.is_past}
    shown = [f"{say(DEADLINES[name])}: {long_date(days[name].day)}" for name in _OF_AGENDA if name in days]
    unsettled = (
        () if follows.is_settled else (say("meeting.follows.no_deadlines", fastsat=say("common.not_regulated")),)
    )
    told = [say("series.row.past", frister=listing(past))] if past else []
    return [*_day(follows, meeting), *told, *shown, *unsettled]


def _told(title: str, lines: Sequence[str], most: int) -> Json:
    left_out = len(lines) - most
    return group(
        text(title, bold=True),
        *(text(each) for each in lines[:most]),
        text(say("choice.more", antal=left_out), subtle=True) if left_out > 0 else None,
    )


def _day(follows: Follows, meeting: Meeting) -> Iterator[str]:
    if follows.closed is not None:
        yield say("meeting.follows.closed", dato=medium_date(meeting.day), hvad=follows.closed)
    if follows.ends_next_day:
        yield say("meeting.follows.next_day", dato=medium_date(meeting.ends.date()))
    for each in follows.beside:
        span = time_span(each.meeting.starts, each.meeting.ends, zone(each.meeting))
        if each.names:
            yield say("meeting.follows.beside", forum=each.forum, tid=span, navne=listing(each.names))
        else:
            yield say("meeting.follows.beside_own", forum=each.forum, tid=span)


def _deadlines(follows: Follows) -> Iterator[str]:
    if not follows.is_settled:
        yield say("meeting.follows.no_deadlines", fastsat=say("common.not_regulated"))
    for each in follows.shifts:
        name, now = say(DEADLINES[each.name]), _date(each.now)
        if each.is_past or not each.moves:
            continue
        if follows.is_new:
            yield say("meeting.follows.new_deadline", frist=name, til=now)
        else:
            yield say("meeting.follows.deadline", frist=name, fra=_date(each.was), til=now)


def _date(deadline: Deadline | None) -> str:
    return say("choice.no_day") if deadline is None else long_date(deadline.day)


def _answers(follows: Follows, meeting: Meeting, names: Mapping[str, str]) -> Iterator[str]:
    if follows.is_cancelled:
        if follows.is_sent:
            yield say("meeting.follows.sent")
        yield from (sentence(each, meeting, lambda person: names.get(person, person)) for each in follows.steps or ())
        return
    if follows.is_sent:
        yield say("moved.stands.sent")
        yield say("meeting.follows.sent")
    elif follows.standpoint in APPROVED:
        yield say("moved.stands.approved")
    elif follows.standpoint is Standpoint.OPEN:
        yield say("moved.stands.open")
    for step in follows.steps or ():
        yield sentence(step, meeting, lambda person: names.get(person, person))


def _people(follows: Follows, meeting: Meeting) -> Iterator[str]:
    if follows.away:
        yield say("meeting.follows.away", dato=medium_date(meeting.day), navne=listing(follows.away))
    if follows.guests:
        yield say("meeting.follows.guests", navne=listing(follows.guests))
    if follows.copies:
        yield say("meeting.follows.copies", organer=listing(follows.copies))


def _afterwards(follows: Follows) -> Iterator[str]:
    if follows.waiting:
        yield several("cancelled.waiting", follows.waiting)
    if follows.is_cancelled and follows.following is not None:
        following = follows.following
        yield say("cancelled.follows", tidspunkt=date_time(following.starts, zone(following)))
    elif follows.is_cancelled:
        yield say("cancelled.none_follows")
    if follows.lacking is not None:
        year, least, planned = follows.lacking
        yield say("meeting.follows.lacking", aar=year, mindst=count(least, "møde", "møder"), antal=planned)
    for name, day in follows.unprepared:
        yield say("meeting.follows.unprepared", ekstern=name, dato=medium_date(day))


def _past(shift: Shift, deadline: Deadline, follows: Follows, meeting: Meeting) -> str:
    if shift.name == "answers":
        until = until_words(follows.until or meeting.starts, zone(meeting))
        instead = say("meeting.past.answers", frist=until)
    else:
        instead = say(_INSTEAD[shift.name])
    return say("meeting.past", frist=say(DEADLINES[shift.name]), dag=long_date(deadline.day), forslag=instead)
