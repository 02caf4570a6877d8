"""All that departs from a forum's charter, or that people cannot keep: mentioned, and never refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.domain.forum.clusters import Foreign, Missing, NoMember, foreign, missing, no_members
from bot.domain.forum.composition import Departure, WrongSeat, departures, wrong_seats
from bot.domain.forum.serving import FewChairs, NoAccount, NoSecretariat, few_chairs, no_accounts, no_secretariat
from bot.domain.forum.settling import Overruled, UnforeseenLayer, overruled, unforeseen_layers
from bot.domain.forum.validity import Ended, NotBegun, out_of_force
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Forum

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """A meeting on a day on which nobody is at work; `holiday` is its name, `is_weekend` without one."""

    meeting: str
    day: date
    holiday: str | None
    is_weekend: bool

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"closed_day/{self.meeting}/{self.day}"


Remark: TypeAlias = (
    Ended
    | NotBegun
    | Missing
    | Foreign
    | NoMember
    | Departure
    | WrongSeat
    | FewChairs
    | NoSecretariat
    | NoAccount
    | Overruled
    | UnforeseenLayer
    | ClosedDay
)


def remarks(forum: Forum, calendar: Calendar, holidays: Mapping[date, str], day: date) -> tuple[Remark, ...]:
    """Every remark on the forum as it is that day: its period, organisations, seats, who leads and serves, meetings."""
    return (
        *out_of_force(forum, day),
        *missing(forum),
        *foreign(forum, day),
        *no_members(forum, day),
        *departures(forum, day),
        *wrong_seats(forum, day),
        *few_chairs(forum),
        *no_secretariat(forum, day),
        *no_accounts(forum, day),
        *overruled(forum, day),
        *unforeseen_layers(forum, day),
        *closed_days(forum, calendar, holidays, day),
    )


def closed_days(forum: Forum, calendar: Calendar, holidays: Mapping[date, str], day: date) -> Iterator[ClosedDay]:
    """Every meeting to come on a holiday, in a weekend or on a day that the forum chose to be closed."""
    for each in forum.meetings:
        if each.day >= day and not calendar.is_working(each.day):
            is_weekend = each.day.weekday() >= _SATURDAY
            yield ClosedDay(meeting=each.id, day=each.day, holiday=holidays.get(each.day), is_weekend=is_weekend)
