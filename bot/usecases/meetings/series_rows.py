"""Rows of a year's new meetings: as the bot proposes them, as they were typed, and as meetings where all are right."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import zip_longest

from bot.domain.external.bodies import Cadence, cadence_of
from bot.domain.kernel import settings
from bot.domain.kernel.danish import NOBODY, clean_line, parse_date, parse_time
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.meetings import planning, series
from bot.domain.meetings.actions import Series
from bot.domain.meetings.hosts import host_meant
from bot.domain.meetings.series import Before, Usual, Wanted
from bot.domain.meetings.when import Span, span_of
from bot.domain.year.frequency import Frequency
from bot.domain.year.rota import turn_of
from bot.usecases.desk import Desk
from bot.usecases.external.views import own_day
from bot.usecases.meetings.foresight import beside
from cards.kit.words import medium_date, say
from cards.meetings.planning import LONGEST_PLACE
from cards.meetings.series import Row
from storage import external

_FARTHEST = timedelta(days=(series.YEARS_AHEAD + 1) * 366)


@dataclass(frozen=True, slots=True)
class Faulty(Exception):  # noqa: N818 - what was typed is at fault
    """Rows that cannot be meetings, each fault at its field."""

    faults: tuple[Refusal, ...]


def typed_rows(action: Series) -> tuple[Row, ...]:
    """The rows as they were filled in; those whose day was emptied are left out like those that are not ticked."""
    columns = (action.day, action.begins, action.ends, action.place, action.host, action.kept)
    return tuple(
        Row(day=day, begins=begins, ends=ends, place=place, host=host, is_kept=kept != "false" and bool(day.strip()))
        for day, begins, ends, place, host, kept in zip_longest(*columns, fillvalue="")
    )


async def before(desk: Desk, year: int) -> tuple[Before, ...]:
    """The meetings of other bodies in that year that the forum meets ahead of."""
    every = await external.since(desk.conn, desk.forum.id, desk.today)
    ours = (each for each in every if each.is_ahead(desk.today) and each.day.year == year)
    dated = ((each, own_day(desk, each)) for each in ours if cadence_of(desk.forum, each.body) is Cadence.ALIGNED)
    return tuple(Before(name=each.name, day=each.day, since=day) for each, day in dated if day is not None)


async def proposed_rows(
    desk: Desk, counted: Frequency, number: int, weekday: int, ahead: Sequence[Before]
) -> tuple[Row, ...]:
    """A row for each meeting that is missing: its day, the usual times, the host whose turn it is, and where."""
    held = [each.day for each in counted.meetings]
    wanted = Wanted(
        first=counted.first,
        last=counted.last,
        earliest=max(counted.first, desk.today + timedelta(days=1)),
        number=number,
        weekday=weekday,
    )
    taken = {each.meeting.day async for each in beside(desk, counted.first, counted.last)}
    days = series.proposed(wanted, held, ahead, _is_free(desk, {*held, *taken}))
    usual = series.usual(desk.forum.meetings)
    return tuple(_rows(desk, days, usual))


def _is_free(desk: Desk, taken: set[date]) -> Callable[[date], bool]:
    """A working day without another meeting of these people, all of whose deadlines are still to come."""

    def is_free(day: date) -> bool:
        if day in taken or not desk.calendar.is_working(day):
            return False
        days = desk.timetable(_probe(desk, day))
        ahead = (days.proposals, days.draft, days.answers, days.dispatch)
        return all(each is None or each.day >= desk.today for each in ahead)

    return is_free


def _probe(desk: Desk, day: date) -> Meeting:
    starts = desk.calendar.opens(day, desk.forum.timezone)
    return Meeting(forum=desk.forum.id, id="", starts=starts, ends=starts, place="")


def _rows(desk: Desk, days: Sequence[date], usual: Usual | None) -> Iterator[Row]:
    """The hosts follow from all of them together, as the rota has it."""
    forum, planned = desk.forum, []
    for day in days:
        planned.append(replace(_probe(desk, day), id=planning.next_id(forum, day.year)))
        forum = planning.made(forum, planned[-1])
    has_hosts = settings.has_hosts(forum)
    known = [each for each in desk.forum.meetings if each.place != say("series.place.open")]
    for meeting in planned:
        host = turn_of(forum, meeting).host if has_hosts else None
        place = series.usual_place(known, host, has_hosts=has_hosts)
        yield Row(
            day=medium_date(meeting.day),
            begins="" if usual is None else _clock(usual.begins),
            ends="" if usual is None else _clock(usual.ends),
            place=place or (say("series.place.open") if host else ""),
            host=host or (NOBODY if has_hosts else ""),
            proposed=host,
        )


def _clock(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}"


def as_meetings(desk: Desk, year: int, rows: Sequence[Row]) -> tuple[Meeting | None, ...]:
    """The meetings of those rows, None for one that is left out; raises Faulty with every fault of every row."""
    forum, found, faults = desk.forum, list[Meeting | None](), list[Refusal]()
    for number, each in enumerate(rows, start=1):
        meeting, own = _as_meeting(desk, forum, year, each) if each.is_kept else (None, _faults_left_out(desk, each))
        faults += (fault.about(f"{fault.field}_{number}") for fault in own)
        if meeting is not None:
            forum = planning.made(forum, meeting)
        found.append(meeting)
    if faults:
        raise Faulty(tuple(faults))
    return tuple(found)


def _faults_left_out(desk: Desk, row: Row) -> list[Refusal]:
    """What is wrong with a row though no meeting comes of it: a host who is none here."""
    faults: list[Refusal] = []
    with _noting(faults, "host"):
        _host(desk, row.host)
    return faults


def _as_meeting(desk: Desk, forum: Forum, year: int, row: Row) -> tuple[Meeting | None, list[Refusal]]:
    faults, today, span = list[Refusal](), max(desk.today, date(year, 1, 1)), None
    with _noting(faults, "day"):
        parse_date(row.day, today)  # a day without a year is meant in this one
    for field, words in (("begins", row.begins), ("ends", row.ends)):
        with _noting(faults, field):
            parse_time(words, field)
    if not faults:
        with _noting(faults, "day"):
            span = _span(desk, forum, year, row, today)
    place, host = "", None
    with _noting(faults, "place"):
        place = clean_line(row.place, Term("meeting.field.place"), LONGEST_PLACE)
    with _noting(faults, "host"):
        host = _host(desk, row.host)
    if faults or span is None:
        return None, faults
    ident = planning.next_id(forum, year)
    starts, ends = span.starts, span.ends
    return Meeting(forum=forum.id, id=ident, starts=starts, ends=ends, place=place, host=host, is_decided=True), []


def _span(desk: Desk, forum: Forum, year: int, row: Row, today: date) -> Span:
    """When it is held; Refusal where it cannot be then, or there is one already."""
    span = span_of(row.day, row.begins, row.ends, tz=forum.timezone, today=today, usual=None)
    if span.starts.year != year:
        raise Refusal("series_other_year", dato=span.starts.date(), aar=year)
    planning.check_day(forum, span.starts, desk.now, farthest=_FARTHEST)
    if any(each.starts == span.starts for each in forum.meetings):
        raise Refusal("meeting_there", tidspunkt=span.starts)
    return span


@contextmanager
def _noting(faults: list[Refusal], field: str) -> Iterator[None]:
    try:
        yield
    except Refusal as fault:
        faults.append(fault.about(fault.field or field))


def _host(desk: Desk, typed: str) -> str | None:
    if typed.strip().casefold() in ("", NOBODY):
        return None
    named = host_meant(desk.forum, typed)
    return named if settings.has_hosts(desk.forum) else None
