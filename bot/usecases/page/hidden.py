"""What of an answer is hidden where others read along, from somebody who may see it on a page of their own."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.actions import AgendaCommand, AgendaQuery, EditAgenda, ItemAction, OpenItem, ShowAgenda
from bot.domain.agenda.state import AgendaItem
from bot.domain.approval.actions import ApprovalCommand, ApprovalQuery, ShowApprovals, ShowVersion
from bot.domain.duties.actions import DutiesCommand, DutiesQuery, DutyAction, ShowDuties, ShowDuty
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import MinutesCommand, MinutesQuery, OpenResolution, RecordResolution, ShowMinutes
from bot.domain.page.actions import PageQuery
from bot.domain.proposals.actions import (
    OpenProposalForm,
    OpenRevision,
    OpenTriage,
    ProposalAction,
    ProposalsCommand,
    ProposalsQuery,
    Propose,
    Revise,
    ShowMyProposals,
)
from bot.domain.proposals.proposers import require_proposer
from bot.domain.proposals.state import Proposal
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.approval.views import in_question
from bot.usecases.desk import Desk
from bot.usecases.duties.loading import found, owed
from bot.usecases.duties.views import sees
from bot.usecases.meant import meeting_meant
from bot.usecases.minutes.views import held_meeting, load
from bot.usecases.page.queries import begins_with
from bot.usecases.proposals.capacities import meet
from bot.usecases.rights import is_secretariat
from storage import proposals

_MOST_OF_ONES_OWN = 20


async def hidden(desk: Desk, actor: str, action: AnyQuery | AnyCommand) -> AnyQuery | None:
    """What shows it on that person's own page; None where nothing is hidden from them."""
    try:
        return await _hidden(desk, actor, action)
    except Refusal:  # it was told already
        return None


async def _hidden(desk: Desk, actor: str, action: AnyQuery | AnyCommand) -> AnyQuery | None:
    if isinstance(action, PageQuery):
        return begins_with(desk.forum.id, action.about)
    if isinstance(action, AgendaQuery | AgendaCommand):
        return await _of_agenda(desk, actor, action)
    if isinstance(action, ApprovalQuery | ApprovalCommand):
        return await _of_version(desk, actor, action)
    if isinstance(action, MinutesQuery | MinutesCommand):
        return await _of_minutes(desk, actor, action)
    if isinstance(action, ProposalsQuery | ProposalsCommand):
        return await _of_proposals(desk, actor, action)
    if isinstance(action, DutiesQuery | DutiesCommand):
        return await _of_duties(desk, actor, action)
    return None


async def _of_agenda(desk: Desk, actor: str, action: AgendaQuery | AgendaCommand) -> AnyQuery | None:
    named = action.meeting
    meeting = desk.meeting(None) if named is None else meeting_meant(desk, named)
    agenda = await draft_of(desk, meeting)
    items = agenda.items if agenda.sent is None else agenda.sent.items
    forum, places = desk.forum.id, await _hidden_at(desk, actor, meeting, items)
    if not places:
        return None
    if agenda.sent is not None or isinstance(action, ShowAgenda) or not is_secretariat(desk, actor):
        return ShowAgenda(forum=forum, meeting=meeting.id)
    if isinstance(action, ItemAction) and action.position in places:
        return OpenItem(forum=forum, meeting=meeting.id, position=action.position)
    return EditAgenda(forum=forum, meeting=meeting.id)


async def _of_version(desk: Desk, actor: str, action: ApprovalQuery | ApprovalCommand) -> AnyQuery | None:
    """The version that is asked about, or that the newest round is about."""
    meeting, current = await in_question(desk, None if isinstance(action, ShowApprovals) else action.meeting)
    agenda, number = await draft_of(desk, meeting), getattr(action, "version", None) or current.version
    version = agenda.version(number)
    if version is None or not await _hidden_at(desk, actor, meeting, version.items):
        return None
    position = action.position if isinstance(action, ShowVersion) else None
    return ShowVersion(forum=desk.forum.id, meeting=meeting.id, version=number, position=position)


async def _of_minutes(desk: Desk, actor: str, action: MinutesQuery | MinutesCommand) -> AnyQuery | None:
    """The item that is asked about, or the whole; remarks are hidden from the secretariat where all would read them."""
    meeting = held_meeting(desk, action.meeting)
    if meeting is None:
        return None
    record, serves = await load(desk, meeting), is_secretariat(desk, actor)
    places = await _hidden_at(desk, actor, meeting, record.items)
    if isinstance(action, OpenResolution | RecordResolution) and serves and action.position in places:
        return OpenResolution(forum=desk.forum.id, meeting=meeting.id, position=action.position)
    if places or (serves and desk.is_overheard and record.minutes.remarks):
        return ShowMinutes(forum=desk.forum.id, meeting=meeting.id)
    return None


async def _of_proposals(desk: Desk, actor: str, action: ProposalsQuery | ProposalsCommand) -> AnyQuery | None:
    if isinstance(action, ProposalAction):
        proposal, _ = await meet(desk, actor, action)
        if not proposal.content.is_closed:
            return None
        return _written(proposal) if isinstance(action, OpenRevision | Revise) else _treated(proposal)
    if isinstance(action, Propose) and action.is_closed:
        require_proposer(desk.forum, actor, desk.today)
        sent = await proposals.by_form(desk.conn, desk.forum.id, action.form)
        is_own = sent is not None and sent.proposer == actor
        return _written(sent) if sent and is_own else OpenProposalForm(forum=desk.forum.id)
    if isinstance(action, ShowMyProposals):
        own = await proposals.of_proposer(desk.conn, desk.forum.id, actor, most=_MOST_OF_ONES_OWN)
        return ShowMyProposals(forum=desk.forum.id) if any(each.content.is_closed for each in own) else None
    return None


async def _of_duties(desk: Desk, actor: str, action: DutiesQuery | DutiesCommand) -> AnyQuery | None:
    """The duty that is asked about, else the list, where any of it comes from a closed item that is theirs to see."""
    on_page = replace(desk, place=Place.PAGE, is_overheard=False)
    if isinstance(action, DutyAction):
        one = await found(desk, action)
        is_hidden = one.is_closed and sees(on_page, actor, one)
        return ShowDuty(forum=desk.forum.id, number=one.number, year=one.year) if is_hidden else None
    every = await owed(desk)
    is_hidden = any(each.is_closed and sees(on_page, actor, each) for each in every)
    return ShowDuties(forum=desk.forum.id) if is_hidden else None


def _written(proposal: Proposal) -> OpenRevision:
    return OpenRevision(forum=proposal.forum, number=proposal.number, year=proposal.year)


def _treated(proposal: Proposal) -> OpenTriage:
    return OpenTriage(forum=proposal.forum, number=proposal.number, year=proposal.year)


async def _hidden_at(desk: Desk, actor: str, meeting: Meeting, items: Sequence[AgendaItem]) -> set[int]:
    """The positions (from 1) of the items that look different on that person's own page."""
    if not any(item.content.is_closed for item in items):
        return set()
    on_page = replace(desk, place=Place.PAGE, is_overheard=False)
    here, there = await seen_items(desk, actor, meeting, items), await seen_items(on_page, actor, meeting, items)
    return {place for place, (one, other) in enumerate(zip(here, there, strict=True), 1) if one != other}
