"""Days that people name by the year: before and after the feasts and holidays, and the seasons.

Each function takes a year. The day after is the first weekday that is no public holiday itself; the day before is the
last one before people leave: before Maundy Thursday, Christmas Eve, New Year's Eve. The schools' summer is counted as
most municipalities hold it, from the last Saturday of June to the second Sunday of August; autumn and winter are weeks
42 and 7.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
Span = tuple[date, date]


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, from the golden number, the moon's epact and the Sunday after."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def day_before(feast: str, year: int) -> date:
    """The last weekday before it."""
    day = _FEASTS[feast](year)[0] - _ONE_DAY
    while day.weekday() >= _SATURDAY:
        day -= _ONE_DAY
    return day


def day_after(feast: str, year: int) -> date:
    """The first weekday after it."""
    day = _FEASTS[feast](year)[1] + _ONE_DAY
    while day.weekday() >= _SATURDAY:
        day += _ONE_DAY
    return day


def season(name: str, year: int) -> Span:
    """Its first day and its last; a winter begins in the December of that year."""
    first = _FIRST_MONTHS[name]
    last = date(year + (first + 3) // 13, (first + 2) % 12 + 1, 1) - _ONE_DAY
    return date(year, first, 1), last


def _easter(year: int) -> Span:
    sunday = easter(year)
    return sunday - timedelta(days=3), sunday + _ONE_DAY


def _whitsun(year: int) -> Span:
    sunday = easter(year) + timedelta(days=49)
    return sunday, sunday + _ONE_DAY


def _summer(year: int) -> Span:
    last_of_june, eighth = date(year, 6, 30), date(year, 8, 8)
    started = last_of_june - timedelta(days=(last_of_june.weekday() - _SATURDAY) % 7)
    return started, eighth + timedelta(days=(_SUNDAY - eighth.weekday()) % 7)


def _week(number: int) -> Callable[[int], Span]:
    return lambda year: (date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))


_FEASTS: Mapping[str, Callable[[int], Span]] = {
    "paske": _easter,
    "pinse": _whitsun,
    "jul": lambda year: (date(year, 12, 24), date(year, 12, 26)),
    "nytar": lambda year: (date(year - 1, 12, 31), date(year, 1, 1)),
    "sommer": _summer,
    "efterarsferie": _week(42),
    "vinterferie": _week(7),
}
_FIRST_MONTHS = {"forar": 3, "sommer": 6, "efterar": 9, "vinter": 12}
FEASTS = "|".join(sorted(_FEASTS, key=len, reverse=True))
SEASONS = "|".join(_FIRST_MONTHS)
