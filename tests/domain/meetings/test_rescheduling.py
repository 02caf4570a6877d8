"""What becomes of a meeting is told of what is ahead, once, and of nothing that is as it was."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.rescheduling import Turn, rescheduled

NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Meeting, ...]:
    found = []
    for ident in draw(st.sets(st.sampled_from("abc"))):
        starts = NOW + draw(st.integers(-3, 3)) * HOUR
        place = draw(st.sampled_from(["Her", "Der"]))
        found.append(Meeting(forum="f", id=ident, starts=starts, ends=starts + HOUR, place=place))
    return tuple(found)


def forum(those: tuple[Meeting, ...], cancelled: tuple[Meeting, ...] = ()) -> Forum:
    charter = Charter(id="k", kind="charter", title="K", source="x")
    return Forum(id="f", name="F", region=None, charter=charter, meetings=those, cancelled=cancelled)


@given(meetings(), meetings())
def test_each_meeting_ahead_is_told_at_most_once_and_what_begun_never(
    old: tuple[Meeting, ...], new: tuple[Meeting, ...]
) -> None:
    found = list(rescheduled(forum(old), forum(new), NOW))
    assert len({each.was.id for each in found}) == len(found)
    assert all(each.was.starts > NOW for each in found)
    cancelled = {each.was.id for each in found if each.turn is Turn.CANCELLED}
    assert cancelled == {each.id for each in old if each.starts > NOW} - {each.id for each in new}


@given(meetings())
def test_nothing_is_told_of_what_is_as_it_was(those: tuple[Meeting, ...]) -> None:
    assert not list(rescheduled(forum(those), forum(those), NOW))
    owing = tuple(replace(each, owes=False) for each in those)
    assert not list(rescheduled(forum(those), forum(owing), NOW))


@given(meetings())
def test_a_cancelled_meeting_that_is_named_again_is_held_after_all(those: tuple[Meeting, ...]) -> None:
    back = [each.was.id for each in rescheduled(forum((), those), forum(those), NOW) if each.turn is Turn.RESUMED]
    assert back == [each.id for each in those if each.starts > NOW]
