"""The report of a year that the charter expects: to whom, by when, whose approval it has, and that it leaves once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.kernel import settings
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.expected import Expected, expected
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.needed import rule_of, still_needed
from bot.domain.year.frequency import YEARS_AHEAD, day_in

DUE, APPROVAL = "annual_status_due", "annual_status_approval"
ON_REQUEST = "status"  # the id of a report that no charter asks for

_AHEAD = timedelta(days=14)
_FIRST_HALF = 6  # what is due by June is of the year before


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReport:
    """What is stored of one year's report: its text, who approved just that text, and that it was sent."""

    forum: str
    report: str
    year: int
    revision: int
    words: str
    approved_by: tuple[str, ...] = ()
    sent_by: str | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """That a year's report is reminded of on `day`; it is to be sent by `by`."""

    report: Expected
    year: int
    by: date
    day: date


def meant(charter: Charter, report: str) -> Expected:
    """The report of that id, the first where none is named; without any the one that is drawn up on request."""
    every = expected(charter)
    found = next((each for each in every if each.id == report), None)
    return found or (every[0] if every else Expected(id=ON_REQUEST, name="", to=None))


def due_day(forum: Forum, report: Expected) -> str | None:
    """Month and day by which it is to be sent: as the charter says, else as the forum chose."""
    return report.due or forum.choice(DUE)


def due_on(forum: Forum, report: Expected, year: int) -> date | None:
    """The day by which the report of that year is to be sent; what is due in the first half is of the year before."""
    day = due_day(forum, report)
    if day is None:
        return None
    return day_in(year + 1 if int(day[:2]) <= _FIRST_HALF else year, day)


def reminders(forum: Forum, calendar: Calendar, today: date, sent: Sequence[tuple[str, int]]) -> Iterator[Due]:
    """Two weeks ahead and on the last day, of whatever is not among those that were `sent`.

    Of a year in which the forum had not begun there is nothing to tell.
    """
    for report in expected(forum.charter):
        for year in range(today.year - 1, today.year + YEARS_AHEAD + 1):
            by = due_on(forum, report, year)
            is_owed = forum.has_begun(date(year, 12, 31)) and (report.id, year) not in sent
            if by is None or not is_owed or not forum.is_in_force(by):
                continue
            for day in sorted({calendar.at_or_before(by - _AHEAD), calendar.at_or_before(by)}):
                if day >= today:
                    yield Due(report=report, year=year, by=by, day=day)


def approvers(forum: Forum, year: int, now: datetime) -> tuple[str, ...]:
    """Whoever leads: of the year's latest meeting that has begun, else of the next one; else the chairmanship."""
    meeting = led(forum, year, now)
    leaders = () if meeting is None else settings.meeting_leaders(forum, meeting)
    return leaders or tuple(forum.choice("chairmanship") or ())


def led(forum: Forum, year: int, now: datetime) -> Meeting | None:
    """The meeting whose leaders approve the year's report."""
    every = sorted((each for each in forum.meetings if each.day.year == year), key=lambda each: each.starts)
    begun = [each for each in every if each.starts <= now]
    return begun[-1] if begun else next(iter(every), None)


def missing_approvals(forum: Forum, report: AnnualReport | None, asked: Sequence[str], day: date) -> tuple[str, ...]:
    """Those whose approval is still needed, by the same rule as an agenda's."""
    given = () if report is None else report.approved_by
    return still_needed(rule_of(forum, asked, day), asked, given)


def is_required(forum: Forum) -> bool:
    """Whether it must be approved before it is sent, which no charter says: the forum may choose it."""
    return bool(forum.choice(APPROVAL) == "required")


def rewritten(report: AnnualReport, words: str) -> AnnualReport:
    """With another text, of which nobody has approved anything yet."""
    return report if words == report.words else replace(report, words=words, approved_by=())


def approved(report: AnnualReport, people: Sequence[str]) -> AnnualReport:
    """With these people's approval."""
    return replace(report, approved_by=tuple(dict.fromkeys((*report.approved_by, *people))))


def sent(report: AnnualReport, by: str, at: datetime) -> AnnualReport:
    """As it left."""
    return replace(report, sent_by=by, sent_at=at)
