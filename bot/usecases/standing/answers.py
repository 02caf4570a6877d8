"""The answers that are waited for from one person: to an agenda, for their organisation, to minutes."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta

from bot.domain.approval.actions import ShowApprovals, ShowClearance
from bot.domain.approval.clearance import asked_organisations, standing
from bot.domain.approval.seats import owes
from bot.domain.approval.state import Standpoint
from bot.domain.kernel.deadlines import ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.standing.state import Matter
from bot.domain.supplements.actions import OpenSupplement
from bot.usecases.approval.clearance_views import deadline_of, places_in
from bot.usecases.approval.reminders import last_day
from bot.usecases.desk import Desk
from bot.usecases.minutes.approving import has_approved
from bot.usecases.minutes.views import remarks_until
from bot.usecases.rights import is_secretariat
from bot.usecases.standing.facts import Facts, Owed
from bot.usecases.supplements import rounds
from bot.usecases.supplements.loading import of as sent_of
from storage import clearance as clearances


async def answers_owed(desk: Desk, actor: str, facts: Facts) -> AsyncIterator[Owed]:
    """Each that this person can still give."""
    for meeting in facts.ahead:
        if (current := facts.rounds.get(meeting.id)) is not None:
            if current.standpoint is Standpoint.OPEN and owes(current, actor):
                due = None if current.deadline is None else last_day(current.deadline, desk)
                yield Owed(
                    matter=Matter.ANSWER, way=ShowApprovals(), due=due, meeting=meeting.id, version=current.version
                )
            async for each in _clearance(desk, actor, facts, meeting):
                yield each
        if facts.is_sent(meeting):
            async for each in _supplement(desk, actor, facts, meeting):
                yield each
    for meeting in facts.begun:
        for each in _minutes(desk, actor, meeting, facts.minutes.get(meeting.id)):
            yield each


async def _clearance(desk: Desk, actor: str, facts: Facts, meeting: Meeting) -> AsyncIterator[Owed]:
    """Of each silent organisation that the person answers for."""
    current = facts.rounds[meeting.id]
    own = [each for each in asked_organisations(desk.forum, current) if places_in(desk, meeting, each, actor)]
    given = standing(await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)) if own else {}
    for each in own:
        if each.id not in given:
            until, _ = deadline_of(desk, meeting, current)
            way = ShowClearance(meeting=meeting.id, organisation=each.id)
            due = _last_day(desk, until)
            yield Owed(matter=Matter.CLEARANCE, way=way, due=due, meeting=meeting.id, title=each.name)


async def _supplement(desk: Desk, actor: str, facts: Facts, meeting: Meeting) -> AsyncIterator[Owed]:
    """The late items that are asked about; to whoever serves, those that can be asked about or sent."""
    found = await sent_of(desk, meeting, facts.agendas[meeting.id])
    this, way = found.in_hand, OpenSupplement(meeting=meeting.id)
    current = rounds.round_of(desk, meeting, this)
    if current is not None and current.standpoint is Standpoint.OPEN and owes(current, actor):
        due = None if current.deadline is None else last_day(current.deadline, desk)
        yield Owed(matter=Matter.SUPPLEMENT, way=way, due=due, meeting=meeting.id)
    if is_secretariat(desk, actor) and this.items and (this.asked is None or rounds.may_leave(desk, meeting, this)):
        yield Owed(matter=Matter.LATE_ITEMS, way=way, due=meeting.day, serves=True, meeting=meeting.id)


def _minutes(desk: Desk, actor: str, meeting: Meeting, known: Minutes | None) -> list[Owed]:
    """A yes where minutes are approved before they leave, else remarks, as long as they are taken."""
    way = ShowMinutes(meeting=meeting.id)
    if known is None:
        return []
    if known.status is MinutesStatus.FOR_APPROVAL and not has_approved(desk, meeting, known, actor):
        return [Owed(matter=Matter.MINUTES_YES, way=way, meeting=meeting.id)]
    until = remarks_until(desk, known)
    if known.status is not MinutesStatus.SENT or until is None or desk.now >= ends(until, desk.forum.timezone):
        return []
    if is_secretariat(desk, actor) or any(each.person == actor for each in known.remarks):
        return []
    return [Owed(matter=Matter.REMARKS, way=way, due=until.day, meeting=meeting.id)]


def _last_day(desk: Desk, until: datetime) -> date:
    return (until.astimezone(desk.forum.timezone) - timedelta(microseconds=1)).date()
