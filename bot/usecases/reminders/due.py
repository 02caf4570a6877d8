"""By when a message's hearer must have acted, from its topic as it stands: what decides whether it may wait."""

from datetime import date, datetime, time, timedelta

from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.duties.notices import DutyNotice
from bot.domain.external.notices import ExternalNotice
from bot.domain.kernel.deadlines import Deadline, ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.notices import AnyNotice, notice_kind
from bot.domain.publication.notices import PublicationNotice
from bot.domain.referrals.notices import ReferralNotice
from bot.domain.year.notices import YearNotice
from bot.usecases.approval.clearance_views import deadline_of
from bot.usecases.desk import Desk
from bot.usecases.made_public import deadline_of as publication_deadline
from bot.usecases.made_public import standings
from bot.usecases.routes import meeting_of
from storage import appointments, approval, duties, external, referrals

_OF_ANSWER = frozenset({ApprovalNotice.MISSING, ApprovalNotice.OVERDUE})
_OF_CLEARANCE = frozenset({ApprovalNotice.CLEARANCE_OWN, ApprovalNotice.CLEARANCE_MISSING})
_OF_MINUTES = frozenset({MinutesNotice.DUE, MinutesNotice.OVERDUE})
_OF_DUTY = frozenset({DutyNotice.DUE, DutyNotice.OVERDUE, DutyNotice.LATE, DutyNotice.GRANT})
_OF_EXTERNAL = frozenset({ExternalNotice.MISSING, ExternalNotice.BRIEF_DUE})
_OF_CALL = frozenset({AppointmentNotice.OWN, AppointmentNotice.MISSING})


async def falls_due(desk: Desk, notice: Notice) -> datetime | None:
    """The first moment that is too late, or when a meeting ahead that it is about begins; None where neither is."""
    meeting = desk.forum.meeting(meeting_of(notice) or "")
    begins = [meeting.starts] if meeting is not None and desk.now < meeting.starts else []
    owed = await _owed_by(desk, notice, notice_kind(notice.kind), meeting)
    return min([*begins, *([] if owed is None else [owed])], default=None)


async def _owed_by(desk: Desk, notice: Notice, kind: AnyNotice, meeting: Meeting | None) -> datetime | None:
    if meeting is not None and (kind in _OF_ANSWER or kind in _OF_CLEARANCE):
        return await _answer(desk, kind, meeting)
    if meeting is not None and kind is ApprovalNotice.DRAFT_DUE:
        return _end(desk, desk.timetable(meeting).draft)
    if meeting is not None and kind in _OF_MINUTES:
        return _end(desk, desk.timetable(meeting).minutes)
    if meeting is not None and isinstance(kind, PublicationNotice):
        return await _published(desk, notice, meeting)
    if kind is YearNotice.REPORT_DUE:
        return _after(desk, date.fromisoformat(str(notice.subject["by"])))
    day = await _numbered(desk, notice, kind)
    return None if day is None else _after(desk, day)


async def _answer(desk: Desk, kind: AnyNotice, meeting: Meeting) -> datetime | None:
    current = await approval.newest(desk.conn, desk.forum.id, meeting.id)
    if current is None:
        return None
    return deadline_of(desk, meeting, current)[0] if kind in _OF_CLEARANCE else current.deadline


async def _published(desk: Desk, notice: Notice, meeting: Meeting) -> datetime | None:
    papers = [each.document for each in await standings(desk, meeting)]
    meant = next((each for each in papers if each.paper.value == notice.subject.get("paper")), None)
    return None if meant is None else _end(desk, publication_deadline(desk, meeting, meant))


async def _numbered(desk: Desk, notice: Notice, kind: AnyNotice) -> date | None:
    """The day of what is numbered per forum and year; of another body's meeting the day before it is the last."""
    if not {"number", "year"} <= notice.subject.keys():
        return None
    where = desk.conn, desk.forum.id, int(str(notice.subject["number"])), int(str(notice.subject["year"]))
    if kind in _OF_DUTY:
        duty = await duties.by_number(*where)
        return None if duty is None else duty.details.due
    if kind in _OF_EXTERNAL:
        other = await external.by_number(*where)
        return None if other is None else other.day - timedelta(days=1)
    if kind in _OF_CALL:
        seat = await appointments.by_number(*where)
        return seat.details.call.until if seat is not None and seat.details.call is not None else None
    if kind is ReferralNotice.DUE:
        case = await referrals.by_number(*where)
        return None if case is None else case.wanted
    return None


def _end(desk: Desk, deadline: Deadline | None) -> datetime | None:
    return None if deadline is None else ends(deadline, desk.forum.timezone)


def _after(desk: Desk, day: date) -> datetime:
    """The first moment after that local day."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=desk.forum.timezone)
