"""Who is asked about a supplement and where that stands: as the forum is now, so that nothing of it need be mended."""

from dataclasses import replace
from datetime import datetime

from bot.domain.approval import rules as approving
from bot.domain.approval.dispatch import is_heard
from bot.domain.approval.rules import APPROVED
from bot.domain.approval.seats import seats_of
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.forum.accounts import accounts
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.needed import rule_of
from bot.domain.supplements import rules
from bot.domain.supplements.state import Supplement
from bot.usecases.approval.standing_in import with_stand_ins
from bot.usecases.desk import Desk


def asked(desk: Desk, meeting: Meeting) -> tuple[Mode, tuple[str, ...]]:
    """How a supplement is approved here, and by whom."""
    return settings.approval_mode(desk.forum), settings.approvers_on(desk.forum, meeting, desk.today)


def deadline_of(desk: Desk, meeting: Meeting, asked_at: datetime) -> datetime:
    """Until when what was asked then can be answered."""
    return rules.deadline(asked_at.astimezone(desk.forum.timezone), meeting.starts, desk.calendar)


def round_of(desk: Desk, meeting: Meeting, this: Supplement) -> ApprovalRound | None:
    """The round that asks about it; None while nobody is asked, or where nobody approves agendas."""
    mode, approvers = asked(desk, meeting)
    if this.asked is None or this.asked_at is None or mode is Mode.NONE:
        return None
    current = ApprovalRound(
        number=this.number,
        forum=this.forum,
        meeting=this.meeting,
        mode=mode,
        approvers=approvers,
        first_version=this.asked,
        version=this.asked,
        opened_at=this.asked_at,
        deadline=deadline_of(desk, meeting, this.asked_at),
        responses=rules.given(this),
        standpoint=Standpoint.SENT_UNAPPROVED if this.is_unapproved else Standpoint.OPEN,
        accounts={person: accounts(desk.forum, person) for person in approvers},
        rule=rule_of(desk.forum, approvers, desk.today),
    )
    return approving.judged(with_stand_ins(desk, meeting, current))


def may_leave(desk: Desk, meeting: Meeting, this: Supplement) -> bool:
    """Whether nothing keeps it back: nobody is asked here, all have approved, or it goes without."""
    current = round_of(desk, meeting, this)
    if settings.approval_mode(desk.forum) is Mode.NONE:
        return bool(this.items)
    if current is None:
        return False
    if current.mode is Mode.CONSULT:
        return current.standpoint is not Standpoint.RETURNED and is_heard(current.mode, current, desk.now)
    return current.standpoint in APPROVED or current.standpoint is Standpoint.SENT_UNAPPROVED


def may_leave_unapproved(desk: Desk, current: ApprovalRound | None) -> bool:
    """Whether the secretariat may send it without the answers that are missing, as it may the agenda itself."""
    if current is None or current.mode is not Mode.APPROVE or current.standpoint is not Standpoint.OPEN:
        return False
    is_over = current.deadline is not None and desk.now >= current.deadline
    return is_over and settings.if_unanswered(desk.forum) == "secretariat_may_send"


def with_round(this: Supplement, current: ApprovalRound) -> Supplement:
    """The supplement with the answers of its round; a choice to send without them does not outlive a new answer."""
    stands = current.standpoint is Standpoint.SENT_UNAPPROVED
    return replace(rules.with_answers(this, current), is_unapproved=this.is_unapproved and stands)


def is_asked(current: ApprovalRound, person: str) -> bool:
    """Whether the round asks that person, for themselves or in somebody's place."""
    return bool(seats_of(current, person))
