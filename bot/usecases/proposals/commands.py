"""Proposing an item: the form, the proposal that it becomes once, and the list of one's own."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.asked import asked_of_funds
from bot.domain.proposals.proposers import may_propose, require_proposer
from bot.domain.proposals.rules import content_of, is_ready, on_behalf_of, receive, require_basis
from bot.domain.proposals.state import Content, Proposal
from bot.usecases.agenda.views import open_meetings
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.proposals.views import offer, view_of
from bot.usecases.telling import tell_received
from cards.kit.answers import IN_HAND
from cards.kit.elements import Card
from cards.proposals import cards
from cards.proposals.form import form
from storage import proposals

_LONGEST_FORM_ID = 64


async def propose(desk: WritingDesk, actor: str, action: Propose) -> Card:
    """Receive the proposal and post it in the channel; the same form sent again is answered again."""
    require_proposer(desk.forum, actor, desk.today)
    known = await _sent_before(desk, actor, action)
    if known is not None:
        return _received(desk, known)
    proposal = await _receive(desk, actor, action)
    stored = await proposals.add(desk.conn, proposal, action.form)
    facts = {name: getattr(stored, name) for name in ("number", "year", "meeting", "on_behalf_of", "by_right")}
    await desk.log(actor, "proposal.received", **facts, after_deadline=stored.after_deadline)
    await tell_received(desk, stored)
    return _received(desk, stored)


async def as_refused(desk: Desk, actor: str, action: Propose) -> Card | None:
    """The form with all that was typed; what does not fit on a card, or would be read by others, stays in the form."""
    if not may_propose(desk.forum, actor, desk.today):
        return None
    if desk.is_public and action.is_closed:
        return IN_HAND
    is_used = not _is_form_id(action.form) or await proposals.by_form(desk.conn, desk.forum.id, action.form) is not None
    typed = replace(action, forum=desk.forum.id, form=uuid4().hex if is_used else action.form)
    return typed_on(desk, form(typed, await offer(desk, actor)))


def _received(desk: Desk, proposal: Proposal) -> Card:
    """Of a closed one that was written before others, also where its content is to be written."""
    return cards.received(view_of(desk, proposal), lacks_content=not is_ready(proposal.content))


async def _sent_before(desk: Desk, actor: str, action: Propose) -> Proposal | None:
    """What the form has already become; Refusal where it was somebody else's or says something else by now."""
    if not _is_form_id(action.form):
        raise Refusal("bad_card")
    known = await proposals.by_form(desk.conn, desk.forum.id, action.form)
    if known is None:
        return None
    if known.proposer != actor:
        raise Refusal("bad_card")
    if _content(desk, action) != known.content:
        raise Refusal("already_sent")
    return known


async def _receive(desk: Desk, actor: str, action: Propose) -> Proposal:
    content = _content(desk, action)
    require_basis(desk.forum, actor, content.basis, desk.today)
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


def _content(desk: Desk, action: Propose) -> Content:
    funds = asked_of_funds(desk.forum)
    return content_of(action, desk.forum.charter, may_wait=desk.is_public, funds=funds)


async def _wanted_meeting(desk: Desk, wanted: str) -> Meeting | None:
    """The meeting that was chosen, by default the next that takes items; None where there is none to choose."""
    meetings = await open_meetings(desk)
    if not wanted:
        return meetings[0] if meetings else None
    found = next((meeting for meeting in meetings if meeting.id == wanted), None)
    if found is None and desk.forum.cancelled_meeting(wanted) is not None:
        raise not_held(desk.forum, wanted, desk.next_meeting(), field="meeting")
    if found is None:
        raise Refusal("bad_card" if desk.forum.meeting(wanted) is None else "meeting_closed", field="meeting")
    return found


def _is_form_id(form_id: str) -> bool:
    return 0 < len(form_id) <= _LONGEST_FORM_ID and form_id.isascii() and form_id.isprintable()
