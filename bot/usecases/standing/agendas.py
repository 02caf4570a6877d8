"""The next step of each agenda ahead, for those who serve the forum."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.agenda.actions import EditAgenda
from bot.domain.agenda.rules import departure
from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import Circulate, SendAgenda, ShowApprovals
from bot.domain.approval.dispatch import Obstacle, is_heard, obstacle
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.reach.actions import ShowNudge
from bot.domain.standing.state import Matter
from bot.usecases.approval.reminders import last_day
from bot.usecases.approval.views import may_send_unapproved, moment_of
from bot.usecases.desk import Desk
from bot.usecases.standing.facts import Facts, Owed

_LONG_BEFORE = timedelta(days=28)


def agendas_owed(desk: Desk, actor: str, facts: Facts) -> Iterator[Owed]:
    """What is to be done about each, once its time has come."""
    for meeting in facts.ahead:
        agenda, current = facts.agendas.get(meeting.id), facts.rounds.get(meeting.id)
        if facts.is_sent(meeting):
            continue
        step = _step(desk, actor, meeting, agenda, current)
        if step is not None:
            yield step


def _step(
    desk: Desk, actor: str, meeting: Meeting, agenda: Agenda | None, current: ApprovalRound | None
) -> Owed | None:
    mode = settings.approval_mode(desk.forum)
    if agenda is None or not any(item.standing is None for item in agenda.items):
        return _draft(desk, meeting) if _has_begun(desk, meeting) else None
    hindrance = obstacle(agenda, mode, current)
    if hindrance is Obstacle.RETURNED and not departure(agenda):
        return _of(desk, Matter.RETURNED, EditAgenda(meeting=meeting.id), meeting)
    if hindrance is Obstacle.NOT_CIRCULATED or (mode is not Mode.NONE and departure(agenda)):
        is_first = hindrance is Obstacle.NOT_CIRCULATED
        if is_first and not _has_begun(desk, meeting):
            return None
        way = Circulate(meeting=meeting.id, revision=agenda.revision)
        return _of(desk, Matter.CIRCULATE if is_first else Matter.REVISED, way, meeting)
    if hindrance is Obstacle.UNANSWERED and current is not None:
        return _unanswered(desk, actor, meeting, agenda, current)
    is_free = hindrance is None and is_heard(mode, current, desk.now)
    if not is_free or moment_of(desk, meeting) is not None or not _has_begun(desk, meeting):
        return None  # it leaves by itself on its day
    version = 0 if agenda.newest is None else agenda.newest.number
    way_out = SendAgenda(meeting=meeting.id, version=version)
    return Owed(matter=Matter.DISPATCH, way=way_out, due=meeting.day, serves=True, meeting=meeting.id)


def _draft(desk: Desk, meeting: Meeting) -> Owed:
    return _of(desk, Matter.DRAFT, EditAgenda(meeting=meeting.id), meeting)


def _unanswered(desk: Desk, actor: str, meeting: Meeting, agenda: Agenda, current: ApprovalRound) -> Owed:
    """Those who are missing can be reminded; where it may leave without them, the request says so."""
    way = ShowApprovals() if may_send_unapproved(desk, actor, agenda, current) else ShowNudge(meeting=meeting.id)
    due = None if current.deadline is None else last_day(current.deadline, desk)
    return Owed(matter=Matter.UNANSWERED, way=way, due=due, serves=True, meeting=meeting.id, version=current.version)


def _of(desk: Desk, matter: Matter, way: Circulate | EditAgenda, meeting: Meeting) -> Owed:
    return Owed(matter=matter, way=way, due=_due(desk, meeting), serves=True, meeting=meeting.id)


def _due(desk: Desk, meeting: Meeting) -> date:
    """By when those who are asked are to have it, else when it leaves, else the meeting."""
    days = desk.timetable(meeting)
    ask = days.draft if settings.approval_mode(desk.forum) is not Mode.NONE else None
    return next((each.day for each in (ask, days.dispatch) if each is not None), meeting.day)


def _has_begun(desk: Desk, meeting: Meeting) -> bool:
    """Whether the work on it has: proposals are in, or the meeting is near."""
    proposals = desk.timetable(meeting).proposals
    return desk.today > (meeting.day - _LONG_BEFORE if proposals is None else proposals.day)
