"""Proposals that wait: for their proposer, for the meeting leader, and for those who serve the forum."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.settings import meeting_leaders
from bot.domain.meetings.standing_in import acts_for
from bot.domain.proposals import triage
from bot.domain.proposals.actions import OpenTriage, ShowProposals
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.domain.proposals.triage import Act
from bot.domain.standing.state import Matter
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from bot.usecases.standing.facts import Facts, Owed
from cards.proposals.closed import NEUTRAL_TITLE
from storage import proposals


async def proposals_owed(desk: Desk, actor: str, facts: Facts) -> list[Owed]:
    """A question to answer, an item that may wait or not, and for whoever serves all that nobody has treated."""
    every = [*await proposals.awaiting(desk.conn, desk.forum.id), *await _on_drafts(desk, actor, facts)]
    acts = [(each, _acts(desk, actor, each)) for each in every]
    asked = [_one(desk, Matter.ELABORATE, each) for each, may in acts if Act.ELABORATE in may]
    ruled = [_one(desk, Matter.RULING, each) for each, may in acts if Act.KEEP in may]
    untreated = [each for each, may in acts if _is_untreated(each, may)] if is_secretariat(desk, actor) else []
    return [*asked, *ruled, *_untreated(desk, facts, untreated)]


async def _on_drafts(desk: Desk, actor: str, facts: Facts) -> list[Proposal]:
    """Those that stand on an agenda already, of which a change is wanted or the leader is asked."""
    mine = [each for each in facts.ahead if each.id in facts.agendas and not facts.is_sent(each)]
    seen = [each for each in mine if is_secretariat(desk, actor) or _leads(desk, actor, each)]
    every = [one for each in seen for one in await proposals.for_meeting(desk.conn, desk.forum.id, each.id)]
    return [each for each in every if each.status is ProposalStatus.ACCEPTED]


def _leads(desk: Desk, actor: str, meeting: Meeting) -> bool:
    return bool(acts_for(desk.forum, meeting, actor, meeting_leaders(desk.forum, meeting), desk.today))


def _acts(desk: Desk, actor: str, proposal: Proposal) -> frozenset[Act]:
    meeting = desk.forum.meeting(proposal.meeting or "") or desk.next_meeting()
    return triage.acts(proposal, triage.capacities_of(desk.forum, proposal, actor, meeting, desk.today))


def _is_untreated(proposal: Proposal, acts: frozenset[Act]) -> bool:
    """Whether it is new, or a change of it is to be taken or left; what the leader is asked about waits for them."""
    is_new = proposal.status is ProposalStatus.RECEIVED and proposal.dialogue.leader is None
    return Act.TAKE in acts or (is_new and Act.ACCEPT in acts)


def _one(desk: Desk, matter: Matter, each: Proposal) -> Owed:
    title = NEUTRAL_TITLE if each.content.is_closed and desk.is_public else each.content.title
    return Owed(matter=matter, way=OpenTriage(number=each.number, year=each.year), meeting=each.meeting, title=title)


def _untreated(desk: Desk, facts: Facts, every: list[Proposal]) -> list[Owed]:
    """The only one itself, or the list; in time for the draft of the meeting that they are meant for.

    Once that has been sent to those who answer it, they belong to no meeting in particular.
    """
    if not every:
        return []
    meant = {each.meeting for each in every}
    first = next((each for each in facts.ahead if each.id in meant), next(iter(facts.ahead), None))
    is_late = first is None or first.id in facts.rounds or facts.is_sent(first)
    draft = None if first is None or is_late else desk.timetable(first).draft
    one = every[0]
    return [
        Owed(
            matter=Matter.PROPOSALS,
            way=OpenTriage(number=one.number, year=one.year) if len(every) == 1 else ShowProposals(),
            due=None if draft is None else draft.day,
            serves=True,
            meeting=None if first is None or is_late else first.id,
            count=len(every),
        )
    ]
