"""What falls on the days of a year that are ahead, each from its own source; a topic that knows more adds its own."""

from collections.abc import Callable, Iterator

from bot.domain.external.state import ExternalMeeting
from bot.domain.kernel.expected import expected
from bot.domain.year.evaluation import days
from bot.domain.year.frequency import warnings
from bot.domain.year.reports import due_on
from bot.usecases.desk import Desk
from cards.forum.choosing import DEADLINES
from cards.kit.words import medium_date, say
from cards.year.view import Dated
from storage import external


def ahead(desk: Desk, year: int) -> list[Dated]:
    """What is due in that year from today on, the earliest first."""
    return _of(desk, year, SOURCES)


async def outside(desk: Desk, year: int) -> list[Dated]:
    """The meetings of other bodies in that year that are ahead, the earliest first."""
    known = await external.since(desk.conn, desk.forum.id, desk.today)
    return [_outside(each) for each in known if each.is_ahead(desk.today) and each.day.year == year]


def _outside(each: ExternalMeeting) -> Dated:
    return Dated(day=each.day, words=" · ".join(part for part in (each.name, each.details.place) if part))


def _deadlines(desk: Desk) -> Iterator[Dated]:
    """Those of every meeting that has not begun, and of the minutes of one that has."""
    for meeting in desk.forum.meetings:
        days = desk.timetable(meeting)
        for name, words in DEADLINES.items():
            deadline = getattr(days, name, None)
            if deadline is not None:
                day = medium_date(meeting.day)
                yield Dated(day=deadline.day, words=say("year.deadline", hvad=say(words), moede_dato=day))


def _warnings(desk: Desk) -> Iterator[Dated]:
    for each in warnings(desk.forum, desk.calendar, desk.today):
        yield Dated(day=each.day, words=say("year.warning", aar=each.year))


def _evaluations(desk: Desk) -> Iterator[Dated]:
    for day in days(desk.forum, desk.calendar, desk.today):
        yield Dated(day=day, words=say("evaluation.day"))


def _reports(desk: Desk) -> Iterator[Dated]:
    for report in expected(desk.forum.charter):
        for year in range(desk.today.year - 1, desk.today.year + 2):
            by = due_on(desk.forum, report, year)
            if by is not None and desk.forum.is_in_force(by):
                yield Dated(day=by, words=say("year.status.title", aar=year))


Source = Callable[[Desk], Iterator[Dated]]
SOURCES: tuple[Source, ...] = (_deadlines, _warnings, _reports, _evaluations)


def _of(desk: Desk, year: int, sources: tuple[Source, ...]) -> list[Dated]:
    found = (each for source in sources for each in source(desk))
    wanted = [each for each in found if each.day.year == year and each.day >= desk.today]
    return sorted(wanted, key=lambda each: each.day)
