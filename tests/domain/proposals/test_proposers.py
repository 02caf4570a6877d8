"""Who may propose: by the charter, else by the forum's choice, else everybody with a seat; never filled in silently."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.people import Role
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import Proposers
from bot.domain.proposals.proposers import may_propose, require_proposer, right_to_propose
from cards.kit.words import refusal_text
from tests.harness.charters import saying

DAY = date(2027, 2, 1)
EVERYBODY = ("formand-laesoe", "koordinator-hjoerring", "sekretariat-region", "laege")


def silent(forum: Forum, *, roles: tuple[str, ...] = ()) -> Forum:
    """The forum under a charter that names no proposers, perhaps with a choice of its own."""
    chosen = {"proposers": Choice(list(roles), "Klyngen", date(2026, 10, 6))} if roles else {}
    charter = saying(forum.charter, agenda__proposers=())
    return replace(forum, charter=charter, choices={**forum.choices, **chosen})


def named(forum: Forum, who: str) -> Forum:
    """The forum under a charter that names that circle alone."""
    circle = Proposers(id=who, name="De nævnte", by_right=False)
    return replace(forum, charter=saying(forum.charter, agenda__proposers=(circle,)))


@pytest.mark.parametrize("person", EVERYBODY)
def test_where_nobody_settled_it_everybody_with_a_seat_may(forum: Forum, person: str) -> None:
    assert may_propose(silent(forum), person, DAY)
    assert not right_to_propose(silent(forum)).is_settled


def test_a_director_may_propose_where_nobody_settled_it(forum: Forum) -> None:
    seats = tuple(
        replace(seat, roles=frozenset({Role.ADMINISTRATIVE_REPRESENTATIVE}))
        if seat.person == "koordinator-hjoerring"
        else seat
        for seat in forum.seats
    )
    assert may_propose(replace(silent(forum), seats=seats), "koordinator-hjoerring", DAY)


def test_the_forums_choice_settles_what_the_charter_leaves_open(forum: Forum) -> None:
    chosen = silent(forum, roles=("coordinator",))
    assert may_propose(chosen, "koordinator-hjoerring", DAY)
    assert not may_propose(chosen, "formand-laesoe", DAY)
    with pytest.raises(Refusal) as refusal:
        require_proposer(chosen, "formand-laesoe", DAY)
    assert refusal_text(refusal.value).startswith("Klyngen har valgt, at koordinatorer kan foreslå")


def test_the_charter_comes_before_any_choice_and_the_refusal_says_whom_it_names(forum: Forum) -> None:
    politicians = named(silent(forum, roles=("coordinator",)), "politician")
    assert may_propose(politicians, "formand-laesoe", DAY)
    assert not may_propose(politicians, "koordinator-hjoerring", DAY)
    with pytest.raises(Refusal) as refusal:
        require_proposer(politicians, "koordinator-hjoerring", DAY)
    assert refusal_text(refusal.value).startswith("Ifølge kommissoriet kan De nævnte foreslå")


@pytest.mark.parametrize("person", EVERYBODY)
def test_a_partys_people_may_where_the_charter_names_the_parties(forum: Forum, person: str) -> None:
    assert may_propose(named(forum, "party"), person, DAY)


def test_for_an_outside_body_the_secretariat_writes(forum: Forum) -> None:
    outside = named(forum, "sundhedskoordinationsudvalget")
    assert [person for person in EVERYBODY if may_propose(outside, person, DAY)] == ["sekretariat-region"]


def test_whose_seat_has_ended_may_not(forum: Forum) -> None:
    with pytest.raises(Refusal, match="no_rights"):
        require_proposer(silent(forum), "formand-frederikshavn", date(2030, 1, 1))
