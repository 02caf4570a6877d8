"""What the notices about clearance in one's own organisation say as they leave, and in place of what stands already."""

from bot.domain.approval.clearance import asked_organisations, standing, times_reopened
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.people import Organisation
from bot.usecases.approval.asking import answering
from bot.usecases.approval.clearance_views import clearable, cleared_of, is_over
from bot.usecases.desk import Desk
from bot.usecases.routes import has_chat
from cards.approval import clearance as cards
from cards.approval.clearance import Clearable
from cards.kit.elements import Card, Mention
from cards.kit.words import say
from storage import approval as approvals
from storage import clearance as clearances


async def render(desk: Desk, notice: Notice) -> Card | Stale:
    """The organisation's card, its copy in a chat, the reminder, or the news of an answer."""
    meeting = desk.forum.meeting(notice.meeting or "")
    current = None if meeting is None else await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    organisation = desk.forum.organisation(str(notice.subject.get("organisation")))
    if meeting is None or current is None or organisation is None:
        return Stale(say("stale.no_meeting"))
    if notice.kind in (ApprovalNotice.CLEARANCE_ANSWER, ApprovalNotice.CLEARANCE_LATE):
        return await _news(desk, notice, meeting, current, organisation)
    if organisation not in asked_organisations(desk.forum, current):
        is_there = notice.activity is not None
        return cards.no_longer(organisation.name, meeting) if is_there else Stale(say("approval.reason.ended"))
    if await _has_its_card(desk, notice):
        return Stale(say("clearance.reason.in_channel"))
    return await _asking(desk, notice, meeting, current, organisation)


async def _asking(
    desk: Desk, notice: Notice, meeting: Meeting, current: ApprovalRound, organisation: Organisation
) -> Card | Stale:
    given = await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)
    if notice.subject.get("times") != times_reopened(given, organisation.id):
        is_there = notice.activity is not None
        return cards.asked_anew(organisation.name, meeting) if is_there else Stale(say("approval.reason.superseded"))
    over = await is_over(desk, meeting)
    this = clearable(desk, meeting, current, organisation, given, is_over=over)
    is_answered = organisation.id in standing(given)
    if (over or is_answered) and notice.activity is None and notice.kind != ApprovalNotice.CLEARANCE:
        return Stale(say("clearance.reason.answered" if is_answered else "stale.sent"))
    if notice.kind == ApprovalNotice.CLEARANCE_MISSING and not (over or is_answered):
        return cards.reminder(this, mention=desk.called(notice))
    return cards.asked(this, mentions=await _called(desk, notice, this, organisation, is_answered=is_answered))


async def _news(
    desk: Desk, notice: Notice, meeting: Meeting, current: ApprovalRound, organisation: Organisation
) -> Card | Stale:
    """What was answered, if it still stands."""
    given = await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)
    number = notice.subject.get("number")
    latest = max((at for at, each in enumerate(given, 1) if each.organisation == organisation.id), default=0)
    found = next((each for each in await cleared_of(desk, current) if each.name == organisation.name), None)
    if found is None or number != latest:
        return Stale(say("approval.reason.changed"))
    is_late = bool(notice.subject.get("is_late"))
    return cards.news(meeting, current, found, is_late=is_late, mention=desk.called(notice))


async def _has_its_card(desk: Desk, notice: Notice) -> bool:
    """Whether it is the copy of somebody who has no chat: the organisation's own card calls them in the channel."""
    is_copy = notice.kind == ApprovalNotice.CLEARANCE_OWN and notice.recipient is not None
    return is_copy and desk.is_public and not await has_chat(desk, notice.recipient or "")


async def _called(
    desk: Desk, notice: Notice, this: Clearable, organisation: Organisation, *, is_answered: bool
) -> dict[str, Mention]:
    """Whom the card calls by name: on the shared one those who answer for it and have no chat of their own."""
    if not this.is_open or is_answered or not desk.is_public:
        return {}
    if notice.recipient is not None:
        people = [notice.recipient]
    else:
        people = [each for each in answering(desk, organisation) if not await has_chat(desk, each)]
    return {each: mention for each in people if (mention := desk.mention(each)) is not None}
