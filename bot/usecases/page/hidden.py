"""What of an answer is hidden where others read along, from somebody who may see it on a page of their own."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.actions import AgendaCommand, AgendaQuery, EditAgenda, ItemAction, OpenItem, ShowAgenda
from bot.domain.agenda.state import AgendaItem
from bot.domain.approval.actions import ApprovalCommand, ApprovalQuery, ShowApprovals, ShowVersion
from bot.domain.documents.actions import OF_YEAR, DocumentsQuery, OpenDocument, ShowDocuments
from bot.domain.documents.state import Kind
from bot.domain.duties.actions import DutiesCommand, DutiesQuery, DutyAction, ShowDuties, ShowDuty
from bot.domain.filing.actions import FetchCaseFile
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import (
    MinutesCommand,
    MinutesQuery,
    OpenDissent,
    OpenResolution,
    RecordDissent,
    RecordResolution,
    ShowMinutes,
)
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
from bot.domain.wording.actions import (
    OpenSuggestion,
    ShowSuggestion,
    ShowSuggestions,
    SuggestionAction,
    WordingCommand,
    WordingQuery,
)
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.approval.views import in_question
from bot.usecases.desk import Desk
from bot.usecases.documents.papers import meeting_of
from bot.usecases.duties.loading import found, owed
from bot.usecases.duties.views import sees
from bot.usecases.filing.bundling import case_to_fetch
from bot.usecases.meant import meeting_meant
from bot.usecases.minutes.records import held_meeting, load
from bot.usecases.page.queries import begins_with
from bot.usecases.proposals.capacities import meet
from bot.usecases.rights import is_secretariat
from bot.usecases.wording.loading import found as suggestion
from bot.usecases.wording.views import view_of
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
    if isinstance(action, WordingQuery | WordingCommand):
        return await _of_wording(desk, actor, action)
    if isinstance(action, DocumentsQuery):
        return await _of_documents(desk, actor, action)
    if isinstance(action, FetchCaseFile):
        on_page = replace(desk, place=Place.PAGE, is_overheard=False)
        return replace(
            action, forum=desk.forum.id, meeting=(await case_to_fetch(on_page, actor, action.meeting)).meeting.id
        )
    return None


async def _of_agenda(desk: Desk, actor: str, action: AgendaQuery | AgendaCommand) -> AnyQuery | None:
    named = action.meeting
    meeting = desk.meeting(None) if named is None else meeting_meant(desk, named)
    agenda = await draft_of(desk, meeting)
    items = agenda.current
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
    meeting = await held_meeting(desk, action.meeting)
    if meeting is None:
        return None
    record, serves = await load(desk, meeting), is_secretariat(desk, actor)
    places = await _hidden_at(desk, actor, meeting, record.items)
    if isinstance(action, OpenResolution | RecordResolution) and serves and action.position in places:
        return OpenResolution(forum=desk.forum.id, meeting=meeting.id, position=action.position)
    if isinstance(action, OpenDissent | RecordDissent) and action.position in places:
        return OpenDissent(forum=desk.forum.id, meeting=meeting.id, position=action.position)
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


async def _of_wording(desk: Desk, actor: str, action: WordingQuery | WordingCommand) -> AnyQuery | None:
    """The suggestion or the item's form where the item is closed; the list where its texts are not shown here."""
    if isinstance(action, SuggestionAction):
        one = await suggestion(desk, actor, action)
        is_shown = not desk.is_overheard and not (await view_of(desk, actor, one)).is_hidden
        return None if is_shown else ShowSuggestion(forum=desk.forum.id, number=one.number, year=one.year)
    meeting = await held_meeting(desk, action.meeting)
    if meeting is None:
        return None
    places = await _hidden_at(desk, actor, meeting, (await load(desk, meeting)).items)
    if isinstance(action, ShowSuggestions):
        is_shown = not places and not desk.is_overheard
        return None if is_shown else ShowSuggestions(forum=desk.forum.id, meeting=meeting.id, mine=action.mine)
    if action.position in places:
        return OpenSuggestion(forum=desk.forum.id, meeting=meeting.id, position=action.position)
    return None


async def _of_documents(desk: Desk, actor: str, action: DocumentsQuery) -> AnyQuery | None:
    """The same list or paper, where something of it is closed here and is not there."""
    if not isinstance(action, ShowDocuments) and action.paper in OF_YEAR:
        return None
    wanted = OpenDocument(paper=Kind.AGENDA, meeting=action.meeting) if isinstance(action, ShowDocuments) else action
    meeting = await meeting_of(desk, wanted)
    if not await _hidden_at(desk, actor, meeting, (await load(desk, meeting)).items):
        return None
    return replace(action, forum=desk.forum.id, meeting=meeting.id)


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
