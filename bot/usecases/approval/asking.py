"""Who hears of clearance in one's own organisation, and when: asked once, reminded while silent, told of what matters.

Whatever changes about the agenda, its round or the forum is followed here; nothing of it keeps anything back.
"""

from collections.abc import Iterable, Sequence

from bot.domain.agenda.state import Agenda
from bot.domain.approval.clearance import (
    Clearance,
    Clearing,
    asked_organisations,
    entitled,
    is_news,
    reopened,
    standing,
    times_reopened,
)
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.rules import APPROVED
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation
from bot.usecases.approval.clearance_views import deadline_of, is_over
from bot.usecases.approval.reminders import last_day
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.words import say
from storage import approval as approvals
from storage import clearance as clearances
from storage.outbox import notices

_STANDING = (ApprovalNotice.CLEARANCE, ApprovalNotice.CLEARANCE_OWN, ApprovalNotice.CLEARANCE_MISSING)


async def follow(desk: WritingDesk, meeting: Meeting, current: ApprovalRound) -> None:
    """Ask those who were not asked yet, remind the silent ones, and let what stands say how it is by now."""
    await _forget(desk, meeting, say("approval.reason.mended"))
    await redraw(desk, meeting)
    asked = asked_organisations(desk.forum, current)
    if not asked or await is_over(desk, meeting):
        return
    given = await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)
    for each in asked:
        if each.id not in standing(given):
            await _ask(desk, meeting, current, each, times_reopened(given, each.id))
    await _remind(desk, meeting, current, asked, given)


async def replan(desk: WritingDesk, meeting: Meeting) -> None:
    """The same where what was planned is planned anew."""
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if current is not None:
        await follow(desk, meeting, current)


async def reopen(desk: WritingDesk, actor: str, meeting: Meeting, agenda: Agenda) -> None:
    """Ask anew those whose answer was to something else in substance; the answers of others stand."""
    given = await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)
    for number, each in enumerate(reopened(given, agenda, by=actor, at=desk.now), start=len(given) + 1):
        await clearances.add(desk.conn, desk.forum.id, meeting.id, number, each)
        await desk.log(
            actor,
            "agenda.clearance_reopened",
            meeting=meeting.id,
            organisation=each.organisation,
            version=each.version,
        )


async def answered(
    desk: WritingDesk, meeting: Meeting, current: ApprovalRound, before: Sequence[Clearance], kept: Clearance
) -> None:
    """The reminders of who is no longer silent are dropped, the cards redrawn, and it is told to whom it matters."""
    given = (*before, kept)
    if kept.organisation not in standing(before):
        asked = asked_organisations(desk.forum, current)
        await _forget(desk, meeting, say("clearance.reason.answered"))
        await _remind(desk, meeting, current, asked, given)
    await redraw(desk, meeting)
    await desk.tell_again(ApprovalNotice.REQUEST, current.number, current.version, meeting=meeting.id)
    if is_news(standing(before).get(kept.organisation), kept):
        await _tell(desk, meeting, current, kept, len(given))


async def close(desk: WritingDesk, meeting: Meeting) -> None:
    """The agenda has left: nobody is reminded any more, and what stands says so."""
    await _forget(desk, meeting, say("stale.sent"))
    await redraw(desk, meeting)


async def redraw(desk: WritingDesk, meeting: Meeting) -> None:
    """Let every message about it that stands already say how things are by now."""
    await notices.redraw(desk.conn, desk.forum.id, meeting.id, *_STANDING, soon=desk.soon())


def answering(desk: Desk, organisation: Organisation) -> tuple[str, ...]:
    """Who is asked in person: those who answer for it, else whoever serves the forum."""
    return entitled(desk.forum, organisation, desk.today) or settings.secretariat(desk.forum, desk.today)


async def _ask(desk: WritingDesk, meeting: Meeting, current: ApprovalRound, each: Organisation, times: int) -> None:
    """One card for the organisation in the channel, and the same in the chats of those who answer for it."""
    about = (ApprovalNotice.CLEARANCE, each.id, times)
    await desk.tell(*about, meeting=meeting.id, organisation=each.id, times=times)
    people, kind = answering(desk, each), ApprovalNotice.CLEARANCE_OWN
    await desk.tell_each(people, kind, each.id, times, meeting=meeting.id, organisation=each.id, times=times)


async def _remind(
    desk: WritingDesk,
    meeting: Meeting,
    current: ApprovalRound,
    asked: Iterable[Organisation],
    given: Sequence[Clearance],
) -> None:
    """Those who answer for a silent organisation are reminded the working day before its deadline."""
    until, _ = deadline_of(desk, meeting, current)
    last = last_day(until, desk)
    before = desk.calendar.opens(desk.calendar.working_day_before(last), desk.forum.timezone)
    if before <= desk.now:
        return
    for each in asked:
        if each.id in standing(given):
            continue
        times, mine = times_reopened(given, each.id), each.id
        about = (ApprovalNotice.CLEARANCE_MISSING, mine, times)
        for person in answering(desk, each):
            await desk.remind(*about, at=before, meeting=meeting.id, recipient=person, organisation=mine, times=times)


async def _tell(desk: WritingDesk, meeting: Meeting, current: ApprovalRound, kept: Clearance, number: int) -> None:
    """The secretariat hears what was answered; after the chairs approved they hear that it was not cleared."""
    is_passed = current.standpoint in APPROVED or current.standpoint is Standpoint.SENT_UNAPPROVED
    is_late = is_passed and kept.clearing is Clearing.NOT_CLEARED
    facts = {"organisation": kept.organisation, "number": number, "is_late": is_late}
    serving = settings.secretariat(desk.forum, desk.today)
    hearing = [each for each in serving if each != kept.person]
    await desk.tell_each(hearing, ApprovalNotice.CLEARANCE_ANSWER, number, meeting=meeting.id, **facts)
    if is_late:
        chairs = [each for each in current.approvers if each not in (*serving, kept.person)]
        await desk.tell_each(chairs, ApprovalNotice.CLEARANCE_LATE, number, meeting=meeting.id, **facts)


async def _forget(desk: WritingDesk, meeting: Meeting, reason: str) -> None:
    kind = ApprovalNotice.CLEARANCE_MISSING
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, kind, reason=reason)
