"""A case that was sent on as somebody may see it here: what is closed shows where it was, and no more."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.referrals.state import Referral
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat, sees_closed
from cards.kit.words import medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE
from cards.referrals.view import ReferralView
from storage import agenda as agendas
from storage import proposals


async def view_of(desk: Desk, actor: str | None, referral: Referral) -> ReferralView:
    """All of it that the person may see here (None: that anybody may)."""
    details, meeting = referral.details, desk.forum.meeting(referral.meeting or "")
    is_hidden = details.is_closed and not await _sees(desk, actor, referral, meeting)
    found = None if referral.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, referral.proposal)
    place = None if meeting is None else await _position(desk, meeting, referral)
    return ReferralView(
        forum=referral.forum,
        forum_name=desk.forum.name,
        year=referral.year,
        number=referral.number,
        title=NEUTRAL_TITLE if is_hidden else details.title,
        to=details.body_name,
        status=referral.status,
        sent_on=details.sent_on,
        question="" if is_hidden else details.question,
        level=details.level,
        basis=details.basis,
        wanted=referral.wanted,
        is_late=referral.is_open and referral.wanted is not None and referral.wanted < desk.today,
        is_letter=referral.is_letter,
        is_hidden=is_hidden,
        may_act=is_secretariat(desk, actor),
        origin=_origin(None if found is None else (found.number, found.year), meeting, place),
        before=details.before,
        back=details.back,
        proposal=None if found is None else (found.number, found.year),
        item=None if meeting is None or place is None else (meeting.id, place),
    )


async def _sees(desk: Desk, actor: str | None, referral: Referral, meeting: Meeting | None) -> bool:
    if desk.is_public or actor is None:
        return False
    if is_secretariat(desk, actor):
        return True
    found = None if referral.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, referral.proposal)
    is_own = found is not None and found.proposer == actor
    return is_own or (meeting is not None and sees_closed(desk, actor, meeting))


async def _position(desk: Desk, meeting: Meeting, referral: Referral) -> int | None:
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if agenda is None:
        return None
    items = agenda.current
    return next((place for place, item in enumerate(items, start=1) if item.id == referral.item), None)


def _origin(proposal: tuple[int, int] | None, meeting: Meeting | None, place: int | None) -> str:
    if proposal is not None:
        return say("referral.origin.proposal", nr=proposal[0], aar=proposal[1])
    if meeting is None or place is None:
        return ""
    return say("referral.origin.item", punkt=place, moede_dato=medium_date(meeting.day))
