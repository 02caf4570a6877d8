"""One holder a day, one answer an organisation, and what people write in one breath."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.appointments import founding, rules, typed
from bot.domain.appointments.actions import Appoint, CreateAppointments, CreateGroup, NameCandidate
from bot.domain.appointments.asked import asked
from bot.domain.appointments.levels import CHIEF, DIRECTOR, POLITICAL, STAFF, is_met, known_level, level_meant
from bot.domain.appointments.state import Appointment, Candidacy, Details, Ref, Tenure
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Person, Role, Seat
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import Body, Relation
from tests.harness.charters import SILENT_CHARTER, saying

NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)
EMPTY = Appointment(
    forum="nord",
    year=2027,
    number=1,
    revision=1,
    title="Medlem",
    body="kkr",
    details=Details(created_at=NOW, created_by="sekretær"),
)


def tenure(name: str, since: date, until: date, item: int = 1) -> Tenure:
    return Tenure(name=name, since=since, until=until, by=Ref(meeting="2027-1", item=item), at=NOW)


TENURES = st.builds(tenure, st.sampled_from(("A", "B", "C")), DAYS, DAYS, st.integers(1, 3))
STEPS = st.lists(st.one_of(TENURES, DAYS), max_size=12)
ORGANISATIONS = ("hjoerring", "laesoe", "broenderslev")
ANSWERS = st.lists(
    st.builds(
        Candidacy,
        call=st.integers(1, 2),
        organisation=st.sampled_from(ORGANISATIONS),
        name=st.sampled_from(("", "A", "B")),
        level=st.sampled_from(("", "chef")),
        by=st.just("nogen"),
        at=st.just(NOW),
    ),
    max_size=20,
)


def after(steps: Sequence[Tenure | date]) -> Appointment:
    """The seat after each of the steps that is not refused: an appointment, or that it is vacant from a day on."""
    seat = EMPTY
    for step in steps:
        with suppress(Refusal):
            seat = rules.vacate(seat, step) if isinstance(step, date) else rules.appoint(seat, step)
    return seat


@given(STEPS, DAYS)
def test_a_seat_is_never_held_by_two_on_the_same_day(steps: Sequence[Tenure | date], day: date) -> None:
    seat = after(steps)
    assert sum(each.holds_on(day) for each in seat.details.tenures) <= 1


@given(STEPS, DAYS)
def test_whoever_leaves_holds_it_no_more_and_stays_in_its_history(steps: Sequence[Tenure | date], day: date) -> None:
    seat = after(steps)
    holder = seat.holder(day)
    if holder is None:
        with pytest.raises(Refusal):
            rules.vacate(seat, day)
        return
    left = rules.vacate(seat, day)
    assert left.holder(day) is None
    assert holder.name in {each.name for each in left.details.tenures}
    assert left.first_free(day) >= day


@given(STEPS, DAYS)
def test_from_its_first_free_day_on_anybody_can_be_appointed(steps: Sequence[Tenure | date], today: date) -> None:
    seat = after(steps)
    free = seat.first_free(today)
    filled = rules.appoint(seat, tenure("D", free, free + timedelta(days=30)))
    holder = filled.holder(free)
    assert holder is not None
    assert holder.name == "D"


@given(STEPS, TENURES)
def test_the_same_appointment_again_changes_nothing(steps: Sequence[Tenure | date], again: Tenure) -> None:
    try:
        once = rules.appoint(after(steps), again)
    except Refusal:
        return
    assert rules.appoint(once, again) == once


@given(ANSWERS)
def test_whatever_the_order_each_organisation_has_one_answer_and_its_last_counts(given: Sequence[Candidacy]) -> None:
    kept: list[Candidacy] = []
    for each in given:
        if rules.accepted(kept, each) is not None:
            kept.append(each)
    for number in (1, 2):
        found = rules.answers(kept, number)
        for organisation in ORGANISATIONS:
            own = [each for each in given if (each.organisation, each.call) == (organisation, number)]
            said = found.get(organisation)
            assert (said is None) == (not own)
            assert said is None or (said.name, said.level) == (own[-1].name, own[-1].level)
        assert set(rules.silent(ORGANISATIONS, kept, number)) == set(ORGANISATIONS) - set(found)
        assert {each.organisation for each in rules.candidates(kept, number)} == {
            key for key, each in found.items() if each.name
        }


def test_one_call_is_open_at_a_time_and_an_appointment_ends_it() -> None:
    asking = rules.call(EMPTY, FIRST, LAST)
    assert rules.call(asking, FIRST, LAST) == asking
    filled = rules.appoint(asking, tenure("A", FIRST, LAST))
    assert filled.details.call is None
    anew = rules.call(filled, FIRST, LAST).details.call
    assert anew is not None
    assert anew.number == 2


def test_there_is_nothing_to_do_with_a_seat_that_is_no_more() -> None:
    gone = rules.abolish(rules.call(EMPTY, FIRST, LAST))
    assert gone.details.call is None
    with pytest.raises(Refusal, match="appointment_over"):
        rules.call(gone, FIRST, LAST)
    with pytest.raises(Refusal, match="appointment_over"):
        rules.appoint(gone, tenure("A", FIRST, LAST))


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Direktørniveau", DIRECTOR),
        ("på chefniveau", CHIEF),
        ("chef", CHIEF),
        ("udførende niveau", STAFF),
        ("politisk", POLITICAL),
        ("Sundhedschef", None),
        ("", None),
    ],
)
def test_a_level_is_known_by_many_words(words: str, level: str | None) -> None:
    assert known_level(words) == level
    assert level_meant(words) == (level or words)


def test_a_director_may_fill_a_seat_for_a_chef_and_not_the_other_way() -> None:
    assert is_met(CHIEF, DIRECTOR)
    assert not is_met(DIRECTOR, CHIEF)
    assert not is_met(CHIEF, "")
    assert not is_met(CHIEF, POLITICAL)
    assert is_met("", "")


def test_a_new_seat_is_written_in_one_breath() -> None:
    assert typed.new_seat("KKR, medlem, chefniveau, 2 pladser, til 31/12/2027") == CreateAppointments(
        body="KKR", title="medlem", level="chefniveau", count="2", until="31/12/2027"
    )
    assert typed.new_seat("KKR, medlem, til 31/12/2027, 2 pladser").count == "2"
    assert typed.new_seat("KKR: medlem").body == "KKR"
    assert typed.new_seat("https://kkr.dk, medlem").body == "https://kkr.dk"
    assert typed.new_seat("Medlem af KKR") == CreateAppointments(body="Medlem af KKR", title="Medlem af KKR")


def test_an_appointment_is_written_in_one_breath() -> None:
    assert typed.appointment("A B til plads 3/2027 til 31/12/2027, suppleant C, beslutning 2 den 16/3") == Appoint(
        number=3, year=2027, name="A B", until="31/12/2027", stand_in="C", resolution="2 den 16/3"
    )
    assert typed.appointment("A til KKR fra 1/4 indtil 31/12/2027 efter beslutning 2") == Appoint(
        name="A", body="KKR", since="1/4", until="31/12/2027", resolution="2"
    )


def test_a_candidate_is_written_in_one_breath() -> None:
    assert typed.nomination("Sundhedschef X, chefniveau, til plads 1") == NameCandidate(
        number=1, name="Sundhedschef X", level="chefniveau"
    )
    assert typed.nomination("Direktør X fra Hjørring") == NameCandidate(name="Direktør X fra Hjørring")


def test_a_group_is_written_in_one_breath() -> None:
    assert typed.new_group("Find en model, beslutning 2, niveau chef, tovholder A, til 31/12/2027") == CreateGroup(
        task="Find en model", resolution="2", level="chef", coordinator="A", until="31/12/2027"
    )
    assert typed.new_group("Fra hjem til hospital") == CreateGroup(task="Fra hjem til hospital")


FORUM = Forum(
    id="nord",
    name="Nord",
    region=None,
    charter=saying(
        replace(SILENT_CHARTER, body_kind=Provision("kommuneklynge")),
        bodies=(Body(id="kkr", name="KKR"),),
        relations=(
            Relation(
                id="r",
                name="Udpeger",
                origin="kommuneklynge",
                to="kkr",
                kind="coordinates-appointments",
                cooperation="tvaerkommunal",
            ),
        ),
    ),
    organisations=(
        Organisation(id="hjoerring", name="Hjørring", kind="municipality"),
        Organisation(id="region", name="Region", kind="region"),
        Organisation(id="tom", name="Tom", kind="municipality"),
    ),
    people=(Person(id="a", name="A"), Person(id="b", name="B"), Person(id="s", name="S")),
    seats=(
        Seat(person="a", organisation="hjoerring", roles=frozenset({Role.POLITICIAN})),
        Seat(person="b", organisation="region", roles=frozenset({Role.POLITICIAN})),
        Seat(person="s", organisation="tom", roles=frozenset({Role.SECRETARIAT})),
    ),
)


def test_only_municipalities_are_asked_where_they_alone_cooperate_and_nobody_whom_nobody_answers_for() -> None:
    assert [each.id for each in asked(FORUM, EMPTY, FIRST)] == ["hjoerring"]
    assert [each.id for each in asked(FORUM, replace(EMPTY, body="das"), FIRST)] == ["hjoerring", "region"]


def test_what_the_charter_says_of_groups_is_why_they_need_a_resolution_and_a_level() -> None:
    silent = SILENT_CHARTER
    assert not founding.is_settled(silent)
    assert founding.no_resolution(silent).key == "group_no_resolution.silent"
    assert not founding.needs_level(silent)
    own = saying(
        silent,
        working_groups__created_by=Provision("forum", "Forummet nedsætter grupper."),
        working_groups__appointing_level=Provision("decided-by-forum", "på hvilket niveau"),
        working_groups__coordinator=Provision("required", "En tovholder udpeges."),
    )
    assert founding.no_resolution(own).facts == {"ord": "Forummet nedsætter grupper."}
    assert founding.needs_level(own)
    assert founding.needs_coordinator(own)
    founding.check_ours(own)
    theirs = saying(own, working_groups__created_by=Provision("sku", "SKU nedsætter grupper."))
    with pytest.raises(Refusal, match="group_not_ours"):
        founding.check_ours(theirs)
    assert founding.set_level(saying(own, working_groups__appointing_level=Provision("chef", "på chefniveau"))) == CHIEF
