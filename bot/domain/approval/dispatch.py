"""When an agenda leaves, which version of it, and what keeps it back."""

from dataclasses import replace
from datetime import datetime, tzinfo
from enum import StrEnum

from bot.domain.agenda.rules import freeze, is_frozen
from bot.domain.agenda.state import Agenda
from bot.domain.approval.rules import APPROVED, ENDED, missing
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Timetable, ends

_MAY_LEAVE = APPROVED | {Standpoint.SENT_UNAPPROVED}


class Obstacle(StrEnum):
    """Why an agenda cannot leave as things stand."""

    EMPTY = "empty"
    NOT_CIRCULATED = "not_circulated"
    UNANSWERED = "unanswered"
    RETURNED = "returned"


def dispatch_moment(timetable: Timetable, calendar: Calendar, tz: tzinfo) -> datetime | None:
    """8.00 on the day of dispatch, or None where nobody settled one."""
    return None if timetable.dispatch is None else calendar.opens(timetable.dispatch.day, tz)


def answer_deadline(
    timetable: Timetable, dispatch: datetime | None, starts: datetime, *, now: datetime, tz: tzinfo
) -> datetime:
    """The first moment that is too late to answer: the deadline for answers, else the dispatch, else the meeting."""
    answers = None if timetable.answers is None else ends(timetable.answers, tz)
    return next((each for each in (answers, dispatch) if each is not None and each > now), starts)


def obstacle(agenda: Agenda, mode: Mode, approval: ApprovalRound | None) -> Obstacle | None:
    """What keeps the agenda back, whatever the time; None where it may leave.

    Being consulted keeps nothing back, but what was sent back is not what anybody is consulted about.
    """
    if mode is Mode.NONE:
        return None if any(item.standing is None for item in agenda.items) else Obstacle.EMPTY
    if approval is None or agenda.newest is None or approval.standpoint is Standpoint.WITHDRAWN:
        return Obstacle.NOT_CIRCULATED
    is_returned = approval.standpoint is Standpoint.RETURNED
    if approval.standpoint in _MAY_LEAVE or (mode is Mode.CONSULT and not is_returned):
        return None
    return Obstacle.RETURNED if approval.standpoint in ENDED else Obstacle.UNANSWERED


def is_heard(mode: Mode, approval: ApprovalRound | None, now: datetime) -> bool:
    """Whether it may leave before its day: those who are only consulted keep nothing back, but have their time."""
    if mode is not Mode.CONSULT or approval is None or not missing(approval):
        return True
    return approval.deadline is not None and now >= approval.deadline


def leave(agenda: Agenda, mode: Mode, *, at: datetime) -> Agenda:
    """The agenda as sent: its newest version; without approval, its draft frozen by the clock."""
    ready = freeze(agenda, by=None, at=at) if mode is Mode.NONE and not is_frozen(agenda) else agenda
    if ready.newest is None:
        raise ValueError("nothing was frozen")  # `obstacle` said so
    return replace(ready, sent_version=ready.newest.number, sent_at=at)
