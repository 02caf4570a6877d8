"""Reminders about answers that are missing: planned with the request, taken back when they have become needless."""

from datetime import date, datetime, timedelta

from bot.domain.approval import rules as approving
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.seats import answerer, owes
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.approval.telling import News, news
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import draft_reminder, ends
from bot.domain.kernel.escalation import Party, course
from bot.domain.kernel.meeting import Meeting
from bot.domain.notices import AnyNotice
from bot.usecases.agenda.views import is_sent
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.words import say
from storage import approval as approvals
from storage.outbox import notices

_NEWS = {News.ANSWER: ApprovalNotice.ANSWER, News.COMPLETE: ApprovalNotice.COMPLETE}
_KINDS = (ApprovalNotice.MISSING, ApprovalNotice.OVERDUE)
_MOST = 4  # reminders to one approver after the deadline; the meeting mostly comes before
_SETTLED = (*_KINDS, ApprovalNotice.COMPLETE, ApprovalNotice.AGENDA_OVERDUE)


async def plan(desk: WritingDesk, meeting: Meeting, current: ApprovalRound) -> None:
    """Remind those who have not answered before the deadline; once it has passed the secretariat hears, then they.

    Being consulted obliges nobody to answer, so then there are none.
    """
    reason = say("approval.reason.circulated")
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, ApprovalNotice.DRAFT_DUE, reason=reason)
    if current.mode is not Mode.APPROVE or current.standpoint is not Standpoint.OPEN or current.deadline is None:
        return
    last = last_day(current.deadline, desk)
    owing = dict.fromkeys(answerer(current, each) for each in approving.missing(current))
    asked = current.opened_at.astimezone(desk.forum.timezone).date()
    for step in course(last, desk.calendar, asked=asked, most=_MOST):
        at = desk.calendar.opens(step.day, desk.forum.timezone)
        if at >= meeting.starts:
            return
        if step.to is Party.SERVING:
            await desk.remind_secretariat(
                ApprovalNotice.OVERDUE, current.number, at=at, meeting=current.meeting, round=current.number
            )
        else:
            for person in owing if at > desk.now else ():
                await _remind(desk, ApprovalNotice.MISSING, current, at=at, recipient=person)


async def plan_draft(desk: WritingDesk, meeting: Meeting) -> None:
    """Remind the secretariat that the draft is due to those who approve it or are consulted."""
    draft = desk.timetable(meeting).draft
    if draft is None or settings.approval_mode(desk.forum) is Mode.NONE or desk.now >= ends(draft, desk.forum.timezone):
        return
    if not await is_circulated(desk, meeting):
        at = desk.calendar.opens(draft_reminder(draft, desk.calendar), desk.forum.timezone)
        await desk.remind_secretariat(ApprovalNotice.DRAFT_DUE, at=at, meeting=meeting.id)


async def is_circulated(desk: Desk, meeting: Meeting) -> bool:
    """Whether the agenda has gone where a draft is due to go, or has left altogether."""
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    goes_on = current is not None and current.standpoint not in approving.ENDED
    return goes_on or await is_sent(desk, meeting.id)


async def answered(desk: WritingDesk, meeting: Meeting, before: ApprovalRound, current: ApprovalRound) -> None:
    """Take back what an answer has made needless, or plan anew what they must hear who are waited for again."""
    if current.standpoint is not Standpoint.OPEN and before.standpoint is Standpoint.OPEN:
        await forget(desk, meeting, say("approval.reason.ended"))
        return
    was, needed = approving.missing(before), approving.missing(current)
    if any(each not in was for each in needed):
        await plan(desk, meeting, current)
    for asked in dict.fromkeys(answerer(current, each) for each in was if each not in needed):
        if not owes(current, asked):
            await notices.cancel(
                desk.conn,
                desk.forum.id,
                meeting.id,
                ApprovalNotice.MISSING,
                reason=say("approval.reason.answered"),
                recipient=asked,
            )
    await _redraw(desk, meeting.id, *_SETTLED)


async def forget(desk: WritingDesk, meeting: Meeting, reason: str) -> None:
    """Take back every reminder about the meeting's approval; those that stand already say what became of it."""
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, *_KINDS, reason=reason)
    await _redraw(desk, meeting.id, *_SETTLED)


async def refresh(desk: WritingDesk, meeting: Meeting) -> None:
    """Let the requests, reminders and news that stand already speak of the newest version."""
    await _redraw(desk, meeting.id, ApprovalNotice.REQUEST, *_SETTLED)


def last_day(deadline: datetime, desk: Desk) -> date:
    """The local day on which one can still answer; a deadline at midnight belongs to the day before."""
    return (deadline.astimezone(desk.forum.timezone) - timedelta(microseconds=1)).date()


async def replan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan the reminders of missing answers anew."""
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if current is None or current.standpoint in approving.ENDED or await is_sent(desk, meeting.id):
        return
    await plan(desk, meeting, current)


async def tell(desk: WritingDesk, current: ApprovalRound) -> None:
    """The shared request says how things stand by now; each version has a message of its own."""
    number, version = current.number, current.version
    about = (ApprovalNotice.REQUEST, number, version)
    await desk.tell(*about, meeting=current.meeting, round=number, version=version)


async def tell_secretariat(desk: WritingDesk, before: ApprovalRound, after: ApprovalRound) -> None:
    """Whoever serves hears of the answer that was just given where it asks something of them, but for their own."""
    given, place = after.responses[-1], len(after.responses) - 1
    told = news(before, after)
    replaced = max((at for at, each in enumerate(before.responses) if each.person == given.person), default=None)
    for person in settings.secretariat(desk.forum, desk.today):
        if person == given.giver:
            continue
        since = None if replaced is None else await _withdraw(desk, after, replaced, person)
        if told is not None:
            about = (_NEWS[told], after.number, place)
            meeting, number, soon = after.meeting, after.number, desk.soon()
            first = min(since or soon, soon)
            await desk.tell(*about, meeting=meeting, recipient=person, first=first, round=number, place=place)


async def _withdraw(desk: WritingDesk, current: ApprovalRound, place: int, person: str) -> datetime | None:
    """An answer that was changed within a second is one message with the new one, which leaves when it would have."""
    key = desk.key_of(ApprovalNotice.ANSWER, (current.number, place), current.meeting, person)
    reason = say("approval.reason.changed")
    return await notices.withdraw(desk.conn, key, at=desk.now, soon=desk.soon(), reason=reason)


async def _redraw(desk: WritingDesk, meeting: str, *kinds: ApprovalNotice) -> None:
    """Change what stands already, together with whatever else is changed now."""
    await notices.redraw(desk.conn, desk.forum.id, meeting, *kinds, soon=desk.soon())


async def _remind(desk: WritingDesk, kind: AnyNotice, current: ApprovalRound, *, at: datetime, recipient: str) -> None:
    await desk.remind(kind, current.number, at=at, meeting=current.meeting, recipient=recipient, round=current.number)
