"""What a choice would bring about, told before it is made: the deadlines that move, and the rounds that it touches."""

from collections.abc import Iterator
from typing import Any

from bot.domain.forum.choosable import Kind, options_of, stored_as
from bot.domain.forum.places import Place, value_at
from bot.domain.kernel.calendar import NoWorkingDay
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import calendar_of
from bot.domain.meetings.consequences import Days
from bot.usecases.approval.mending import foreseen
from bot.usecases.dated import deadlines_of
from bot.usecases.days import DANISH_HOLIDAYS
from bot.usecases.desk import Desk, desk_of
from cards.forum.choosing import DEADLINES, Consequences, Moved, Round

_FEW = 4  # options of which each is told what it would bring about


def choosing(forum: Forum, place: Place, choice: Choice) -> Forum:
    """The forum if that were chosen; Refusal("choice_always_closed") where no working day would be left."""
    after = forum.deciding({**forum.decided, place.key: choice})
    is_closure = place.choosable.kind in (Kind.DAYS_OF_YEAR, Kind.PERIODS)
    if is_closure and calendar_of(after, DANISH_HOLIDAYS).is_shut_for_long():
        raise Refusal("choice_always_closed", field="value")
    return after


async def consequences(desk: Desk, after: Forum) -> Consequences:
    """What becomes of the coming meetings' deadlines and of the rounds under way."""
    then = desk_of(desk.conn, after, desk.now, desk.place, is_overheard=desk.is_overheard)
    moved: list[Moved] = []
    rounds: list[Round] = []
    try:
        for meeting in desk.meetings_ahead():
            moved += _moved(meeting, deadlines_of(desk, meeting), deadlines_of(then, meeting))
            steps = await foreseen(then, desk, meeting)
            rounds += [] if steps is None else [Round(meeting=meeting, steps=steps)]
    except NoWorkingDay:
        raise Refusal("choice_always_closed", field="value") from None
    return Consequences(moved=moved, rounds=rounds)


async def of_each_option(desk: Desk, place: Place) -> dict[str, Consequences] | None:
    """What each option but the one that holds would bring about; None where there is no such few."""
    options = options_of(desk.forum, place.choosable)
    if place.choosable.kind is not Kind.ONE or len(options) > _FEW:
        return None
    holds = value_at(desk.forum, place)
    values = {code: stored_as(place.choosable, code) for code in options}
    return {
        code: await consequences(desk, choosing(desk.forum, place, _supposed(desk, value)))
        for code, value in values.items()
        if value != holds or (value is None and desk.forum.chosen(place.key) is None)
    }


def _supposed(desk: Desk, value: Any) -> Choice:
    return Choice(value, "", desk.today)


def _moved(meeting: Meeting, was: Days, now: Days) -> Iterator[Moved]:
    for name in DEADLINES:
        before, after = was[name], now[name]
        if (before and before.day) != (after and after.day):
            yield Moved(meeting=meeting, name=name, was=before, now=after)
