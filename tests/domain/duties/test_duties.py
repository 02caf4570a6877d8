"""Whose a duty is, what becomes of it, and when somebody is reminded of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.duties import owners, rules
from bot.domain.duties.actions import CreateDuty
from bot.domain.duties.notices import DutyNotice
from bot.domain.duties.reminders import calls, months_after
from bot.domain.duties.state import Details, FollowUp, Kind, Status, statuses
from bot.domain.duties.typed import ending_in_facts, in_one_breath
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.people import Organisation, Person, Role, Seat
from bot.domain.kernel.refusal import Refusal
from tests.harness.charters import SILENT_CHARTER

TODAY = date(2027, 1, 11)
NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)
DAYS = st.dates(date(2027, 1, 1), date(2028, 12, 31))


def seat(person: str, organisation: str, *roles: Role, **more: object) -> Seat:
    return replace(Seat(person=person, organisation=organisation, roles=frozenset(roles)), **more)  # type: ignore[arg-type]


FORUM = Forum(
    id="nord",
    name="Nord",
    region=None,
    charter=SILENT_CHARTER,
    organisations=(
        Organisation(id="hjoerring", name="Hjørring Kommune", kind="municipality"),
        Organisation(id="laesoe", name="Læsø Kommune", kind="municipality"),
    ),
    people=tuple(
        Person(id=each, name=name)
        for each, name in (
            ("formand", "Formand (Hjørring)"),
            ("koordinator", "Koordinator (Hjørring)"),
            ("borgmester", "Borgmester (Læsø)"),
            ("suppleant", "Suppleant (Læsø)"),
            ("sekretær", "Sekretær"),
        )
    ),
    seats=(
        seat("formand", "hjoerring", Role.POLITICIAN),
        seat("koordinator", "hjoerring", Role.COORDINATOR),
        seat("borgmester", "laesoe", Role.POLITICIAN),
        seat("suppleant", "laesoe", Role.POLITICIAN, substitute_for="borgmester"),
        seat("sekretær", "laesoe", Role.SECRETARIAT),
    ),
)
EVERYBODY = tuple(each.id for each in FORUM.people)


def duty(**more: object) -> FollowUp:
    due = more.pop("due", None)
    details = Details(created_at=datetime(2027, 1, 11, tzinfo=UTC), created_by="sekretær", due=due)  # type: ignore[arg-type]
    usual = FollowUp(
        forum="nord",
        year=2027,
        number=1,
        revision=1,
        kind=Kind.TASK,
        status=Status.NOT_BEGUN,
        title="Skriv",
        details=details,
    )
    return replace(usual, **more)  # type: ignore[arg-type]


def refused(name: str, *work: object) -> str:
    with pytest.raises(Refusal) as refusal:
        getattr(rules, name)(*work)
    return refusal.value.key


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("Hjørring", ("hjoerring", None)),
        ("hjoerring kommune", ("hjoerring", None)),
        ("Formand (Hjørring)", (None, "formand")),
        ("koordinator", (None, "koordinator")),
        ("", (None, None)),
        ("ingen", (None, None)),
    ],
)
def test_an_organisation_goes_before_the_people_whose_names_hold_its(typed: str, owner: owners.Owner) -> None:
    assert owners.owner_meant(FORUM, typed, TODAY) == owner


@pytest.mark.parametrize(("typed", "key"), [("Aalborg", "owner_unknown"), ("(", "ambiguous_person")])
def test_an_organisation_that_the_cluster_lacks_is_refused_at_its_field(typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        owners.owner_meant(FORUM, typed, TODAY)
    assert (refusal.value.key, refusal.value.field) == (key, "owner")


@pytest.mark.parametrize(
    ("whose", "reminded", "takers"),
    [
        ({"organisation": "hjoerring"}, ("koordinator",), {"formand", "koordinator"}),
        ({"organisation": "laesoe"}, ("borgmester",), {"borgmester", "suppleant"}),
        ({"organisation": "hjoerring", "taker": "formand"}, ("formand",), {"formand", "koordinator"}),
        ({"person": "borgmester"}, ("borgmester",), set()),
        ({"person": "ukendt"}, ("sekretær",), {"sekretær"}),
        ({}, ("sekretær",), set(EVERYBODY)),
        ({"is_closed": True}, ("sekretær",), {"sekretær"}),
        ({"kind": Kind.MINUTES}, ("sekretær",), {"sekretær"}),
        ({"organisation": "hjoerring", "taker": "ukendt"}, ("koordinator",), {"formand", "koordinator"}),
    ],
)
def test_who_is_reminded_and_who_may_take_it(
    whose: dict[str, object], reminded: Sequence[str], takers: set[str]
) -> None:
    mine = duty(**whose)
    assert owners.responsible(mine, FORUM, TODAY) == reminded
    assert {each for each in EVERYBODY if owners.may_take(mine, FORUM, each, TODAY)} == takers


def test_the_first_has_it_and_the_second_is_told_who() -> None:
    taken = rules.take(duty(), "formand", holder=None)
    assert rules.take(taken, "formand", holder=FORUM.person("formand")) == taken
    with pytest.raises(Refusal) as refusal:
        rules.take(taken, "koordinator", holder=FORUM.person("formand"))
    assert (refusal.value.key, refusal.value.facts["navn"]) == ("duty_taken", "Formand (Hjørring)")
    assert rules.take_over(taken, "koordinator").taker == "koordinator"
    assert rules.give_back(taken).taker is None


def test_what_is_done_is_taken_by_nobody_and_can_be_opened_again() -> None:
    done = rules.finish(duty(), "formand")
    assert (done.status, done.details.finished_by) == (Status.DONE, "formand")
    assert rules.finish(done, "koordinator") == done
    assert refused("take_over", done, "formand") == "duty_over"
    assert refused("give_back", done) == "duty_over"
    again = rules.reopen(done, "formand")
    assert (again.status, again.details.finished_by) == (Status.UNDERWAY, None)


def test_minutes_and_agreements_have_no_end_of_their_own_and_a_grant_is_applied_for() -> None:
    for kind in (Kind.MINUTES, Kind.AGREEMENT):
        assert refused("finish", duty(kind=kind), "formand") == "duty_endless"
    assert rules.finish(duty(kind=Kind.GRANT), "formand").status is Status.APPLIED


def test_what_another_body_set_is_done_by_its_answer_alone_which_is_given_once() -> None:
    mine = duty(kind=Kind.ASSIGNED)
    assert refused("finish", mine, "formand") == "duty_owes_reply"
    assert refused("reply", duty(), "Nej.", "formand", NOW) == "duty_no_source"
    done = rules.reply(mine, "Ja.", "formand", NOW)
    assert (done.status, done.details.finished_by) == (Status.DONE, "formand")
    assert rules.reply(done, "Ja.", "koordinator", NOW) == done
    assert refused("reply", done, "Nej.", "formand", NOW) == "duty_replied"
    assert refused("reopen", done, "formand") == "duty_over"


@given(kind=st.sampled_from(Kind), status=st.sampled_from(Status))
def test_a_kind_takes_the_states_of_its_own_alone(kind: Kind, status: Status) -> None:
    if status in statuses(kind):
        assert rules.update(duty(kind=kind), status, "", "formand").status is status
    else:
        assert refused("update", duty(kind=kind), status, "", "formand") == "duty_status"


@given(due=DAYS, kind=st.sampled_from((Kind.TASK, Kind.EFFORT, Kind.LOCAL_INITIATIVE)))
def test_its_owner_is_reminded_the_working_day_before_and_once_late_the_secretariat_hears_first(
    due: date, kind: Kind
) -> None:
    calendar = Calendar()
    every = list(calls(duty(due=due, kind=kind, organisation="hjoerring"), FORUM, calendar))
    before, after = calendar.working_day_before(due), calendar.working_day_after(due)
    third = before
    for _ in range(3):
        third = calendar.working_day_after(third)
    assert [(each.kind, each.day, each.recipient) for each in every] == [
        (DutyNotice.DUE, before, "koordinator"),
        (DutyNotice.LATE, after, "sekretær"),
        (DutyNotice.OVERDUE, third, "koordinator"),
    ]


@given(due=DAYS)
def test_a_grant_is_called_for_a_fortnight_ahead(due: date) -> None:
    first = next(calls(duty(due=due, kind=Kind.GRANT), FORUM, Calendar()))
    assert first.kind is DutyNotice.GRANT
    assert timedelta(days=14) <= due - first.day <= timedelta(days=16)


@given(due=st.none() | DAYS, kind=st.sampled_from(Kind), status=st.sampled_from(Status))
def test_what_has_no_day_or_is_over_is_never_late(due: date | None, kind: Kind, status: Status) -> None:
    mine = duty(due=due, kind=kind, status=status)
    if due is None or not mine.is_open:
        assert list(calls(mine, FORUM, Calendar())) == []


@given(day=DAYS, months=st.integers(1, 60))
def test_months_later_is_that_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(last=DAYS)
def test_an_agreement_is_called_for_where_the_forum_chose_how_often(last: date) -> None:
    mine = duty(kind=Kind.AGREEMENT)
    mine = replace(mine, details=replace(mine.details, followed_on=last))
    assert list(calls(mine, FORUM, Calendar())) == []
    chosen = replace(FORUM, choices={"agreement_follow_up_months": Choice(6, "Nord", TODAY)})
    (call,) = calls(mine, chosen, Calendar())
    assert (call.kind, call.recipient) == (DutyNotice.AGREEMENT, "sekretær")
    assert call.day == Calendar().at_or_after(months_after(last, 6))


def test_the_secretariat_hears_when_whoever_has_it_leaves() -> None:
    leaving = tuple(replace(each, until=date(2027, 2, 5)) if each.person == "formand" else each for each in FORUM.seats)
    (call,) = calls(duty(organisation="hjoerring", taker="formand"), replace(FORUM, seats=leaving), Calendar())
    assert (call.kind, call.day, call.recipient) == (DutyNotice.OPEN, date(2027, 2, 8), "sekretær")


@pytest.mark.parametrize(
    ("words", "title", "owner", "due"),
    [
        ("Skriv til byrådet, ansvarlig Hjørring, frist 1/6", "Skriv til byrådet", "Hjørring", "1/6"),
        ("Skriv til byrådet. Frist: 1. juni 2027 ansvarlig: Læsø.", "Skriv til byrådet", "Læsø", "1. juni 2027"),
        ("Find en ansvarlig", "Find en ansvarlig", "", ""),
    ],
)
def test_a_new_duty_is_written_in_one_breath(words: str, title: str, owner: str, due: str) -> None:
    read = in_one_breath(words, CreateDuty())
    assert (read.title.rstrip("."), read.owner, read.due) == (title, owner, due)


@pytest.mark.parametrize(
    ("words", "title", "owner", "due"),
    [
        ("Skriv til byrådet, Hjørring Kommune, 1/6", "Skriv til byrådet", "Hjørring Kommune", "1/6"),
        ("Skriv til byrådet, 1. juni 2027, hjørring kommune", "Skriv til byrådet", "hjørring kommune", "1. juni 2027"),
        ("Skriv til byråd, udvalg og PLO", "Skriv til byråd, udvalg og PLO", "", ""),
        ("Besøg Læsø, Hjørring Kommune, ansvarlig Læsø", "Besøg Læsø, Hjørring Kommune", "Læsø", ""),
        ("Hjørring Kommune, 1/6", "Hjørring Kommune", "", "1/6"),
    ],
)
def test_a_whole_name_and_a_day_at_its_end_are_understood_without_words_before_them(
    words: str, title: str, owner: str, due: str
) -> None:
    read = ending_in_facts(FORUM, in_one_breath(words, CreateDuty()), TODAY)
    assert (read.title, read.owner, read.due) == (title, owner, due)
