"""What is owed in the forum, stored or not: minutes of a held meeting are owed before anybody took them."""

from dataclasses import replace
from itertools import islice

from bot.domain.duties.actions import DutyAction
from bot.domain.duties.state import Details, FollowUp, Kind, Status
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.rules import is_sent
from bot.usecases.days import course
from bot.usecases.desk import Desk
from cards.kit.words import medium_date, say
from storage import duties as store
from storage import minutes as minutes_store

_LOOKED_AT = 4  # of the latest meetings: what is older than that nobody writes any more


async def found(desk: Desk, action: DutyAction) -> FollowUp:
    """The duty that is meant; Refusal("duty_unknown")."""
    duty = await store.by_number(desk.conn, desk.forum.id, action.number, action.year)
    if duty is None:
        raise Refusal("duty_unknown", nr=action.number, forum=desk.forum.name)
    return duty


async def owed(desk: Desk) -> list[FollowUp]:
    """Everything that is owed, the minutes among it: what is due first comes first, what has no day last."""
    stored = [each for each in await store.open_ones(desk.conn, desk.forum.id) if each.kind is not Kind.MINUTES]
    every = [*await minutes_owed(desk), *stored]
    return sorted(every, key=lambda each: (each.details.due is None, each.details.due or desk.today, each.number))


async def minutes_owed(desk: Desk) -> list[FollowUp]:
    """The minutes of the latest meetings that were held and are not sent.

    Nothing where another forum goes on, which was handed that with all else.
    """
    begun = (each for each in reversed(course(desk.forum).meetings) if each.starts <= desk.now)
    ours = [each for each in islice(begun, _LOOKED_AT) if each.owes and desk.forum.handed_over is None]
    known = await minutes_store.of_meetings(desk.conn, desk.forum.id, [each.id for each in ours])
    return [await minutes_of(desk, each) for each in ours if not is_sent(known.get(each.id))]


async def minutes_meant(desk: Desk, meeting: str | None) -> FollowUp:
    """The minutes of that meeting, or the latest that are owed; Refusal("duty_no_minutes")."""
    every = await minutes_owed(desk)
    duty = next((each for each in every if meeting in (None, each.meeting)), None)
    if duty is None:
        raise Refusal("duty_no_minutes")
    return duty


async def minutes_of(desk: Desk, meeting: Meeting) -> FollowUp:
    """The duty to write them, with whoever took it; without a number while nobody has."""
    title = say("duty.minutes.title", moede_dato=medium_date(meeting.day))
    deadline = desk.timetable(meeting).minutes
    due = None if deadline is None else deadline.day
    stored = await store.by_form(desk.conn, desk.forum.id, minutes_form(meeting.id))
    if stored is not None:
        return replace(stored, title=title, details=replace(stored.details, due=due))
    return FollowUp(
        forum=desk.forum.id,
        year=desk.now.year,
        number=0,
        revision=1,
        kind=Kind.MINUTES,
        status=Status.NOT_BEGUN,
        title=title,
        meeting=meeting.id,
        details=Details(created_at=desk.now, created_by="", due=due),
    )


def minutes_form(meeting: str) -> str:
    """What tells the duty to write that meeting's minutes from every other."""
    return f"minutes/{meeting}"
