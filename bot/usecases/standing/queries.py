"""How things stand, in every forum of the person's where nobody reads along, else in the one that is asked."""

from collections.abc import Sequence

from bot.domain.kernel import settings
from bot.domain.proposals.proposers import may_propose
from bot.domain.standing.actions import ShowStanding
from bot.usecases.desk import Desk
from bot.usecases.duties.loading import owed as duties_owed
from bot.usecases.rights import is_secretariat, require_seat
from bot.usecases.seats import Seat, Seats, seats_of
from bot.usecases.standing.awaited import awaited_by
from bot.usecases.standing.facts import Facts, Owed, facts_of
from bot.usecases.standing.meetings import known_of, meetings_shown
from cards.forum.region import named, told_apart
from cards.kit.elements import Card
from cards.standing import cards
from cards.standing.lines import line_of
from cards.standing.view import Coming, Line, MeetingRow, Part, Shown
from storage import proposals


async def show(desk: Desk, actor: str, action: ShowStanding) -> Card:
    """What awaits the person, and to those who serve a forum how its meetings stand."""
    require_seat(desk, actor)
    asked = Seats((Seat(desk, actor),)) if action.forum is not None else await seats_of(desk, actor)
    titles = told_apart({each.desk.forum.id: (each.desk.forum.name, named(each.desk.forum)) for each in asked.every})
    parts = [await _part(each, titles[each.desk.forum.id]) for each in asked.every]
    going = [each for each in parts if each.is_in_force] or parts[:1]
    return cards.standing(Shown(parts=going, unreadable=asked.unreadable))


async def _part(seat: Seat, title: str) -> Part:
    desk, actor, forum = seat.desk, seat.person, seat.desk.forum
    if not forum.is_in_force(desk.today):
        return Part(forum=forum.id, title=title, is_in_force=False)
    facts = await facts_of(desk)
    awaited = await awaited_by(desk, actor, facts)
    rows = await _rows(desk, facts, awaited) if is_secretariat(desk, actor) else []
    shown = {each.meeting.id for each in rows}
    own = [each for each in awaited if not (each.serves and each.meeting in shown)]
    return Part(
        forum=forum.id,
        title=title,
        lines=[_line(desk, each) for each in own],
        meetings=rows,
        coming=_coming(desk, actor, facts, title),
    )


async def _rows(desk: Desk, facts: Facts, awaited: Sequence[Owed]) -> list[MeetingRow]:
    every, owed = await proposals.awaiting(desk.conn, desk.forum.id), await duties_owed(desk)
    steps = {each.meeting: each for each in reversed(awaited) if each.serves}
    return [
        MeetingRow(
            meeting=meeting,
            facts=await known_of(desk, facts, meeting, every, owed),
            step=None if meeting.id not in steps else _line(desk, steps[meeting.id]),
        )
        for meeting in meetings_shown(desk, facts, awaited)
    ]


def _line(desk: Desk, each: Owed) -> Line:
    days = {meeting.id: meeting.day for meeting in desk.forum.meetings}
    return line_of(each, desk.forum.id, days, desk.today, settings.approval_mode(desk.forum))


def _coming(desk: Desk, actor: str, facts: Facts, title: str) -> Coming | None:
    """The next meeting, or until when proposals to it are taken where that is ahead and theirs to make."""
    meeting = next(iter(facts.ahead), None)
    if meeting is None:
        return None
    proposals_until = desk.timetable(meeting).proposals
    if proposals_until is None or proposals_until.day < desk.today or not may_propose(desk.forum, actor, desk.today):
        return Coming(forum=title, day=meeting.day, is_deadline=False)
    return Coming(forum=title, day=proposals_until.day, is_deadline=True)
