"""Who was there and when, kept in order: nobody is assumed to have been there or not, until somebody says so.

Of each person the presences stand in order and apart from each other, every moment lies within the meeting, and
whoever was there is not absent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.state import Attendance, Presence, WasThere

_OVERRUN = timedelta(hours=4)  # so much longer than planned a meeting may have lasted
_AS_IT_BEGINS = timedelta(minutes=1)  # minutes know no smaller time


def is_noted(attendance: Attendance) -> bool:
    """Whether anything is known of anybody."""
    return bool(attendance.presences) or attendance.absent is not None


def present(attendance: Attendance) -> tuple[str, ...]:
    """Everybody who was there, for however long."""
    return tuple(dict.fromkeys(each.person for each in attendance.presences))


def was_there(attendance: Attendance, person: str) -> WasThere:
    """What is known of that person."""
    if person in present(attendance):
        return WasThere.PRESENT
    return WasThere.ABSENT if person in (attendance.absent or ()) else WasThere.UNKNOWN


def presences_of(attendance: Attendance, person: str) -> tuple[Presence, ...]:
    """When that person was there, in order."""
    return tuple(each for each in attendance.presences if each.person == person)


def note_absent(attendance: Attendance, people: Sequence[str]) -> Attendance:
    """Those people were absent and nobody else; of the others, what is known stays."""
    remaining = tuple(each for each in attendance.presences if each.person not in people)
    return replace(attendance, presences=remaining, absent=tuple(dict.fromkeys(people)))


def note_present(attendance: Attendance, people: Sequence[str]) -> Attendance:
    """Those people were there (who came late or left early stays so), and nobody else is known to have been."""
    known = (presences_of(attendance, person) or (Presence(person=person),) for person in dict.fromkeys(people))
    absent = None if attendance.absent is None else tuple(each for each in attendance.absent if each not in people)
    return replace(attendance, presences=tuple(each for every in known for each in every), absent=absent)


def note_ticked(attendance: Attendance, ticked: Sequence[str], seated: Sequence[str]) -> Attendance:
    """A list of `seated` as it was ticked: the others were absent, but a list without any tick says nothing."""
    if ticked:
        return replace(note_present(attendance, ticked), absent=tuple(each for each in seated if each not in ticked))
    return replace(attendance, presences=(), absent=None) if attendance.presences else attendance


def note_everybody(attendance: Attendance, seated: Sequence[str], *, but_the_absent: bool = False) -> Attendance:
    """All of `seated` were there or, with `but_the_absent`, all whose absence is not noted."""
    absent = (attendance.absent or ()) if but_the_absent else ()
    there = [*present(attendance), *(each for each in seated if each not in absent)]
    return replace(note_present(attendance, there), absent=absent)


def note_expected(attendance: Attendance, seated: Sequence[str], away: Sequence[str]) -> Attendance:
    """All of `seated` were there but those who said that they would be `away`, unless they are known to have come."""
    lacking = [each for each in away if each not in present(attendance)]
    return note_everybody(note_absent(attendance, lacking), seated, but_the_absent=True)


def note_arrival(attendance: Attendance, person: str, at: datetime, meeting: Meeting) -> Attendance:
    """That person came at `at`, for the first time or again; Refusal "outside_meeting"."""
    since = None if at <= meeting.starts else at
    _check_within(attendance, since, meeting)
    known = presences_of(attendance, person)
    later = [each for each in known if each.until is None or each.until > at]
    first, *others = later or [Presence(person=person)]
    earlier = [each for each in known if each not in later]
    return _with(attendance, person, [*earlier, replace(first, since=since), *others])


def note_departure(attendance: Attendance, person: str, at: datetime, meeting: Meeting) -> Attendance:
    """That person left at `at`, for good or for a while; Refusal "outside_meeting"."""
    if at <= meeting.starts:
        raise Refusal("outside_meeting")
    until = None if attendance.ended_at is not None and at >= attendance.ended_at else at
    _check_within(attendance, until, meeting)
    known = presences_of(attendance, person)
    earlier = [each for each in known if each.since is None or each.since < at]
    *others, last = earlier or [Presence(person=person)]
    later = [each for each in known if each not in earlier]
    return _with(attendance, person, [*others, replace(last, until=until), *later])


def note_gone(attendance: Attendance, person: str, now: datetime, begun: datetime, meeting: Meeting) -> Attendance:
    """That person is gone by `now`; as the meeting begins nobody has left, so they were not there yet."""
    if now <= meeting.starts or now - begun < _AS_IT_BEGINS:
        return _not_there(attendance, person)
    return note_departure(attendance, person, now, meeting)


def _not_there(attendance: Attendance, person: str) -> Attendance:
    remaining = tuple(each for each in attendance.presences if each.person != person)
    absent = (*(attendance.absent or ()), person)
    return replace(attendance, presences=remaining, absent=tuple(dict.fromkeys(absent)))


def note_end(attendance: Attendance, at: datetime, meeting: Meeting) -> Attendance:
    """The meeting ended at `at`; Refusal "outside_meeting" where that is too late, or before somebody came or left."""
    begun = [each.since for each in attendance.presences if each.since is not None]
    ended = [each.until for each in attendance.presences if each.until is not None]
    if not max([meeting.starts, *begun]) < at <= meeting.ends + _OVERRUN or any(each > at for each in ended):
        raise Refusal("outside_meeting", field="ended")
    stayed = (replace(each, until=None) if each.until == at else each for each in attendance.presences)
    return replace(attendance, presences=tuple(stayed), ended_at=at)


def end_now(attendance: Attendance, at: datetime, meeting: Meeting) -> Attendance:
    """The meeting ended just now; whoever came just now was not there, and before its hour nothing can be noted."""
    if at <= meeting.starts:
        return attendance
    there = tuple(each for each in attendance.presences if each.since is None or each.since < at)
    return note_end(replace(attendance, presences=there), at, meeting)


def forget_end(attendance: Attendance) -> Attendance:
    """Nobody knows when the meeting ended, since it goes on."""
    return replace(attendance, ended_at=None)


def _check_within(attendance: Attendance, at: datetime | None, meeting: Meeting) -> None:
    if at is not None and at >= (attendance.ended_at or meeting.ends + _OVERRUN):
        raise Refusal("outside_meeting")


def _with(attendance: Attendance, person: str, presences: Sequence[Presence]) -> Attendance:
    """The attendance with just these presences of that person, in the place where the person stood."""
    every = {each: presences_of(attendance, each) for each in present(attendance)}
    every[person] = tuple(_joined(presences))
    absent = attendance.absent
    return replace(
        attendance,
        presences=tuple(chain.from_iterable(every.values())),
        absent=None if absent is None else tuple(each for each in absent if each != person),
    )


def _joined(presences: Sequence[Presence]) -> Iterator[Presence]:
    """One presence for those that follow on each other without a gap."""
    current = presences[0]
    for each in presences[1:]:
        if current.until == each.since:
            current = replace(current, until=each.until)
        else:
            yield current
            current = each
    yield current
