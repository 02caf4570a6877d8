"""Seats laid over seats: what was held until yesterday stays held, and everything else is as the file says.

A period of the file goes on from one that was held before it, or puts right one that differs in nothing but its days;
there the file's stands. Where it would take away a role that somebody had, it begins today.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.domain.kernel.people import Seat

_DAY = timedelta(days=1)

Days = tuple[date, date]
"""A stretch of days, both included."""

Place = tuple[str, str]
"""A person in an organisation."""

Own = dict[Place, list[Days]]
"""The days that are one side's: the file's, or those of what was there before."""


def joined(before: tuple[Seat, ...], file: tuple[Seat, ...], today: date) -> tuple[Seat, ...]:
    """Every period in the end; the file's first, then what is kept of those before."""
    of_file: Own = {}
    of_before: Own = {}
    for place in map(_place, (*file, *before)):
        of_file[place], of_before[place] = [], []
        old, new = _at(place, before), _at(place, file)
        for days in _stretches((*old, *new), today):
            (of_file if _is_files(days[0], old, new, today) else of_before)[place].append(days)
    return (*_cut(file, of_file), *_cut(before, of_before))


def _place(seat: Seat) -> Place:
    return seat.person, seat.organisation


def _at(place: Place, seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    return tuple(seat for seat in seats if _place(seat) == place)


def _stretches(seats: Iterable[Seat], today: date) -> Iterator[Days]:
    """All days there are, parted so that each seat holds on all of a stretch or on none of it."""
    parted = {date.min, today}
    for seat in seats:
        parted.add(_first(seat))
        if _last(seat) < date.max:
            parted.add(_last(seat) + _DAY)
    begins = sorted(parted)
    yield from ((first, following - _DAY) for first, following in pairwise(begins))
    yield begins[-1], date.max


def _is_files(day: date, old: tuple[Seat, ...], new: tuple[Seat, ...], today: date) -> bool:
    """Whether the file's seats hold on that day; otherwise those from before do, as far as they reach."""
    if day >= today:
        return day >= min((_first(seat) for seat in new), default=date.min)
    named = [seat for seat in new if seat.holds_on(day)]
    return all(any(_follows(seat, held) for seat in named) for held in old if held.holds_on(day))


def _follows(seat: Seat, held: Seat) -> bool:
    """Whether the file's seat may stand on a past day on which the other was held."""
    is_same = replace(seat, since=held.since, until=held.until) == held
    return is_same or (_first(seat) > _first(held) and seat.roles >= held.roles)


def _cut(seats: tuple[Seat, ...], own: Own) -> Iterator[Seat]:
    """Each seat in the unbroken runs of its days that are its own; nothing of one that has none."""
    for seat in seats:
        for first, last in _runs(days for days in own[_place(seat)] if seat.holds_on(days[0])):
            since = seat.since if first == _first(seat) else first
            yield replace(seat, since=since, until=seat.until if last == _last(seat) else last)


def _runs(stretches: Iterable[Days]) -> Iterator[Days]:
    run: Days | None = None
    for first, last in stretches:
        if run is not None and run[1] + _DAY == first:
            run = run[0], last
        else:
            if run is not None:
                yield run
            run = first, last
    if run is not None:
        yield run


def _first(seat: Seat) -> date:
    return seat.since or date.min


def _last(seat: Seat) -> date:
    return seat.until or date.max
