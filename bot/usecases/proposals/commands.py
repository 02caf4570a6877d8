"""Proposing an item: the form, the proposal that it becomes once, and the list of one's own."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.rules import PROPOSERS, content_of, on_behalf_of, receive
from bot.domain.proposals.state import Proposal
from bot.usecases.agenda.views import open_meetings
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals.views import offer, view_of
from bot.usecases.telling import tell_received
from cards.kit.elements import Card
from cards.proposals import cards
from cards.proposals.form import form
from storage import proposals

_LONGEST_FORM_ID = 64


async def propose(desk: WritingDesk, actor: str, action: Propose) -> Card:
    """Receive the proposal and post it in the channel; the same form sent again is answered again."""
    desk.require(actor, *PROPOSERS)
    known = await _sent_before(desk, actor, action)
    if known is not None:
        return cards.received(view_of(desk, known))
    proposal = await _receive(desk, actor, action)
    stored = await proposals.add(desk.conn, proposal, action.form)
    facts = {name: getattr(stored, name) for name in ("number", "year", "meeting", "on_behalf_of", "by_right")}
    await desk.log(actor, "proposal.received", **facts, after_deadline=stored.after_deadline)
    await tell_received(desk, stored)
    return cards.received(view_of(desk, stored))


async def as_refused(desk: Desk, actor: str, action: Propose) -> Card | None:
    """The form with all that was typed; what should be closed is not repeated where others may look on."""
    if not desk.has_role(actor, *PROPOSERS):
        return None
    is_used = not _is_form_id(action.form) or await proposals.by_form(desk.conn, desk.forum.id, action.form) is not None
    typed = replace(action, forum=desk.forum.id, form=uuid4().hex if is_used else action.form)
    is_hidden = desk.is_public and action.is_closed
    if is_hidden:
        typed = Propose(form=typed.form, forum=typed.forum, is_closed=True)
    return form(typed, await offer(desk, actor), is_emptied=is_hidden)


async def _sent_before(desk: Desk, actor: str, action: Propose) -> Proposal | None:
    """What the form has already become; Refusal where it was somebody else's or says something else by now."""
    if not _is_form_id(action.form):
        raise Refusal("bad_card")
    known = await proposals.by_form(desk.conn, desk.forum.id, action.form)
    if known is None:
        return None
    if known.proposer != actor:
        raise Refusal("bad_card")
    if content_of(action, desk.forum.charter) != known.content:
        raise Refusal("already_sent")
    return known


async def _receive(desk: Desk, actor: str, action: Propose) -> Proposal:
    content = content_of(action, desk.forum.charter)
    behalf = on_behalf_of(desk.forum, actor, action.on_behalf_of, desk.today)
    meeting = await _wanted_meeting(desk, action.meeting)
    return receive(
        desk.forum,
        number=await proposals.next_number(desk.conn, desk.forum.id, desk.now.year),
        proposer=actor,
        behalf=behalf,
        content=content,
        meeting=meeting,
        deadline=None if meeting is None else desk.timetable(meeting).proposals,
        now=desk.now,
    )


async def _wanted_meeting(desk: Desk, wanted: str) -> Meeting | None:
    """The meeting that was chosen, by default the next that takes items; None where there is none to choose."""
    meetings = await open_meetings(desk)
    if not wanted:
        return meetings[0] if meetings else None
    found = next((meeting for meeting in meetings if meeting.id == wanted), None)
    if found is None:
        raise Refusal("bad_card" if desk.forum.meeting(wanted) is None else "meeting_closed", field="meeting")
    return found


def _is_form_id(form_id: str) -> bool:
    return 0 < len(form_id) <= _LONGEST_FORM_ID and form_id.isascii() and form_id.isprintable()
