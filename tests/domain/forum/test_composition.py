"""Where the seats depart from the charter's composition."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.composition import Departure, WrongSeat, departures, wrong_seats
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.sections import SeatRule
from tests.harness.charters import SILENT_CHARTER, saying

DAY = date(2027, 3, 16)
POLITICIAN = frozenset({Role.POLITICIAN})
TWO_TO_FOUR = SeatRule(id="m", kind="municipality", role="politician", least=2, most=4, words="2-4 fra hver kommune")


def forum(
    rule: SeatRule, *seats: Seat, organisations: tuple[tuple[str, str], ...] = (("by", "municipality"),)
) -> Forum:
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=saying(SILENT_CHARTER, composition__seats=(rule,)),
        organisations=tuple(Organisation(id=found, name=found, kind=kind) for found, kind in organisations),
        seats=seats,
    )


def seat(person: str, organisation: str = "by", roles: frozenset[Role] = POLITICIAN, **more: str | date) -> Seat:
    return Seat(person=person, organisation=organisation, roles=roles, **more)  # type: ignore[arg-type] # tests pass names


def seats(count: int) -> tuple[Seat, ...]:
    return tuple(seat(f"p{number}") for number in range(count))


@given(st.integers(0, 8))
def test_only_numbers_outside_the_rule_are_departures(count: int) -> None:
    found = departures(forum(TWO_TO_FOUR, *seats(count)), DAY)
    assert [departure.found for departure in found] == ([] if 2 <= count <= 4 else [count])


def test_a_departure_says_who_how_many_and_in_which_words() -> None:
    assert departures(forum(TWO_TO_FOUR, *seats(1)), DAY) == (
        Departure(
            organisation="by",
            kind="municipality",
            role="politician",
            found=1,
            least=2,
            most=4,
            words="2-4 fra hver kommune",
        ),
    )


def test_each_organisation_is_counted_by_itself() -> None:
    kinds = (("by", "municipality"), ("ø", "municipality"), ("region", "region"))
    found = departures(forum(TWO_TO_FOUR, *seats(2), seat("x", "ø"), organisations=kinds), DAY)
    assert [departure.organisation for departure in found] == ["ø"]


def test_a_rule_for_all_of_a_kind_counts_them_together() -> None:
    rule = SeatRule(id="p", kind="gp_organisation", least=1, most=2, words="1-2 fra PLO", each=False)
    kinds = (("plo-a", "gp_organisation"), ("plo-b", "gp_organisation"))
    one_each = forum(rule, seat("a", "plo-a"), seat("b", "plo-b"), organisations=kinds)
    assert departures(one_each, DAY) == ()
    three = forum(rule, seat("a", "plo-a"), seat("b", "plo-b"), seat("c", "plo-b"), organisations=kinds)
    assert [(departure.organisation, departure.found) for departure in departures(three, DAY)] == [(None, 3)]


def test_a_kind_that_is_missing_altogether_is_a_departure() -> None:
    found = departures(forum(TWO_TO_FOUR, organisations=()), DAY)
    assert [(departure.organisation, departure.found) for departure in found] == [(None, 0)]


def test_who_sits_in_for_somebody_else_fills_no_seat_of_their_own() -> None:
    assert departures(forum(TWO_TO_FOUR, *seats(4), seat("b", substitute_for="p0")), DAY) == ()
    (found,) = departures(forum(TWO_TO_FOUR, seat("b", substitute_for="a")), DAY)
    assert found.found == 0


def test_who_sits_in_for_one_who_is_there_may_be_a_member_too_and_so_it_is_not_said_that_one_is_missing() -> None:
    assert departures(forum(TWO_TO_FOUR, seat("a"), seat("b", substitute_for="a")), DAY) == ()
    (found,) = departures(forum(TWO_TO_FOUR, seat("b", substitute_for="a"), seat("c", substitute_for="a")), DAY)
    assert found.found == 0
    one = SeatRule(id="m", kind="municipality", role="politician", least=1, most=1, words="1 fra hver kommune")
    assert [each.found for each in departures(forum(one, seat("b", substitute_for="a")), DAY)] == [0]


def test_only_seats_of_that_day_and_role_count() -> None:
    gone = seat("b", until=date(2027, 3, 15))
    clerk = seat("c", roles=frozenset({Role.COORDINATOR}))
    (found,) = departures(forum(TWO_TO_FOUR, seat("a"), gone, clerk), DAY)
    assert found.found == 1


def test_two_seats_of_one_person_are_one() -> None:
    (found,) = departures(forum(TWO_TO_FOUR, seat("a"), seat("a", since=date(2027, 1, 1))), DAY)
    assert found.found == 1


def test_where_no_role_is_asked_for_the_secretariat_does_not_count() -> None:
    rule = SeatRule(id="m", kind="municipality", least=1, most=1, words="1 direktør fra hver kommune")
    clerk = seat("c", roles=frozenset({Role.SECRETARIAT}))
    assert [found.found for found in departures(forum(rule, clerk), DAY)] == [0]
    assert departures(forum(rule, clerk, seat("a")), DAY) == ()


DIRECTOR = SeatRule(
    id="m",
    kind="municipality",
    least=1,
    most=1,
    words="1 direktør fra hver kommune",
    seniority=Provision("direktoer"),
    supplement=Provision("chef"),
)


@given(st.integers(0, 3), st.integers(0, 3))
def test_who_supplements_is_counted_neither_as_too_many_nor_in_a_directors_place(directors: int, chiefs: int) -> None:
    beside = [seat(f"c{number}", seniority="chef") for number in range(chiefs)]
    found = departures(forum(DIRECTOR, *seats(directors), *beside), DAY)
    assert [(each.found, each.supplement) for each in found] == (
        [] if directors == 1 else [(directors, "chef" if directors > 1 else None)]
    )


def test_two_directors_from_one_municipality_and_none_from_another_are_both_told() -> None:
    kinds = (("by", "municipality"), ("ø", "municipality"))
    found = departures(forum(DIRECTOR, *seats(2), organisations=kinds), DAY)
    assert [(each.organisation, each.found) for each in found] == [("by", 2), ("ø", 0)]


def test_a_politician_in_a_directors_seat_is_named() -> None:
    expected = WrongSeat(person="p0", organisation="by", words="1 direktør fra hver kommune")
    assert list(wrong_seats(forum(DIRECTOR, *seats(1)), DAY)) == [expected]
    official = seat("d", roles=frozenset({Role.ADMINISTRATIVE_REPRESENTATIVE}))
    assert not list(wrong_seats(forum(DIRECTOR, official), DAY))
    assert not list(wrong_seats(forum(DIRECTOR, seat("p", until=date(2027, 3, 15))), DAY))
    assert not list(wrong_seats(forum(TWO_TO_FOUR, *seats(2)), DAY))
