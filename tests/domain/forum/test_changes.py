"""What a forum file begins, changes and ends, and when it is about another forum."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.changes import Fate, Thing, changes, replaced
from bot.domain.forum.reapplying import laid_over
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation, Person, Role, Seat

TODAY = date(2027, 1, 11)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2027, 1, 11, 9, tzinfo=COPENHAGEN)
IDS = ("a", "b", "c")
DAYS = st.none() | st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3))
CHARTER = Charter(id="k", kind="charter", title="K", source="x")


def meeting(ident: str, day: date) -> Meeting:
    starts = datetime.combine(day, datetime.min.time(), COPENHAGEN)
    return Meeting(forum="f", id=ident, starts=starts, ends=starts, place="P")


@st.composite
def forums(draw: st.DrawFn) -> Forum:
    def some(values: st.SearchStrategy[object]) -> dict[str, object]:
        return draw(st.dictionaries(st.sampled_from(IDS), values, max_size=3))

    return Forum(
        id="f",
        name=draw(st.sampled_from(("F", "G"))),
        region=draw(st.sampled_from((None, "Nord", "Syd"))),
        charter=replace(CHARTER, id=draw(st.sampled_from(("k", "l")))),
        choices={key: Choice(value, "nogen", TODAY) for key, value in some(st.integers(0, 2)).items()},
        organisations=tuple(Organisation(id=key, name=key, kind="region") for key in some(st.none())),
        people=tuple(Person(id=key, name=str(name)) for key, name in some(st.sampled_from("xy")).items()),
        seats=tuple(
            Seat(person=key, organisation="o", roles=frozenset({Role.POLITICIAN}), until=until)  # type: ignore[arg-type]
            for key, until in some(DAYS).items()
        ),
        meetings=tuple(
            meeting(key, day or TODAY)  # type: ignore[arg-type]
            for key, day in some(DAYS).items()
        ),
    )


@given(forums(), forums())
def test_everything_begins_changes_or_ends_and_what_is_told_backwards_is_told_the_other_way(
    old: Forum, new: Forum
) -> None:
    opposite = {Fate.BEGINS: Fate.ENDS, Fate.ENDS: Fate.BEGINS, Fate.CHANGES: Fate.CHANGES}
    there = {(each.thing, each.id): each for each in changes(old, new, TODAY)}
    back = {(each.thing, each.id): each for each in changes(new, old, TODAY)}
    assert there.keys() == back.keys()
    for key, change in there.items():
        assert (back[key].fate, back[key].old, back[key].new) == (opposite[change.fate], change.new, change.old)


@given(forums())
def test_of_the_same_forum_nothing_changes_and_of_a_new_one_everything_begins(forum: Forum) -> None:
    assert changes(forum, forum, TODAY) == ()
    assert {each.fate for each in changes(None, forum, TODAY)} == {Fate.BEGINS}


@given(forums(), forums())
def test_a_file_that_is_laid_over_twice_changes_nothing_the_second_time(old: Forum, file: Forum) -> None:
    once = laid_over(old, file, NOW)
    assert changes(once, laid_over(once, file, NOW), TODAY) == ()


def test_of_a_choice_who_made_it_is_told_on_both_sides() -> None:
    before = Forum(id="f", name="F", region=None, charter=CHARTER, choices={"days": Choice(7, "A", TODAY)})
    (found,) = changes(before, replace(before, choices={"days": Choice(8, "A", TODAY)}), TODAY)
    assert (found.thing, found.old["value"], found.new["value"]) == (Thing.CHOICE, 7, 8)
    assert found.old["chosen_by"] == found.new["chosen_by"] == "A"


@given(forums(), forums())
def test_only_a_charter_a_name_or_a_region_that_was_there_is_replaced(old: Forum, file: Forum) -> None:
    expected = {"charter": old.charter.id != file.charter.id, "name": old.name != file.name}
    expected["region"] = None not in (old.region, file.region) and old.region != file.region
    assert {what for what, differs in expected.items() if differs} == set(replaced(old, file))


@given(forums(), forums())
def test_a_meeting_owes_nothing_if_it_lay_in_the_past_when_it_was_first_named(old: Forum, file: Forum) -> None:
    for before in (None, old):
        known = {each.id for each in (() if before is None else old.meetings)}
        for each in laid_over(before, file, NOW).meetings:
            if each.id in {named.id for named in file.meetings}:
                assert each.owes == (each.day >= TODAY or each.id in known)
