"""When a forum may be handed over, and who somebody of it is in the forum that goes on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.succession import check_heir, check_no_circle, last_day
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import organisation_in, person_in
from bot.domain.kernel.people import Identity, Organisation, Person, Role, Seat
from bot.domain.kernel.refusal import Refusal
from tests.harness.charters import SILENT_CHARTER

DAY = date(2027, 1, 1)
days = st.dates(date(2026, 6, 1), date(2027, 6, 1))
maybe = st.none() | days


def forum(name: str = "a", **more: object) -> Forum:
    return Forum(id=name, name=name.upper(), region=None, charter=SILENT_CHARTER, **more)  # type: ignore[arg-type]


def seated(person: Person, organisation: Organisation, **more: object) -> Forum:
    seat = Seat(person=person.id, organisation=organisation.id, roles=frozenset({Role.POLITICIAN}))
    return forum(people=(person,), organisations=(organisation,), seats=(replace(seat, **more),))  # type: ignore[arg-type]


@given(since=maybe, until=maybe, day=days)
def test_an_heir_is_in_force_on_the_day_and_nothing_else_is_taken(
    since: date | None, until: date | None, day: date
) -> None:
    heir = forum("b", valid_from=since, valid_until=until)
    if heir.is_in_force(day):
        check_heir(forum(), heir, day, {})
    else:
        with pytest.raises(Refusal, match=r"succession\.heir_(ended|not_begun)"):
            check_heir(forum(), heir, day, {})


@given(until=maybe, day=days)
def test_the_last_day_is_never_after_the_hand_over_nor_after_the_end_that_was_set(
    until: date | None, day: date
) -> None:
    found = last_day(forum(valid_until=until), day)
    assert found <= day
    assert until is None or found <= until
    assert found in (day, until)


@given(until=maybe, handed_over=days, day=days)
def test_a_forum_that_was_handed_over_has_ended_from_that_day_on(
    until: date | None, handed_over: date, day: date
) -> None:
    found = forum(valid_until=until, handed_over=handed_over)
    assert found.has_ended(day) == (day >= handed_over or (until is not None and until < day))


@pytest.mark.parametrize(
    ("ended", "heir", "key"),
    [
        (forum("a"), forum("a"), "succession.same"),
        (forum("a", succeeded_by="c"), forum("b"), "succession.other_heir"),
        (forum("a", valid_from=DAY + timedelta(1)), forum("b"), "succession.forum_not_begun"),
        (forum("a"), forum("b", valid_until=date(2026, 1, 1), succeeded_by="c"), "succession.heir_ended.followed"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(ended: Forum, heir: Forum, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_heir(ended, heir, DAY, {"c": "Det rigtige"})
    assert refused.value.key == key
    if heir.succeeded_by or ended.succeeded_by:
        assert "Det rigtige" in refused.value.facts.values()


def test_a_circle_is_refused_however_long_it_is() -> None:
    check_no_circle(forum("a"), forum("b"), {"c", "d"})
    with pytest.raises(Refusal, match=r"succession\.circle"):
        check_no_circle(forum("a"), forum("b"), {"c", "a"})


ACCOUNT, OTHER = Identity("t", "1"), Identity("t", "2")
TOWN = Organisation(id="by", name="By Kommune", kind="municipality")


def test_a_person_is_known_by_an_account_and_never_by_an_id() -> None:
    here = seated(Person(id="formand", name="Formand", identities=(ACCOUNT,)), TOWN)
    same = seated(Person(id="medlem", name="Medlem", identities=(OTHER, ACCOUNT)), TOWN)
    named_alike = seated(Person(id="formand", name="Formand", identities=(OTHER,)), TOWN)
    assert person_in(same, here, "formand", DAY) == "medlem"
    assert person_in(named_alike, here, "formand", DAY) is None
    assert person_in(same, here, "ukendt", DAY) is None
    left = seated(Person(id="medlem", name="Medlem", identities=(ACCOUNT,)), TOWN, until=DAY - timedelta(1))
    assert person_in(left, here, "formand", DAY) is None


def test_whoever_has_no_account_is_known_by_the_same_address_alone() -> None:
    here = seated(Person(id="laege", name="Læge", email="laege@example.org"), TOWN)
    for email, found in (("laege@example.org", "laege"), ("anden@example.org", None), (None, None)):
        there = seated(Person(id="laege", name="Læge", email=email), TOWN)
        assert person_in(there, here, "laege", DAY) == found


@pytest.mark.parametrize(
    ("there", "found"),
    [
        (TOWN, "by"),
        (replace(TOWN, id="byen"), "byen"),
        (replace(TOWN, name="By"), "by"),
        (replace(TOWN, kind="hospital"), None),
        (replace(TOWN, id="byen", name="Byen"), None),
    ],
)
def test_an_organisation_is_the_same_by_its_kind_and_its_id_or_name(there: Organisation, found: str | None) -> None:
    heir = forum(organisations=(there,))
    assert organisation_in(heir, TOWN) == found
    assert organisation_in(heir, None) is None
