"""What a notice says at the moment it leaves: rendered from fresh state, or found to be out of date."""

from typing import Any, assert_never, cast

from bot.domain.notice import Notice, NoticeKind, Stale
from bot.usecases import approval_notices, minutes_notices, proposal_notices, reminders, sending, welcome
from bot.usecases.desk import Desk
from cards.elements import Card


async def render(desk: Desk, notice: Notice) -> Card | Stale:  # noqa: C901 - one case a kind
    """The card for the place the desk stands in (a channel or a personal chat), or why it is no longer of use."""
    match notice.kind:
        case NoticeKind.WELCOME:
            return welcome.card_of(desk)
        case NoticeKind.REPLY:
            return Card(cast(dict[str, Any], notice.subject["card"]), str(notice.subject["summary"]))
        case NoticeKind.PROPOSAL:
            return await proposal_notices.proposal(desk, notice)
        case NoticeKind.PROPOSAL_OUTCOME:
            return await proposal_notices.outcome(desk, notice)
        case NoticeKind.PROPOSAL_DEADLINE:
            return await reminders.proposal_deadline(desk, notice)
        case NoticeKind.APPROVAL:
            return await approval_notices.approval(desk, notice)
        case NoticeKind.APPROVAL_MISSING:
            return await approval_notices.missing(desk, notice)
        case NoticeKind.APPROVAL_OVERDUE:
            return await approval_notices.overdue(desk, notice)
        case NoticeKind.AGENDA_SENT:
            return await sending.agenda_sent(desk, notice)
        case NoticeKind.AGENDA_OVERDUE:
            return await sending.agenda_overdue(desk, notice)
        case NoticeKind.MEETING:
            return await reminders.meeting(desk, notice)
        case NoticeKind.MINUTES_DUE:
            return await minutes_notices.due(desk, notice)
        case NoticeKind.MINUTES_OVERDUE:
            return await minutes_notices.overdue(desk, notice)
        case NoticeKind.MINUTES:
            return await minutes_notices.minutes(desk, notice)
        case NoticeKind.MINUTES_ADDITION:
            return await minutes_notices.addition(desk, notice)
        case _:
            assert_never(notice.kind)
