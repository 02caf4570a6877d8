"""What a file says of a charter's day, and what held before."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.forum.versions import stacked
from bot.domain.kernel.forum import Forum, Version
from tests.harness.charters import SILENT_CHARTER

TODAY = date(2027, 3, 1)
DAYS = st.none() | st.dates(TODAY - timedelta(days=5), TODAY + timedelta(days=5))
FILES = st.tuples(st.sampled_from("ABC"), DAYS)


def saying(text: str, since: date | None = None) -> Forum:
    charter = replace(SILENT_CHARTER, title=text)
    version = Version(charter=charter, since=since, text=text)
    return Forum(id="f", name="F", region=None, charter=charter, versions=(version,))


def applied(*files: tuple[str, date | None]) -> Forum | None:
    before: Forum | None = None
    for text, since in files:
        file = saying(text, since)
        before = replace(file, versions=stacked(before, file, TODAY)).on(TODAY)
    return before


def held(forum: Forum) -> dict[date, str]:
    days = (TODAY + timedelta(days=offset) for offset in range(-7, 8))
    return {day: forum.charter_on(day).title for day in days}


@given(st.lists(FILES, min_size=1, max_size=4))
def test_applying_a_file_twice_changes_nothing(files: list[tuple[str, date | None]]) -> None:
    assert applied(*files) == applied(*files, files[-1])


@given(st.lists(FILES, min_size=1, max_size=3), st.sampled_from("ABC"), st.dates(TODAY, TODAY + timedelta(days=5)))
def test_a_new_version_holds_from_its_day_and_nothing_changes_before(
    files: list[tuple[str, date | None]], text: str, since: date
) -> None:
    was, now = applied(*files), applied(*files, (text, since))
    assert was is not None
    assert now is not None
    assume(was.versions[0].since is None or was.versions[0].since < since)  # else the first is put right
    before, after = held(was), held(now)
    assert {day: after[day] for day in after if day >= since} == {day: text for day in after if day >= since}
    assert [day for day in after if day < since and after[day] != before[day]] == []


@given(st.lists(FILES, min_size=1, max_size=3), st.sampled_from("ABC"))
def test_a_file_that_names_no_day_puts_right_what_holds_today_alone(
    files: list[tuple[str, date | None]], text: str
) -> None:
    was, now = applied(*files), applied(*files, (text, None))
    assert was is not None
    assert now is not None
    today = was.version_on(TODAY)
    other = [day for day in held(was) if was.version_on(day) is not today]
    assert now.charter.title == text
    assert [day for day in other if held(was)[day] != held(now)[day]] == []


def test_the_old_charter_named_from_the_same_day_takes_a_planned_one_back() -> None:
    planned = applied(("A", None), ("B", TODAY + timedelta(days=3)))
    back = applied(("A", None), ("B", TODAY + timedelta(days=3)), ("A", TODAY + timedelta(days=3)))
    assert planned is not None
    assert back is not None
    assert (len(planned.versions), len(back.versions), back.charter.title) == (2, 1, "A")
