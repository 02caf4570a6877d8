"""Whatever people answer and whatever days there are: each organisation once, its last answer, and a day before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.external.actions import RegisterExternal
from bot.domain.external.bodies import Cadence, body_meant, cadence_of, others
from bot.domain.external.cadence import hanging, proposed, reminded
from bot.domain.external.notices import ExternalNotice
from bot.domain.external.reminders import calls
from bot.domain.external.rules import addressed, check_day, edited, missing, standing, tally, text_of, with_items
from bot.domain.external.speaking import asked, representatives, speakers, spoken_for
from bot.domain.external.state import Answer, Details, ExternalMeeting, Item, Position, Sent
from bot.domain.external.typed import in_one_breath
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role, Seat
from bot.domain.kernel.refusal import Refusal
from bot.local.demo.forums import shipped

FORUM = shipped("kommuneklynge-nord").forum
TODAY, NOW = date(2027, 1, 11), datetime(2027, 1, 11, 8, tzinfo=UTC)
ORGANISATIONS = ("helsingoer", "hilleroed", "fredensborg")
DETAILS = Details(created_at=NOW, created_by="sekretariat", dated=TODAY)
EXTERNAL = ExternalMeeting(
    forum=FORUM.id,
    year=2027,
    number=1,
    revision=1,
    body="samordningsudvalget",
    name="Samordningsudvalget",
    day=date(2027, 4, 20),
    details=with_items(DETAILS, [Item(id=0, title="Økonomi"), Item(id=0, title="Udskrivning")]),
)

ANSWERS = st.lists(
    st.builds(
        Answer,
        item=st.sampled_from((1, 2)),
        organisation=st.sampled_from(ORGANISATIONS),
        position=st.sampled_from(Position),
        words=st.text(max_size=5),
        at=st.just(NOW),
        person=st.just("x"),
    ),
    max_size=20,
)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def calendars() -> st.SearchStrategy[Calendar]:
    return st.builds(
        Calendar,
        holidays=st.frozensets(DAYS, max_size=20),
        closure_periods=st.tuples(
            st.tuples(DAYS, st.integers(0, 60)).map(lambda each: (each[0], each[0] + timedelta(days=each[1])))
        ),
    )


@given(ANSWERS)
def test_each_organisation_stands_exactly_once_on_each_item_and_with_its_last_answer(answers: list[Answer]) -> None:
    for item in (1, 2):
        found = tally(answers, item, ORGANISATIONS)
        given_ = [each.organisation for each in (*found.agree, *found.remarks, *found.mandates)]
        assert sorted([*given_, *found.missing]) == sorted(ORGANISATIONS)
        for each in (*found.agree, *found.remarks, *found.mandates):
            own = [one for one in answers if (one.item, one.organisation) == (item, each.organisation)]
            assert each == own[-1] == standing(answers, item)[each.organisation]
    lacking = set(tally(answers, 1, ORGANISATIONS).missing) | set(tally(answers, 2, ORGANISATIONS).missing)
    assert set(missing(EXTERNAL, answers, ORGANISATIONS)) == lacking


@given(calendars(), DAYS, st.integers(0, 365), st.dates(date(2026, 1, 1), date(2028, 6, 1)))
def test_a_day_that_is_proposed_lies_after_today_before_the_meeting_and_is_no_closed_day(
    calendar: Calendar, day: date, days: int, today: date
) -> None:
    for found in (proposed(day, days, calendar, today), reminded(day, days, calendar, today)):
        assert found is None or (today < found < day and calendar.is_working(found))
    if proposed(day, days, calendar, today) is None:
        between = (today + timedelta(days=each) for each in range(1, max((day - today).days, 1)))
        assert not any(calendar.is_working(each) for each in between)


@given(st.lists(DAYS, max_size=8), DAYS, st.one_of(st.none(), DAYS))
def test_what_lies_between_the_two_days_always_hangs_on_the_meeting(
    own: list[date], was: date, now: date | None
) -> None:
    meetings = [meeting(f"m{number}", day) for number, day in enumerate(own)]
    found = {each.id for each in hanging(meetings, replace(EXTERNAL, day=was), now, None, TODAY)}
    low, high = sorted((was, now or was))
    assert {each.id for each in meetings if low <= each.day <= high and each.day > TODAY} <= found
    assert all(each.day > TODAY for each in meetings if each.id in found)
    before = [each for each in meetings if TODAY < each.day <= was]
    assert not before or max(before, key=lambda each: each.starts).day in {
        each.day for each in meetings if each.id in found
    }


def meeting(ident: str, day: date) -> Meeting:
    starts = datetime(day.year, day.month, day.day, 9, tzinfo=FORUM.timezone)
    return Meeting(forum=FORUM.id, id=ident, starts=starts, ends=starts + timedelta(hours=2), place="")


def test_what_prepared_the_bodys_earlier_meeting_does_not_hang_on_the_next() -> None:
    own = [meeting("a", date(2027, 3, 9))]
    assert hanging(own, EXTERNAL, None, date(2027, 3, 16), TODAY) == ()
    assert [each.id for each in hanging(own, EXTERNAL, None, date(2027, 2, 16), TODAY)] == ["a"]


def test_days_in_the_past_and_too_far_ahead_are_refused() -> None:
    check_day(TODAY, TODAY)
    check_day(date(2029, 1, 11), TODAY)
    for day, key in ((date(2027, 1, 10), "external_past"), (date(2029, 1, 12), "external_far")):
        with pytest.raises(Refusal, match=key):
            check_day(day, TODAY)


def titles(lines: Sequence[str]) -> list[tuple[int, str]]:
    found = with_items(EXTERNAL.details, [Item(id=0, title=each) for each in lines])
    return [(each.id, each.title) for each in found.items]


def test_an_item_is_itself_still_where_it_moves_or_is_spelled_a_little_otherwise() -> None:
    assert titles(["Udskrivning", "Økonomi", "Nyt"]) == [(2, "Udskrivning"), (1, "Økonomi"), (3, "Nyt")]
    assert titles(["Økonomi", "Udskrivninger"]) == [(1, "Økonomi"), (2, "Udskrivninger")]
    assert titles(["Økonomi", "Lægedækning"]) == [(1, "Økonomi"), (3, "Lægedækning")]
    assert titles(["Økonomi", "Økonomi"]) == [(1, "Økonomi"), (3, "Økonomi")]
    assert titles([]) == []


def test_an_answer_is_about_one_item_or_all_of_them() -> None:
    assert [each.id for each in addressed(EXTERNAL, 0, 0)] == [1, 2]
    assert [each.id for each in addressed(EXTERNAL, 0, 2)] == [2]
    assert [each.id for each in addressed(EXTERNAL, 1, 0)] == [1]
    for item, nth, key in ((0, 3, "external_no_item"), (0, -1, "external_no_item"), (9, 0, "stale")):
        with pytest.raises(Refusal, match=key):
            addressed(EXTERNAL, item, nth)
    with pytest.raises(Refusal, match="external_no_items"):
        addressed(replace(EXTERNAL, details=DETAILS), 0, 0)


def test_what_was_written_for_an_item_gives_place_to_the_answers_again() -> None:
    written = edited(edited(DETAILS, 1, "Først", 0), 1, "Siden", 3)
    assert [each.words for each in written.edited] == ["Siden"]
    assert text_of(edited(written, 1, "", 4), 1) is None


@pytest.mark.parametrize(
    ("words", "named", "day", "time", "items"),
    [
        ("Samordningsudvalget 20/4", "Samordningsudvalget", "20/4", "", ""),
        (
            "i Samordningsudvalget den 20. april 2027 kl. 13.30",
            "Samordningsudvalget",
            "den 20. april 2027",
            "13.30",
            "",
        ),
        ("Udvalget for 2030-planen 20/4, punkter: A; B", "Udvalget for 2030-planen", "20/4", "", "A\nB"),
        ("Samordningsudvalget", "Samordningsudvalget", "", "", ""),
        ("20/4", "", "20/4", "", ""),
    ],
)
def test_a_sentence_ends_in_its_day(words: str, named: str, day: str, time: str, items: str) -> None:
    found = in_one_breath(RegisterExternal(words=words), TODAY)
    assert (found.named, found.day, found.time, found.items) == (named, day, time, items)


@given(st.text(max_size=60))
def test_any_sentence_is_taken_apart(words: str) -> None:
    found = in_one_breath(RegisterExternal(words=words), TODAY)
    assert found.named == " ".join(found.named.split())


def test_a_body_is_known_by_its_name_or_how_it_begins_and_else_as_it_was_typed() -> None:
    assert body_meant(FORUM, "SAMORDNINGSUDVALGET") == ("samordningsudvalget", "Samordningsudvalget")
    assert body_meant(FORUM, "Embedsmands") == ("embedsmandsudvalget-for-sundhed", "Embedsmandsudvalget for Sundhed")
    assert body_meant(FORUM, "Tværk") == ("tvaerkommunale-fora", "Tværkommunale samarbejdsfora")
    assert body_meant(FORUM, "Tvær") == (None, "Tvær")
    assert body_meant(FORUM, "Regionsrådet") == (None, "Regionsrådet")


def test_those_it_meets_ahead_of_are_offered_first_and_never_itself() -> None:
    offered = others(FORUM)
    assert [(each.body, each.cadence) for each in offered[:2]] == [
        ("samordningsudvalget", Cadence.ALIGNED),
        ("embedsmandsudvalget-for-sundhed", Cadence.PERHAPS),
    ]
    assert "kommuneklynge" not in {each.body for each in offered}
    assert cadence_of(FORUM, None) is Cadence.NONE


def test_an_organisation_is_spoken_for_by_its_own_seats_and_not_by_whoever_only_serves() -> None:
    assert [each.id for each in asked(FORUM)] == list(ORGANISATIONS)
    assert speakers(FORUM, "helsingoer", TODAY) == ("sundhedschef-helsingoer",)
    assert spoken_for(FORUM, "sekretariat", TODAY) == ()
    region = replace(FORUM.organisations[0], id="region", kind="region")
    assert "region" not in {each.id for each in asked(replace(FORUM, organisations=(*FORUM.organisations, region)))}


def test_whoever_sits_in_the_body_goes_there_and_so_does_the_tie_to_it() -> None:
    executive = replace(EXTERNAL, body="embedsmandsudvalget-for-sundhed", name="Embedsmandsudvalget for Sundhed")
    assert representatives(FORUM, executive) == ("sundhedschef-fredensborg",)
    assert representatives(FORUM, EXTERNAL) == ()
    typed = replace(EXTERNAL, body=None, name="DAS")
    people = tuple(replace(each, memberships=("das",)) for each in FORUM.people if each.id == "sundhedschef-hilleroed")
    others_ = tuple(each for each in FORUM.people if each.id != "sundhedschef-hilleroed")
    assert representatives(replace(FORUM, people=(*others_, *people)), typed) == ("sundhedschef-hilleroed",)
    several = Seat(person="sundhedschef-fredensborg", organisation="fredensborg", roles=frozenset({Role.COORDINATOR}))
    assert speakers(replace(FORUM, seats=(several,)), "helsingoer", TODAY) == ()


def test_nobody_is_reminded_of_what_is_answered_sent_cancelled_or_past() -> None:
    every = [
        Answer(item=item, organisation=each, position=Position.AGREE, words="", at=NOW, person="x")
        for item in (1, 2)
        for each in ORGANISATIONS
    ]

    def kinds(external: ExternalMeeting, answers: Sequence[Answer], today: date = TODAY) -> set[str]:
        return {each.kind for each in calls(external, answers, FORUM, Calendar(), today)}

    sent = replace(EXTERNAL.details, sent=Sent(at=NOW, by="x", texts=()))
    assert kinds(EXTERNAL, every[:-1]) == {ExternalNotice.MISSING}
    assert kinds(EXTERNAL, every) == set()
    assert kinds(replace(EXTERNAL, details=sent), ()) == set()
    assert kinds(replace(EXTERNAL, is_cancelled=True), ()) == set()
    assert kinds(EXTERNAL, (), EXTERNAL.day + timedelta(days=1)) == set()
