"""A referral is in one state whatever is told of it, goes in no circle, and is asked what both charters ask."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Named, Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import AgendaRules, Proposers, Relation
from bot.domain.kernel.stations import Stage, Station
from bot.domain.minutes.state import Outcome, Resolution
from bot.domain.referrals import rules
from bot.domain.referrals.actions import SendOn
from bot.domain.referrals.destinations import bases_needed, destinations, is_contribution, levels
from bot.domain.referrals.state import Details, Referral, Status
from bot.usecases.referrals.typed import in_one_breath
from tests.harness.charters import SILENT_CHARTER

OURS, THEIRS, FARTHER = "Nord", "Politisk", "Rådet"
SENT = date(2027, 1, 11)
LETTER = Referral(
    forum="nord",
    year=2027,
    number=1,
    revision=1,
    body="politisk-klynge",
    status=Status.WAITING,
    details=Details(
        title="Sag", is_closed=False, body_name=THEIRS, question="Hvad?", sent_on=SENT, sent_by="x", way=("nord",)
    ),
)
HERE = replace(LETTER, receiver="politisk", received=1)
STATIONS = st.builds(
    Station,
    body=st.sampled_from((THEIRS, FARTHER)),
    stage=st.sampled_from(Stage),
    on=st.dates(SENT, date(2028, 1, 1)),
    words=st.sampled_from(("", "Ja", "Nej")),
)
ANSWERS = {Stage.RESOLVED, Stage.ANSWERED}
REFUSALS = {Stage.DECLINED, Stage.WITHDRAWN}


def told_all(referral: Referral, stations: list[Station]) -> Referral:
    for each in stations:
        referral = rules.told(referral, each)
    return referral


@given(st.lists(STATIONS, max_size=8))
def test_its_state_is_what_the_last_station_there_says_and_one_of_four(stations: list[Station]) -> None:
    after = told_all(HERE, stations)
    own = [each.stage for each in after.details.back if each.body == THEIRS]
    last = own[-1] if own else None
    assert (after.status is Status.ANSWERED) is (last in ANSWERS)
    assert (after.status is Status.REFUSED) is (last in REFUSALS)
    assert (after.status is Status.TAKEN_BACK) is (last is Stage.TAKEN_BACK)
    assert after.is_open is (last not in ANSWERS | REFUSALS | {Stage.TAKEN_BACK})


@given(st.lists(STATIONS, max_size=6), STATIONS)
def test_what_is_told_twice_changes_nothing(stations: list[Station], again: Station) -> None:
    once = rules.told(told_all(HERE, stations), again)
    assert rules.told(once, again) == once


@given(st.lists(STATIONS, max_size=6))
def test_what_was_taken_back_hears_nothing_more(stations: list[Station]) -> None:
    gone = rules.taken_back(HERE, SENT)
    assert told_all(gone, stations) == gone
    with pytest.raises(Refusal, match="referral_over"):
        rules.taken_back(gone, SENT)


def test_a_later_answer_stands_in_place_of_an_earlier_and_neither_is_lost() -> None:
    first = rules.answered(LETTER, "Ja", SENT)
    second = rules.answered(first, "Nej", date(2027, 2, 1))
    assert second.status is Status.ANSWERED
    assert [each.words for each in second.details.back] == ["Ja", "Nej"]
    with pytest.raises(Refusal, match="referral_answered"):
        rules.taken_back(second, SENT)


def test_an_answer_is_registered_to_a_letter_alone_and_not_from_before_it_was_sent() -> None:
    with pytest.raises(Refusal, match="referral_in_house"):
        rules.answered(HERE, "Ja", SENT)
    with pytest.raises(Refusal, match="referral_answer_early"):
        rules.answered(LETTER, "Ja", date(2027, 1, 10))


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True), st.sampled_from("abcdef"))
def test_a_case_never_goes_back_to_where_it_has_been(way: list[str], to: str) -> None:
    if to not in way:
        rules.check_no_circle(way, to, way, to)
        return
    with pytest.raises(Refusal, match="referral_circle") as refused:
        rules.check_no_circle(way, to, (*way, to), to)
    assert refused.value.facts["vej"] == " → ".join((*way, to))


@pytest.mark.parametrize(
    ("outcome", "words", "is_one"),
    [
        (Outcome.APPROVED, "", True),
        (Outcome.NOTED, "", True),
        (None, "Sendes videre", True),
        (None, "", False),
        (Outcome.POSTPONED, "Senere", False),
        (Outcome.REJECTED, "Nej", False),
    ],
)
def test_what_was_put_off_or_refused_is_no_resolution_to_send_on(
    outcome: Outcome | None, words: str, is_one: bool
) -> None:
    assert rules.is_resolution(Resolution(item=1, outcome=outcome, words=words)) is is_one
    assert not rules.is_resolution(None)


def relation(kind: str, to: str = "raad", **more: object) -> Relation:
    named = {"id": f"{kind}-{to}", "name": "Til", "origin": "klynge", "to": to, "kind": kind}
    return Relation(**(named | more))  # type: ignore[arg-type]


def forum_with(*relations: Relation) -> Forum:
    charter = replace(SILENT_CHARTER, body_kind=Provision("klynge"), relations=relations)
    return Forum(id="nord", name=OURS, region=None, charter=charter)


def test_only_what_goes_from_us_and_carries_a_case_is_a_destination() -> None:
    back = Relation(id="x", name="X", origin="raad", to="klynge", kind="escalates")
    forum = forum_with(relation("escalates"), relation("reports-annually", "andet"), back, relation("supports", "tre"))
    assert [each.body for each in destinations(forum)] == ["raad", "tre"]


def test_a_body_that_is_both_escalated_to_and_proposed_to_needs_the_resolution() -> None:
    (both,) = destinations(forum_with(relation("proposes-agenda"), relation("escalates")))
    assert both.needs_resolution
    (one,) = destinations(forum_with(relation("proposes-agenda")))
    assert not one.needs_resolution
    assert is_contribution(one, None, "klynge")


def test_levels_are_the_relations_own_or_those_of_the_same_kind() -> None:
    inwards = Relation(
        id="ind", name="Ind", origin="kommune", to="klynge", kind="communicates-both-ways", levels=("politisk",)
    )
    forum = forum_with(inwards, relation("communicates-both-ways"), relation("supports", "tre"))
    both, supported = destinations(forum)
    assert levels(forum, both) == ("politisk",)
    assert levels(forum, supported) == ()


def receiving(*, bases: tuple[str, ...] | None, by_right: bool = False) -> Charter:
    circle = Proposers(id="klynge", name="Klynge", by_right=by_right, bases=bases)
    named = (Named(id="plan", name="Planen"), Named(id="lokal", name="Lokal"))
    return replace(SILENT_CHARTER, agenda=AgendaRules(proposers=(circle,), bases=named))


def test_what_both_charters_ask_of_the_basis_holds() -> None:
    (ours,) = destinations(forum_with(relation("proposes-agenda", bases=(Named(id="plan", name="Planen"),))))
    (free,) = destinations(forum_with(relation("proposes-agenda")))
    assert bases_needed(ours, None, "klynge") == {"plan": "Planen"}
    assert bases_needed(free, receiving(bases=("plan",)), "klynge") == {"plan": "Planen"}
    assert bases_needed(free, receiving(bases=None), "klynge") == {}
    assert bases_needed(free, receiving(bases=("plan",)), "andre") == {}
    assert bases_needed(ours, receiving(bases=("plan", "lokal")), "klynge") == {"plan": "Planen"}
    assert is_contribution(free, receiving(bases=None), "klynge")
    assert not is_contribution(free, receiving(bases=None, by_right=True), "klynge")


def test_a_sentence_says_to_whom_and_what_and_by_when() -> None:
    said = in_one_breath("Rådet: Kan I bakke op? Svar senest 1/6, grundlag Planen", SendOn(number=3))
    assert (said.body, said.question, said.wanted, said.basis) == ("Rådet", "Kan I bakke op?", "1/6", "Planen")
    assert in_one_breath("Rådet", SendOn(number=3)).body == "Rådet"


@given(st.text(max_size=300))
def test_any_sentence_is_read_without_a_fault(words: str) -> None:
    said = in_one_breath(f"Rådet: {words}", SendOn(number=3))
    assert said.body == "Rådet"
