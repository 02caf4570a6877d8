"""Proposals whose meeting is cancelled wait for the next one, and their proposers hear of it."""

from bot.domain.agenda import rules as drafting
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.state import ProposalStatus
from bot.domain.proposals.triage import is_open, left_over, taken_up
from bot.usecases.agenda.views import open_meetings
from bot.usecases.desk import WritingDesk
from bot.usecases.proposals.telling import settle
from cards.kit.words import medium_date, say
from storage import agenda as agendas
from storage import proposals


async def put_off(desk: WritingDesk, actor: str | None, gone: Meeting) -> int:
    """Let every proposal for the cancelled meeting that is not decided for good wait; how many there are.

    Its agenda stays as it was, should the meeting be held after all.
    """
    waiting = [each for each in await proposals.for_meeting(desk.conn, desk.forum.id, gone.id) if is_open(each.status)]
    meetings = await open_meetings(desk) if waiting else ()
    to = meetings[0].id if meetings else None
    words = say("proposal.left_over", moede_dato=medium_date(gone.day))
    for each in waiting:
        await settle(desk, actor, left_over(each, to, words), "proposal.postponed")
    return len(waiting)


async def take_up(desk: WritingDesk, actor: str | None, meeting: Meeting) -> None:
    """Let what stands on the agenda of a meeting that is held after all come back; what went elsewhere leaves it."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if agenda is None:
        return
    draft = agenda
    for number in [item.proposal for item in agenda.items if item.proposal is not None]:
        found = await proposals.by_id(desk.conn, desk.forum.id, number)
        if found is not None and found.status is ProposalStatus.POSTPONED and found.postponed_from == meeting.id:
            await settle(desk, actor, taken_up(found, meeting.id), "proposal.accepted")
        elif agenda.sent_version is None:
            draft = drafting.exclude(draft, number)
    if draft != agenda:
        await agendas.put(desk.conn, draft)
