"""Periods are ended and never erased, whatever the next forum file says."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.reapplying import laid_over
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role, Seat

TODAY = date(2026, 2, 1)
YESTERDAY = TODAY - timedelta(days=1)
POLITICIAN, CLERK = frozenset({Role.POLITICIAN}), frozenset({Role.SECRETARIAT})
RANGE = [TODAY + timedelta(days=offset) for offset in range(-14, 15)]


def seat(
    since: str | None, until: str | None = None, roles: frozenset[Role] = POLITICIAN, level: str | None = None
) -> Seat:
    first = None if since is None else date.fromisoformat(since)
    last = None if until is None else date.fromisoformat(until)
    return Seat(person="anna", organisation="by", roles=roles, since=first, until=last, level=level)


def forum(*seats: Seat) -> Forum:
    return Forum(
        id="f", name="F", region=None, charter=Charter(id="k", kind="charter", title="K", source="x"), seats=seats
    )


def laid(before: Iterable[Seat], file: Iterable[Seat], today: date = TODAY) -> tuple[Seat, ...]:
    return laid_over(forum(*before), forum(*file), datetime.combine(today, time(9), tzinfo=UTC)).seats


OTHER = Seat(person="bo", organisation="by", roles=POLITICIAN)

CASES = {
    "re-elected from a day to come": (
        [seat(None)],
        [seat("2026-07-01")],
        [seat("2026-07-01"), seat(None, "2026-06-30")],
    ),
    "re-elected, told of a month later": (
        [seat("2022-01-01")],
        [seat("2026-01-01")],
        [seat("2026-01-01"), seat("2022-01-01", "2025-12-31")],
    ),
    "re-elected after a while outside": (
        [seat("2022-01-01", "2025-06-30")],
        [seat("2026-01-01")],
        [seat("2026-01-01"), seat("2022-01-01", "2025-06-30")],
    ),
    "a beginning put right": ([seat("2022-03-01")], [seat("2022-01-01")], [seat("2022-01-01")]),
    "another role from a day to come": (
        [seat("2022-01-01")],
        [seat("2026-03-01", roles=CLERK)],
        [seat("2026-03-01", roles=CLERK), seat("2022-01-01", "2026-02-28")],
    ),
    "another role for the same days begins today": (
        [seat("2022-01-01")],
        [seat("2022-01-01", roles=CLERK)],
        [seat("2026-02-01", roles=CLERK), seat("2022-01-01", "2026-01-31")],
    ),
    "another level for the same days begins today": (
        [seat("2022-01-01")],
        [seat("2022-01-01", level="political")],
        [seat("2026-02-01", level="political"), seat("2022-01-01", "2026-01-31")],
    ),
    "an end that lies before yesterday takes away nothing": (
        [seat("2022-01-01")],
        [seat("2022-01-01", "2025-12-31")],
        [seat("2022-01-01", "2025-12-31"), seat("2026-01-01", "2026-01-31")],
    ),
    "an end to come": ([seat("2022-01-01")], [seat("2022-01-01", "2026-12-31")], [seat("2022-01-01", "2026-12-31")]),
    "both periods in one file": (
        [seat("2022-01-01")],
        [seat("2022-01-01", "2025-12-31"), seat("2026-01-01")],
        [seat("2022-01-01", "2025-12-31"), seat("2026-01-01")],
    ),
    "no longer named": ([seat("2022-01-01"), seat("2027-01-01")], [OTHER], [OTHER, seat("2022-01-01", "2026-01-31")]),
    "no longer named, ended long ago": (
        [seat("2022-01-01", "2023-12-31")],
        [OTHER],
        [OTHER, seat("2022-01-01", "2023-12-31")],
    ),
    "a file without seats": ([seat("2022-01-01")], [], [seat("2022-01-01")]),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_file_makes_of_the_periods_before(case: str) -> None:
    before, file, after = CASES[case]
    assert list(laid(before, file)) == after
    assert list(laid(after, file)) == after


def test_the_next_year_file_after_file_keeps_every_period() -> None:
    seats = laid([seat("2018-01-01")], [seat("2022-01-01")], date(2022, 1, 3))
    seats = laid(seats, [seat("2026-01-01")])
    assert set(seats) == {
        seat("2018-01-01", "2021-12-31"),
        seat("2022-01-01", "2025-12-31"),
        seat("2026-01-01"),
    }


days = st.one_of(st.none(), st.sampled_from(RANGE))


@st.composite
def seats_of(draw: st.DrawFn) -> tuple[Seat, ...]:
    """What a file may say: no period ends before it begins, and no two of one person in one place begin together."""
    found: dict[tuple[str, str, date | None], Seat] = {}
    for _ in range(draw(st.integers(0, 4))):
        first, last = draw(days), draw(days)
        if first is not None and last is not None and last < first:
            first, last = last, first
        each = Seat(
            person=draw(st.sampled_from("ab")),
            organisation=draw(st.sampled_from(["by", "region"])),
            roles=frozenset(draw(st.sets(st.sampled_from([Role.POLITICIAN, Role.SECRETARIAT]), min_size=1))),
            mandate=draw(st.booleans()),
            since=first,
            until=last,
        )
        found[each.person, each.organisation, first] = each
    return tuple(found.values())


def held(seats: Iterable[Seat], day: date) -> set[tuple[str, str, Role]]:
    return {(each.person, each.organisation, role) for each in seats if each.holds_on(day) for role in each.roles}


def overlapping(seats: Iterable[Seat]) -> set[tuple[str, str, date]]:
    """The person, the organisation and the days on which two periods hold."""
    pairs = [pair for pair in combinations(seats, 2) if len({(each.person, each.organisation) for each in pair}) == 1]
    return {
        (one.person, one.organisation, day)
        for one, other in pairs
        for day in RANGE
        if one.holds_on(day) and other.holds_on(day)
    }


def stored(files: list[tuple[Seat, ...]]) -> tuple[Seat, ...]:
    """What a few files, a day apart, have left."""
    seats = files[0]
    for ago in range(len(files) - 1, 0, -1):
        seats = laid(seats, files[-ago], TODAY - timedelta(days=ago))
    return seats


history = st.lists(seats_of(), min_size=1, max_size=3).map(stored)


@given(history, seats_of())
def test_whoever_held_a_role_on_a_day_before_today_still_did(before: tuple[Seat, ...], file: tuple[Seat, ...]) -> None:
    after = laid(before, file)
    for day in RANGE:
        if day < TODAY:
            assert held(before, day) <= held(after, day)


@given(history, seats_of())
def test_from_today_on_the_file_holds_and_before_its_first_period_what_was(
    before: tuple[Seat, ...], file: tuple[Seat, ...]
) -> None:
    after = laid(before, file)
    if not file:
        assert after == before
        return
    for day in (each for each in RANGE if each >= TODAY):
        assert held(file, day) <= held(after, day) <= held(file, day) | held(before, day)
        for person, organisation, _ in held(after, day) - held(file, day):
            begins = [each.since for each in file if (each.person, each.organisation) == (person, organisation)]
            assert begins
            assert all(since is not None and since > day for since in begins)


@given(history, seats_of(), st.integers(0, 5))
def test_the_same_file_again_changes_nothing_today_or_later(
    before: tuple[Seat, ...], file: tuple[Seat, ...], later: int
) -> None:
    after = laid(before, file)
    assert laid(after, file, TODAY + timedelta(days=later)) == after


@given(history, seats_of())
def test_two_periods_overlap_only_where_a_file_said_so(before: tuple[Seat, ...], file: tuple[Seat, ...]) -> None:
    assert overlapping(laid(before, file)) <= overlapping(before) | overlapping(file)


@given(history, seats_of())
def test_no_period_ends_before_it_begins(before: tuple[Seat, ...], file: tuple[Seat, ...]) -> None:
    for each in laid(before, file):
        assert each.since is None or each.until is None or each.since <= each.until


def test_a_period_that_is_kept_keeps_all_else_that_it_said() -> None:
    old = replace(seat("2022-01-01", level="political"), substitute_for="bo", mandate=True)
    assert replace(old, until=YESTERDAY) in laid([old], [OTHER])
