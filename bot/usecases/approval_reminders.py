"""Reminders about answers that are missing: planned with the request, taken back when they have become needless."""

from datetime import date, datetime, timedelta

from bot.domain.approval import ApprovalRound, Mode, Standpoint
from bot.domain.approving import missing
from bot.domain.meeting import Meeting
from bot.domain.notice import NoticeKind
from bot.usecases.desk import Desk
from cards.words import say
from storage import notices

_KINDS = (NoticeKind.APPROVAL_MISSING, NoticeKind.APPROVAL_OVERDUE)


async def plan(desk: Desk, meeting: Meeting, current: ApprovalRound) -> None:
    """Remind those who have not answered the working day before the deadline, and the channel the working day after it.

    Being consulted obliges nobody to answer, so then there are none.
    """
    if current.mode is not Mode.APPROVE or current.standpoint is not Standpoint.OPEN or current.deadline is None:
        return
    last = last_day(current.deadline, desk)
    before = desk.calendar.opens(desk.calendar.working_day_before(last), desk.forum.timezone)
    for person in missing(current) if before > desk.now else ():
        await _remind(desk, NoticeKind.APPROVAL_MISSING, current, at=before, recipient=person)
    after = desk.calendar.opens(desk.calendar.working_day_after(last), desk.forum.timezone)
    if after < meeting.starts:
        await _remind(desk, NoticeKind.APPROVAL_OVERDUE, current, at=after)


async def answered(desk: Desk, meeting: Meeting, current: ApprovalRound, person: str) -> None:
    """Take back what the person's answer has made needless."""
    if current.standpoint is not Standpoint.OPEN:
        await forget(desk, meeting, say("approval.reason.ended"))
        return
    await notices.cancel(
        desk.conn,
        desk.forum.id,
        meeting.id,
        NoticeKind.APPROVAL_MISSING,
        reason=say("approval.reason.answered"),
        recipient=person,
    )


async def forget(desk: Desk, meeting: Meeting, reason: str) -> None:
    """Take back every reminder about the meeting's approval."""
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, *_KINDS, reason=reason)


def last_day(deadline: datetime, desk: Desk) -> date:
    """The local day on which one can still answer; a deadline at midnight belongs to the day before."""
    return (deadline.astimezone(desk.forum.timezone) - timedelta(microseconds=1)).date()


async def _remind(
    desk: Desk, kind: NoticeKind, current: ApprovalRound, *, at: datetime, recipient: str | None = None
) -> None:
    about = {"meeting": current.meeting, "recipient": recipient}
    await desk.remind(kind, current.number, at=at, round=current.number, **about)
