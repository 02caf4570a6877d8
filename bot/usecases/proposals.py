"""Proposing an item: the form, the proposal that it becomes once, and the list of one's own."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.actions import OpenProposalForm, Propose, ShowMyProposals
from bot.domain.deadlines import ends
from bot.domain.meeting import Meeting
from bot.domain.notice import NoticeKind
from bot.domain.proposal import Proposal
from bot.domain.proposing import OTHER_BASIS, PROPOSERS, content_of, on_behalf_of, parties, receive
from bot.domain.refusal import Refusal
from bot.usecases.coming import open_meetings
from bot.usecases.desk import Desk
from bot.usecases.proposal_views import view_of
from cards import proposal as cards
from cards.elements import Card
from cards.proposal_form import Offer, form
from cards.words import say
from storage import proposals

_LONGEST_FORM_ID = 64
_MOST_SHOWN = 20


async def open_form(desk: Desk, actor: str, action: OpenProposalForm) -> Card:
    """An empty form but for a title already typed."""
    desk.require(actor, *PROPOSERS)
    return form(Propose(form=uuid4().hex, forum=desk.forum.id, title=action.title), await _offer(desk, actor))


async def propose(desk: Desk, actor: str, action: Propose) -> Card:
    """Receive the proposal and post it in the channel; the same form sent again is answered again."""
    desk.require(actor, *PROPOSERS)
    known = await _sent_before(desk, actor, action)
    if known is not None:
        return cards.received(view_of(desk, known))
    proposal = await _receive(desk, actor, action)
    stored = await proposals.add(desk.conn, proposal, action.form)
    facts = {name: getattr(stored, name) for name in ("number", "year", "meeting", "on_behalf_of", "by_right")}
    await desk.log(actor, "proposal.received", **facts, after_deadline=stored.after_deadline)
    await desk.tell(NoticeKind.PROPOSAL, stored.id, proposal=stored.id)
    return cards.received(view_of(desk, stored))


async def show_mine(desk: Desk, actor: str, action: ShowMyProposals) -> Card:
    """The person's newest proposals."""
    newest = await proposals.of_proposer(desk.conn, desk.forum.id, actor, most=_MOST_SHOWN)
    return cards.mine(view_of(desk, each) for each in newest)


async def again(desk: Desk, actor: str, action: OpenProposalForm | Propose | ShowMyProposals) -> Card | None:
    """The form with all that was typed; what should be closed is not repeated where others may look on."""
    if not isinstance(action, Propose) or not desk.has_role(actor, *PROPOSERS):
        return None
    is_used = not _is_form_id(action.form) or await proposals.by_form(desk.conn, desk.forum.id, action.form) is not None
    typed = replace(action, forum=desk.forum.id, form=uuid4().hex if is_used else action.form)
    is_hidden = desk.is_public and action.is_closed
    if is_hidden:
        typed = Propose(form=typed.form, forum=typed.forum, is_closed=True)
    return form(typed, await _offer(desk, actor), is_emptied=is_hidden)


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
        raise Refusal("bad_card" if desk.forum.meeting(wanted) is None else "meeting_closed")
    return found


async def _offer(desk: Desk, actor: str) -> Offer:
    meetings = await open_meetings(desk)
    deadline = desk.timetable(meetings[0]).proposals if meetings else None
    return Offer(
        forum=desk.forum.name,
        parties=parties(desk.forum, actor, desk.today),
        bases=_bases(desk),
        meetings=meetings,
        deadline=deadline,
        is_late=deadline is not None and desk.now >= ends(deadline, desk.forum.timezone),
    )


def _bases(desk: Desk) -> dict[str, str]:
    charter = desk.forum.charter
    if not charter.bases.value:
        return {}
    named = {basis: charter.basis_names.get(basis, basis) for basis in charter.bases.value}
    return named | {OTHER_BASIS: say("proposal.basis.other")}


def _is_form_id(form_id: str) -> bool:
    return 0 < len(form_id) <= _LONGEST_FORM_ID and form_id.isascii() and form_id.isprintable()
