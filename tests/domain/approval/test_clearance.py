"""Clearance in one's own organisation: who is asked, who may answer, and that nothing but an answer is one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.clearance import (
    Clearance,
    Clearing,
    accepted,
    asked_organisations,
    asked_since,
    departing_organisations,
    entitled,
    is_news,
    standing,
    times_reopened,
    unsettled_organisations,
    with_words,
)
from bot.domain.approval.mending import withdrawn
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.refusal import Refusal
from tests.domain.approval.rounds import OPENED, a_round
from tests.harness.charters import saying
from tests.harness.klynge_nord import klynge_nord

REGION = "region-nordjylland"
TODAY = OPENED.date()
NEWEST = 3
NEEDS_WORDS = (Clearing.CLEARED_WITH_REMARKS, Clearing.NOT_CLEARED)

clearings = st.sampled_from(Clearing)
answers = st.builds(
    lambda organisation, clearing, version: an_answer(clearing, organisation=organisation, version=version),
    st.sampled_from(["hjoerring", REGION]),
    st.none() | clearings,
    st.integers(1, NEWEST),
)


def an_answer(
    clearing: Clearing | None, words: str = "Ord.", *, organisation: str = REGION, version: int = 1
) -> Clearance:
    return Clearance(
        organisation=organisation, clearing=clearing, words=words, version=version, at=OPENED, person="koordinator"
    )


def stepping(**steps: str | None) -> Forum:
    """Klynge Nord where these organisations chose that step."""
    nord = klynge_nord()
    chosen = {key.replace("_", "-"): value for key, value in steps.items()}
    organisations = tuple(
        replace(each, own_organisation_step=chosen.get(each.id, each.own_organisation_step))
        if each.id in chosen
        else each
        for each in nord.organisations
    )
    return replace(nord, organisations=organisations)


def test_only_who_chose_it_is_asked_and_only_beside_an_approval() -> None:
    nord = stepping(hjoerring="political", laesoe=None)
    assert [each.id for each in asked_organisations(nord, a_round("a"))] == ["hjoerring", REGION]
    assert asked_organisations(nord, a_round("a", mode=Mode.CONSULT)) == ()
    assert asked_organisations(nord, withdrawn(a_round("a"))) == ()
    assert [each.id for each in unsettled_organisations(nord, a_round("a"))] == ["laesoe"]
    assert unsettled_organisations(nord, a_round("a", mode=Mode.CONSULT)) == ()


def test_who_departs_from_guidance_is_asked_by_a_step_of_its_own_alone() -> None:
    departing = {"hjoerring", "laesoe", REGION}
    nord = stepping(hjoerring="political", laesoe=None)
    choosing = (replace(each, guidance="departs" if each.id in departing else None) for each in nord.organisations)
    nord = replace(nord, organisations=tuple(choosing))
    assert [each.id for each in asked_organisations(nord, a_round("a"))] == ["hjoerring", REGION]
    assert unsettled_organisations(nord, a_round("a")) == ()
    assert [each.id for each in departing_organisations(nord, a_round("a"))] == ["laesoe"]
    of_charter = replace(nord, charter=saying(nord.charter, agenda_approval__per_side=Provision(True, "hver for sig")))
    assert [each.id for each in unsettled_organisations(of_charter, a_round("a"))] == ["laesoe"]
    assert departing_organisations(of_charter, a_round("a")) == ()


def test_where_nothing_speaks_of_such_a_step_nobody_is_said_to_be_unsettled() -> None:
    silent = replace(
        stepping(),
        overlays=(),
        organisations=tuple(replace(each, own_organisation_step=None) for each in klynge_nord().organisations),
    )
    assert unsettled_organisations(silent, a_round("a")) == ()


def test_its_administration_or_its_politicians_answer_as_it_chose() -> None:
    nord = stepping(hjoerring="political")
    region, hjoerring = asked_organisations(nord, a_round("a"))[1], asked_organisations(nord, a_round("a"))[0]
    assert entitled(nord, region, TODAY) == ("koordinator-region",)
    assert entitled(nord, hjoerring, TODAY) == ("formand-kommunal", "naestformand-hjoerring")


@given(st.lists(answers))
def test_what_stands_is_each_organisation_s_latest_unless_it_was_asked_anew(given_so_far: list[Clearance]) -> None:
    found = standing(given_so_far)
    for organisation in {each.organisation for each in given_so_far}:
        latest = next(each for each in reversed(given_so_far) if each.organisation == organisation)
        assert found.get(organisation) == (latest if latest.clearing is not None else None)
    assert all(each.clearing is not None for each in found.values())


@given(st.lists(answers), clearings, st.integers(1, NEWEST + 1))
def test_an_answer_is_kept_or_refused_for_a_reason_that_holds(
    given_so_far: list[Clearance], clearing: Clearing, version: int
) -> None:
    answer = an_answer(clearing, "", version=version)
    is_stale = not asked_since(given_so_far, REGION) <= version <= NEWEST
    if is_stale or clearing in NEEDS_WORDS:
        with pytest.raises(Refusal) as refusal:
            accepted(given_so_far, answer, newest=NEWEST, is_over=False)
        assert refusal.value.key == ("stale" if is_stale else "missing_remarks")
    else:
        kept = accepted(given_so_far, answer, newest=NEWEST, is_over=False)
        assert kept in (answer, None)
        assert standing([*given_so_far, *([kept] if kept else [])])[REGION].clearing is clearing
    with pytest.raises(Refusal) as over:
        accepted(given_so_far, answer, newest=NEWEST, is_over=True)
    assert over.value.key == "closed"


@given(clearings)
def test_the_same_answer_again_changes_nothing_and_being_asked_anew_counts(clearing: Clearing) -> None:
    answer = an_answer(clearing)
    assert accepted([answer], answer, newest=NEWEST, is_over=False) is None
    anew = [answer, an_answer(None, "", version=2)]
    assert (standing(anew), times_reopened(anew, REGION), asked_since(anew, REGION)) == ({}, 1, 2)


def test_cleared_with_words_is_cleared_with_remarks_and_what_says_something_is_news() -> None:
    assert with_words(Clearing.CLEARED, "Husk.") is Clearing.CLEARED_WITH_REMARKS
    assert with_words(Clearing.CLEARED, "") is Clearing.CLEARED
    assert with_words(Clearing.NOT_CLEARED, "Nej.") is Clearing.NOT_CLEARED
    assert is_news(None, an_answer(Clearing.NOT_CLEARED))
    assert is_news(an_answer(Clearing.NOT_CLEARED), an_answer(Clearing.CLEARED))
    assert not is_news(None, an_answer(Clearing.CLEARED))
