"""Timed notices of the forum that are about no meeting: just those that are wanted wait, and all others are dropped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.year.notices import YearNotice
from bot.usecases.desk import WritingDesk
from storage.outbox import standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One notice to one person on that day, at 8.00; `about` tells it from others of its kind."""

    about: tuple[object, ...]
    day: date
    recipient: str
    subject: Mapping[str, object]


async def plan_just(desk: WritingDesk, kind: YearNotice, wanted: Iterable[Wanted], *, reason: str) -> None:
    """Plan these of that kind, and drop what is ahead besides; what lies behind is said, or was, as it stands."""
    every = {desk.key_of(kind, (*each.about, each.day), None, each.recipient): each for each in wanted}
    waiting = await standing.waiting(desk.conn, desk.forum.id, (kind,))
    ahead = {each.key for each in waiting if each.due_at > desk.now}
    await standing.drop(desk.conn, ahead - every.keys(), reason=reason)
    for each in every.values():
        at = desk.calendar.opens(each.day, desk.forum.timezone)
        if at >= desk.now:
            await desk.remind(kind, *each.about, at=at, recipient=each.recipient, meeting=None, **each.subject)
