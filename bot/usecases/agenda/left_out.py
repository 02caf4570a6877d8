"""What was meant for a meeting and is not on a version of its agenda, as somebody may see it here."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.agenda import left_out as rules
from bot.domain.agenda.left_out import LeftOut, Why
from bot.domain.agenda.state import Agenda, AgendaVersion
from bot.domain.kernel.meeting import Meeting
from bot.usecases.desk import Desk
from bot.usecases.rights import sees_closed
from cards.proposals.closed import public
from storage import proposals

_PUT_OFF = (Why.POSTPONED, Why.DECLINED)


async def left_out(
    desk: Desk, person: str | None, meeting: Meeting, agenda: Agenda, version: AgendaVersion
) -> tuple[LeftOut, ...]:
    """All that is not on the version, what is closed under its neutral title."""
    meant = await proposals.ever_for_meeting(desk.conn, desk.forum.id, meeting.id)
    return tuple(_seen(desk, person, meeting, rules.left_out(agenda, version, meant)))


def _seen(desk: Desk, person: str | None, meeting: Meeting, found: tuple[LeftOut, ...]) -> Iterator[LeftOut]:
    sees_all = sees_closed(desk, person, meeting)
    for each in found:
        is_own = each.proposal is not None and each.proposal.proposer == person and not desk.is_public
        seen = each if sees_all or is_own else replace(each, content=public(each.content))
        yield _ruled(desk, seen, says_why=seen.content == each.content)


def _ruled(desk: Desk, each: LeftOut, *, says_why: bool) -> LeftOut:
    """With the meeting leader who let it wait, and why where that may be read."""
    ruling = None if each.proposal is None else each.proposal.dialogue.ruling
    if each.proposal is None or ruling is None or ruling.stays or each.why not in _PUT_OFF:
        return each
    return replace(each, ruled_by=desk.name_of(ruling.by), words=each.proposal.words if says_why else "")
