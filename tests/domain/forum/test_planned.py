"""What was decided in Teams of a meeting stands, whatever file is applied, until the file says the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.planned import is_same, kept_meetings
from bot.domain.forum.reapplying import laid_over
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting

NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)


@st.composite
def meetings(draw: st.DrawFn, idents: str = "abcd", *, decided: bool = True) -> tuple[Meeting, ...]:
    found = []
    for ident in sorted(draw(st.sets(st.sampled_from(idents)))):
        starts = NOW + draw(st.integers(1, 3)) * timedelta(days=1)
        is_decided = decided and draw(st.booleans())
        found.append(
            Meeting(forum="f", id=ident, starts=starts, ends=starts, place="Her", is_decided=is_decided, reason="Fordi")
        )
    return tuple(found)


def forum(those: tuple[Meeting, ...], cancelled: tuple[Meeting, ...] = ()) -> Forum:
    charter = Charter(id="k", kind="charter", title="K", source="x")
    return Forum(id="f", name="F", region=None, charter=charter, meetings=those, cancelled=cancelled)


def written() -> st.SearchStrategy[tuple[Meeting, ...]]:
    return meetings("abcdef", decided=False).map(lambda those: tuple(replace(each, reason="") for each in those))


@given(meetings("ab"), meetings("cd"), written())
def test_what_was_decided_stands_and_every_difference_is_told(
    planned: tuple[Meeting, ...], cancelled: tuple[Meeting, ...], file: tuple[Meeting, ...]
) -> None:
    before = forum(planned, cancelled)
    after = laid_over(before, forum(file), NOW)
    told = {each.decided.id for each in kept_meetings(before, forum(file))}
    for each in planned:
        now = after.meeting(each.id)
        if each.is_decided:
            assert now is not None
            assert is_same(now, each)
            agrees = any(is_same(each, said) for said in file if said.id == each.id)
            assert (each.id in told) == (bool(file) and not agrees)
            assert now.is_decided == (not agrees)
    for each in cancelled:
        if each.is_decided:
            assert after.meeting(each.id) is None
            assert (each.id in told) == any(said.id == each.id for said in file)


@given(meetings("ab"), meetings("cd"), written())
def test_the_same_file_again_changes_nothing(
    planned: tuple[Meeting, ...], cancelled: tuple[Meeting, ...], file: tuple[Meeting, ...]
) -> None:
    once = laid_over(forum(planned, cancelled), forum(file), NOW)
    twice = laid_over(once, forum(file), NOW)
    assert sorted(twice.meetings, key=lambda each: each.id) == sorted(once.meetings, key=lambda each: each.id)
    assert [each for each in twice.cancelled if each.is_decided] == [each for each in once.cancelled if each.is_decided]


@given(meetings("abcd", decided=False), written())
def test_what_nobody_decided_is_as_the_file_says(planned: tuple[Meeting, ...], file: tuple[Meeting, ...]) -> None:
    if not file:
        return
    after = laid_over(forum(planned), forum(file), NOW)
    assert {each.id: each.starts for each in after.meetings} == {each.id: each.starts for each in file}
