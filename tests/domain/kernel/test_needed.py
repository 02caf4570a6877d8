"""Whose answers an approval needs: the laws that hold for every rule, whoever is asked and whatever they answer."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.rules import APPROVED, judged, missing, returns
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.needed import UNSETTLED, AnswerRule, Needed, instead_of, rule_of, side_of, still_needed
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.provision import Provision
from tests.domain.approval.rounds import OPENED as MORNING
from tests.harness.charters import SILENT_CHARTER, saying
from tests.harness.klynge_nord import klynge_nord

PEOPLE = ("formand-kommunal", "formand-regional", "formand-laesoe", "formand-frederikshavn", "laege")
SIDES = ("municipalities", "region")
YES = (Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS)

rules = st.one_of(
    st.just(UNSETTLED),
    st.builds(AnswerRule, needed=st.just(Needed.K_OF_N), least=st.integers(1, 6), is_settled=st.just(True)),
    st.builds(
        AnswerRule,
        needed=st.just(Needed.ONE_PER_SIDE),
        sides=st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(SIDES)),
        is_settled=st.just(True),
    ),
)
asked = st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True).map(tuple)
yes = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(YES))


def a_round(rule: AnswerRule, people: tuple[str, ...], given: dict[str, Verdict]) -> ApprovalRound:
    """The round with these answers, as it is judged."""
    said = tuple(
        Response(person=person, verdict=verdict, words="x", version=1, at=MORNING)
        for person, verdict in given.items()
        if person in people
    )
    return judged(
        ApprovalRound(
            number=1,
            forum="f",
            meeting="m",
            mode=Mode.APPROVE,
            approvers=people,
            first_version=1,
            version=1,
            opened_at=MORNING,
            deadline=None,
            responses=said,
            rule=rule,
        )
    )


@given(rules, asked, yes, st.sampled_from(PEOPLE), st.sampled_from(YES))
def test_one_more_yes_never_takes_an_approval_back(
    rule: AnswerRule, people: tuple[str, ...], given: dict[str, Verdict], person: str, verdict: Verdict
) -> None:
    before, after = a_round(rule, people, given), a_round(rule, people, given | {person: verdict})
    assert before.standpoint not in APPROVED or after.standpoint in APPROVED
    assert set(missing(after)) <= set(missing(before))


@given(rules, asked, yes, st.data())
def test_a_return_blocks_whatever_the_rule(
    rule: AnswerRule, people: tuple[str, ...], given: dict[str, Verdict], data: st.DataObject
) -> None:
    returned = a_round(rule, people, given | {data.draw(st.sampled_from(people)): Verdict.RETURNED})
    assert returned.standpoint is Standpoint.RETURNED
    assert returns(returned)


@given(rules, asked)
def test_silence_approves_nothing_and_everybody_s_yes_always_does(rule: AnswerRule, people: tuple[str, ...]) -> None:
    assert a_round(rule, people, {}).standpoint is Standpoint.OPEN
    assert a_round(rule, people, dict.fromkeys(people, Verdict.APPROVED)).standpoint is Standpoint.APPROVED


@given(asked, yes)
def test_all_of_them_by_number_is_everybody(people: tuple[str, ...], given: dict[str, Verdict]) -> None:
    by_number = AnswerRule(needed=Needed.K_OF_N, least=len(people), is_settled=True)
    assert missing(a_round(by_number, people, given)) == missing(a_round(UNSETTLED, people, given))


@given(rules, asked, yes)
def test_whoever_is_waited_for_has_not_answered_and_could_complete_something(
    rule: AnswerRule, people: tuple[str, ...], given: dict[str, Verdict]
) -> None:
    this = a_round(rule, people, given)
    for person in missing(this):
        assert person not in {each.person for each in this.responses}
        assert person not in instead_of(rule, person, missing(this))
        one_more = a_round(rule, people, given | {person: Verdict.APPROVED})
        assert person not in missing(one_more)


def test_one_from_each_side_waits_for_a_side_and_not_for_a_person() -> None:
    sides = {"a": "municipalities", "b": "municipalities", "c": "region"}
    rule = AnswerRule(needed=Needed.ONE_PER_SIDE, sides=sides, is_settled=True)
    assert still_needed(rule, ("a", "b", "c"), {"a"}) == ("c",)
    assert still_needed(rule, ("a", "b", "c"), {"a", "c"}) == ()
    assert instead_of(rule, "a", ("a", "b", "c")) == ("b",)


def test_who_is_only_consulted_is_waited_for_whatever_the_rule() -> None:
    rule = AnswerRule(needed=Needed.K_OF_N, least=1, is_settled=True)
    consulted = replace(a_round(rule, ("a", "b"), {}), mode=Mode.CONSULT)
    said = Response(person="a", verdict=Verdict.NO_REMARKS, words="", version=1, at=MORNING)
    assert missing(replace(consulted, responses=(said,))) == ("b",)


def seated(**of: str) -> Forum:
    """A forum where each of these has a seat for an organisation of that kind."""
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=SILENT_CHARTER,
        organisations=tuple(Organisation(id=kind, name=kind, kind=kind) for kind in set(of.values())),
        seats=tuple(
            Seat(person=person, organisation=kind, roles=frozenset({Role.POLITICIAN})) for person, kind in of.items()
        ),
    )


def test_a_side_is_the_seat_s_own_word_else_the_kind_of_its_organisation() -> None:
    forum = seated(a="municipality", b="region", c="hospital", d="gp_organisation", e="other")
    sides = [side_of(forum, person, MORNING.date()) for person in "abcdef"]
    assert sides == ["municipalities", "region", "region", "general_practice", "other", None]
    said = replace(forum, seats=tuple(replace(each, side="region") for each in forum.seats))
    assert side_of(said, "a", MORNING.date()) == "region"


def test_the_charter_s_own_word_beats_the_forum_s_choice() -> None:
    nord = klynge_nord()
    charter = saying(nord.charter, agenda_approval__who_must_answer=Provision("2-of-n", "mindst to"))
    today = MORNING.date()
    assert rule_of(nord, PEOPLE, today) == UNSETTLED
    by_charter = rule_of(replace(nord, charter=charter), PEOPLE, today)
    assert (by_charter.needed, by_charter.least, by_charter.is_settled) == (Needed.K_OF_N, 2, True)
