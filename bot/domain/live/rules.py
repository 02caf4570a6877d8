"""How a meeting goes: it begins with its first item, one thing is on at a time, and it ends, by itself if need be.

The same thing asked for again changes nothing. An older revision is refused, and »next« by another person just after
is the same wish, so that two who go on at the same moment go on by one item. What was withdrawn is passed over.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.live.actions import Step
from bot.domain.live.state import Live, Recusal, Spell, SteppedIn

AHEAD = timedelta(hours=1)
"""How long before the hour a meeting may begin, at the earliest."""

JUST_AFTER = timedelta(seconds=10)
"""So soon after somebody went on, another's "next" without a revision means the same."""

OVERRUN = timedelta(hours=4)
"""How long after the hour it was to end a meeting is over, if nobody ended it."""


def ends_by_itself(meeting: Meeting) -> datetime:
    """From when on it is over, whoever forgot to end it."""
    return meeting.ends.astimezone(UTC) + OVERRUN


def check_time(meeting: Meeting, now: datetime) -> None:
    """Refusal "live_too_early" or "live_too_late" unless the meeting can begin now."""
    if now.astimezone(UTC) < meeting.starts.astimezone(UTC) - AHEAD:
        raise Refusal("live_too_early", moede=meeting.starts)
    if now.astimezone(UTC) >= ends_by_itself(meeting):
        raise Refusal("live_too_late", moede_dato=meeting.day)


def begin(meeting: Meeting, items: Sequence[AgendaItem], now: datetime) -> Live:
    """The meeting with its first item on; Refusal "live_no_items"."""
    place = following(items, 0)
    if place is None:
        raise Refusal("live_no_items")
    first = Spell(item=items[place - 1].id, began=now.astimezone(UTC))
    return Live(forum=meeting.forum, meeting=meeting.id, revision=1, spells=(first,))


def following(items: Sequence[AgendaItem], here: int) -> int | None:
    """The position (from 1) of the first item after that one that is taken up, or None."""
    return next((place for place, each in enumerate(items, start=1) if place > here and each.gone is None), None)


def preceding(items: Sequence[AgendaItem], here: int) -> int | None:
    """The position of the last one before it, or None."""
    return max((place for place, each in enumerate(items, start=1) if place < here and each.gone is None), default=None)


def went_on_already(live: Live, step: Step, now: datetime, *, by: str, revision: int | None) -> bool:
    """Whether another person went on just now, so that the same said without a revision means the same step."""
    last = live.spells[-1]
    is_next = step is Step.NEXT and revision is None and live.is_running
    return is_next and last.next_by not in (None, by) and now.astimezone(UTC) - last.began < JUST_AFTER


def move_on(
    live: Live,
    items: Sequence[AgendaItem],
    step: Step,
    now: datetime,
    *,
    position: int | None,
    revision: int | None,
    by: str | None = None,
) -> Live:
    """The meeting with another item on, in a break or after one; Refusal "live_moved" for an older revision.

    "live_over" once it has ended (but it may be resumed), "live_last" or "live_first" where there is no other item,
    "minutes_no_item" for one that is not there, "live_gone" for one that is not taken up.
    """
    if not live.is_running and step is not Step.RESUME:
        raise Refusal("live_over")
    if revision is not None and revision != live.revision:
        raise Refusal("live_moved")
    if step is Step.BREAK:
        return _on(live, None, now)
    return _on(live, _meant(live, items, step, position), now, next_by=by if step is Step.NEXT else None)


def end(live: Live, now: datetime) -> Live:
    """The meeting as it ended now."""
    if not live.is_running:
        return live
    at = now.astimezone(UTC)
    return _next(live, spells=_closed(live, at), is_running=False, ended_at=at)


def leave(live: Live) -> Live:
    """The meeting as it ended by itself: nobody said when."""
    return _next(live, is_running=False) if live.is_running else live


def recuse(live: Live, item: int, person: str, since: datetime) -> Live:
    """The meeting with that person no part of that item."""
    if any((each.item, each.person) == (item, person) for each in live.recusals):
        return live
    told = Recusal(item=item, person=person, since=since.astimezone(UTC))
    return _next(live, recusals=(*live.recusals, told))


def take_part(live: Live, item: int, person: str) -> Live:
    """The meeting with that person a part of that item after all."""
    kept = tuple(each for each in live.recusals if (each.item, each.person) != (item, person))
    return live if kept == live.recusals else _next(live, recusals=kept)


def step_in(live: Live, person: str, instead_of: str) -> Live:
    """The meeting with that person there in another's place; Refusal "live_own_place"."""
    if person == instead_of:
        raise Refusal("live_own_place")
    new = SteppedIn(person=person, instead_of=instead_of)
    kept = tuple(each for each in live.stepped_in if person != each.person and instead_of != each.instead_of)
    return live if new in live.stepped_in else _next(live, stepped_in=(*kept, new))


def untreated(live: Live, items: Sequence[AgendaItem]) -> tuple[int, ...]:
    """The positions (from 1) of the items that have not been on, though they were to be taken up."""
    known = {each.item for each in live.spells} | {each.id for each in items if each.gone is not None}
    return tuple(place for place, item in enumerate(items, start=1) if item.id not in known)


def place_of(items: Sequence[AgendaItem], item: int | None) -> int:
    """The position (from 1) of an item; 0 of one that is not there."""
    return next((place for place, each in enumerate(items, start=1) if each.id == item), 0)


def _meant(live: Live, items: Sequence[AgendaItem], step: Step, position: int | None) -> int | None:
    here = place_of(items, live.last_item)
    if step is Step.RESUME:
        return live.last_item
    if step is Step.ITEM:
        return _named(items, position or 0)
    wanted = following(items, here) if step is Step.NEXT else preceding(items, here)
    if wanted is None:
        raise Refusal("live_last" if step is Step.NEXT else "live_first")
    return items[wanted - 1].id


def _named(items: Sequence[AgendaItem], position: int) -> int:
    if not 1 <= position <= len(items):
        raise Refusal("minutes_no_item", punkt=position)
    if items[position - 1].gone is not None:
        raise Refusal("live_gone", punkt=position)
    return items[position - 1].id


def _on(live: Live, item: int | None, now: datetime, *, next_by: str | None = None) -> Live:
    last = live.spells[-1]
    if live.is_running and last.item == item:
        return live
    at = now.astimezone(UTC)
    spells = (*_closed(live, at), Spell(item=item, began=at, next_by=next_by))
    return _next(live, spells=spells, is_running=True, ended_at=None)


def _closed(live: Live, at: datetime) -> tuple[Spell, ...]:
    *earlier, last = live.spells
    return (*earlier, last if last.ended is not None else replace(last, ended=max(at, last.began)))


def _next(live: Live, **changes: object) -> Live:
    return replace(live, revision=live.revision + 1, **changes)  # type: ignore[arg-type]
