"""Which people's accounts became others, and what somebody is in a forum, from which follows what they may see."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.accounts import AccountChange, account_changes
from bot.domain.forum.held import held
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Identity, Person, Role, Seat
from tests.harness.klynge_nord import klynge_nord

NORD = klynge_nord()
DAY = date(2027, 2, 1)
identities = st.lists(st.builds(Identity, st.sampled_from("ab"), st.sampled_from("123")), unique=True).map(tuple)


@given(old=identities, new=identities)
def test_a_person_is_named_exactly_where_their_accounts_differ_whatever_their_order(
    old: tuple[Identity, ...], new: tuple[Identity, ...]
) -> None:
    before, after = (replace(NORD, people=(Person(id="a", name="A", identities=own),)) for own in (old, new))
    found = account_changes(before, after)
    written = [tuple(sorted(each.written for each in own)) for own in (old, new)]
    assert found == (() if set(old) == set(new) else (AccountChange(person="a", old=written[0], new=written[1]),))


@given(own=identities)
def test_who_is_new_or_is_named_no_more_has_changed_no_account(own: tuple[Identity, ...]) -> None:
    with_one = replace(NORD, people=(*NORD.people, Person(id="ny", name="Ny", identities=own)))
    assert account_changes(NORD, with_one) == account_changes(with_one, NORD) == account_changes(None, NORD) == ()


@given(roles=st.frozensets(st.sampled_from(Role), min_size=1), fewer=st.frozensets(st.sampled_from(Role)))
def test_whoever_loses_a_role_is_less_than_before(roles: frozenset[Role], fewer: frozenset[Role]) -> None:
    kept = (roles & fewer) or roles
    was, now = (held(_seated(each), "laege", DAY) for each in (roles, kept))
    assert (was <= now) is (kept == roles)


@given(roles=st.frozensets(st.sampled_from(Role), min_size=1))
def test_without_a_seat_nobody_is_anything_though_the_forum_still_names_them_as_chair(roles: frozenset[Role]) -> None:
    ended = _seated(roles, "formand-kommunal", until=DAY - timedelta(days=1))
    assert held(ended, "formand-kommunal", DAY) == frozenset()
    assert {"seat", "presides", "leads/hjoerring"} <= held(NORD, "formand-kommunal", DAY)


def _seated(roles: frozenset[Role], person: str = "laege", until: date | None = None) -> Forum:
    others = tuple(each for each in NORD.seats if each.person != person)
    return replace(NORD, seats=(*others, Seat(person=person, organisation="hjoerring", roles=roles, until=until)))
