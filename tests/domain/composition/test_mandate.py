"""Who may decide for whom at a meeting, whoever comes; and nothing that keeps a meeting from being held."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.composition.mandate import confirmed_of, without_mandate
from bot.domain.composition.state import Mandate, StandIn
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.people import Organisation, Person, Role, Seat
from bot.domain.kernel.provision import Provision
from tests.harness.charters import SILENT_CHARTER, saying

DAY = date(2027, 3, 16)
NAMES = ("a", "b", "c", "d", "e")
PLACES = ("nord", "midt", "syd")
ASKING = saying(
    SILENT_CHARTER,
    composition__mandate=Provision("required", "skal have mandat"),
    composition__parties=Provision(("municipality",), "kommuner"),
)

seats = st.builds(
    Seat,
    person=st.sampled_from(NAMES),
    organisation=st.sampled_from(PLACES),
    roles=st.sampled_from([frozenset({Role.POLITICIAN}), frozenset({Role.SECRETARIAT})]),
    mandate=st.booleans(),
    substitute_for=st.none() | st.sampled_from(NAMES),
)


def forum(*held: Seat, asks: bool = True, inherited: bool = False) -> Forum:
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=ASKING if asks else SILENT_CHARTER,
        choices={"substitute_mandate": Choice("inherited", "F", DAY)} if inherited else {},
        organisations=tuple(Organisation(id=each, name=each, kind="municipality") for each in PLACES),
        people=tuple(Person(id=each, name=each) for each in NAMES),
        seats=held,
    )


def confirmed(person: str, organisation: str, at: date = DAY) -> Mandate:
    moment = datetime(at.year, at.month, at.day, 12, tzinfo=UTC)
    return Mandate(person=person, organisation=organisation, confirmed=at, said_by=person, at=moment)


@given(st.lists(seats, max_size=6), st.sets(st.sampled_from(NAMES)))
def test_absence_never_mends_what_lacks_and_a_ticked_stand_in_lacks_no_more_than_who_is_absent(
    held: list[Seat], absent: set[str]
) -> None:
    body = forum(*held)
    before, after = without_mandate(body, DAY), without_mandate(body, DAY, absent=absent)
    assert before is not None
    assert after is not None
    assert set(before) <= set(after)
    ticked = [StandIn(absent=each, has_mandate=True) for each in absent]
    assert set(without_mandate(body, DAY, absent=absent, stand_ins=ticked) or ()) <= set(before)
    plain = [StandIn(absent=each) for each in absent]
    assert without_mandate(body, DAY, absent=absent, stand_ins=plain) == after
    chosen = forum(*held, inherited=True)
    assert set(without_mandate(chosen, DAY, absent=absent, stand_ins=plain) or ()) <= set(before)


@given(st.lists(seats, max_size=6), st.sampled_from(NAMES), st.sampled_from(PLACES))
def test_a_confirmation_counts_like_a_mandate_of_the_forum_file(held: list[Seat], person: str, place: str) -> None:
    plain = Seat(person=person, organisation=place, roles=frozenset({Role.POLITICIAN}))
    filed = Seat(person=person, organisation=place, roles=frozenset({Role.POLITICIAN}), mandate=True)
    others = [each for each in held if (each.person, each.organisation) != (person, place)]
    found = without_mandate(forum(*others, plain), DAY, (confirmed(person, place),))
    assert found == without_mandate(forum(*others, filed), DAY)
    assert place not in (found or ())


@pytest.mark.parametrize(
    ("since", "until", "again", "holds"),
    [
        (None, None, None, True),
        (None, DAY + timedelta(days=10), DAY + timedelta(days=11), True),  # the seat goes on under a new period
        (None, DAY + timedelta(days=10), DAY + timedelta(days=12), False),  # a day between: it is another seat
        (None, DAY + timedelta(days=10), None, False),
    ],
)
def test_a_seat_that_ends_takes_its_confirmation_along(
    since: date | None, until: date | None, again: date | None, holds: bool
) -> None:
    first = Seat(person="a", organisation="nord", roles=frozenset({Role.POLITICIAN}), since=since, until=until)
    later = Seat(person="a", organisation="nord", roles=frozenset({Role.POLITICIAN}), since=again)
    body = forum(first, *([later] if again else []))
    asked = DAY + timedelta(days=30)
    assert (confirmed_of(body, first, asked, [confirmed("a", "nord")]) is not None) == holds


def test_where_nobody_settled_it_only_those_are_looked_at_who_have_given_one() -> None:
    seat = Seat(person="a", organisation="nord", roles=frozenset({Role.POLITICIAN}))
    other = Seat(person="b", organisation="midt", roles=frozenset({Role.POLITICIAN}), mandate=True)
    assert without_mandate(forum(seat, asks=False), DAY) is None
    assert without_mandate(forum(seat, other, asks=False), DAY) == ()
    assert without_mandate(forum(seat, other, asks=False), DAY, absent={"b"}) == ("midt",)


def test_who_is_named_to_step_in_counts_only_where_they_do() -> None:
    held = Seat(person="a", organisation="nord", roles=frozenset({Role.POLITICIAN}))
    substitute = Seat(
        person="b", organisation="nord", roles=frozenset({Role.POLITICIAN}), mandate=True, substitute_for="a"
    )
    body = forum(held, substitute)
    assert "nord" in (without_mandate(body, DAY) or ())
    stepping = [StandIn(absent="a", person="b")]
    assert "nord" not in (without_mandate(body, DAY, absent={"a"}, stand_ins=stepping) or ())
