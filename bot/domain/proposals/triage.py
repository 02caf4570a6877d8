"""The rules of treating a proposal: who may do what to it in which status, and what becomes of it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import meeting_leaders, secretariat
from bot.domain.proposals.rules import LONGEST_TEXT
from bot.domain.proposals.state import Proposal, ProposalStatus


class Act(StrEnum):
    """What can be done to a proposal."""

    ACCEPT = "accept"
    ASK = "ask"
    ELABORATE = "elaborate"
    POSTPONE = "postpone"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacities:
    """In which capacities somebody meets a proposal; `forum` and `leaders` are names, to tell who else could act."""

    is_secretariat: bool
    is_leader: bool
    is_proposer: bool
    forum: str
    leaders: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether the proposal is theirs to see and treat at all."""
        return self.is_secretariat or self.is_leader or self.is_proposer


_POSSIBLE = {
    ProposalStatus.RECEIVED: frozenset({Act.ACCEPT, Act.ASK, Act.POSTPONE, Act.DECLINE, Act.WITHDRAW}),
    ProposalStatus.NEEDS_INFO: frozenset(Act),
    ProposalStatus.POSTPONED: frozenset({Act.ACCEPT, Act.ASK, Act.POSTPONE, Act.DECLINE, Act.WITHDRAW}),
    ProposalStatus.ACCEPTED: frozenset({Act.ACCEPT, Act.POSTPONE, Act.DECLINE, Act.WITHDRAW}),
    ProposalStatus.DECLINED: frozenset({Act.ACCEPT}),
    ProposalStatus.WITHDRAWN: frozenset[Act](),
}


def capacities_of(forum: Forum, proposal: Proposal, person: str, meeting: Meeting | None, day: date) -> Capacities:
    """The person's capacities towards a proposal that is meant for that meeting."""
    leaders = () if meeting is None else meeting_leaders(forum, meeting)
    return Capacities(
        is_secretariat=person in secretariat(forum, day),
        is_leader=person in leaders,
        is_proposer=person == proposal.proposer and any(forum.seats_of(person, day)),
        forum=forum.name,
        leaders=tuple(each.name for each in forum.people if each.id in leaders),
    )


def needs_the_leader(proposal: Proposal) -> bool:
    """Whether only the meeting leader may let it wait or leave it out: it was set by right (C4, C19)."""
    return proposal.by_right


def is_open(status: ProposalStatus) -> bool:
    """Whether there is still something to treat, beyond a change of mind about what was declined."""
    return Act.WITHDRAW in _POSSIBLE[status]


def acts(proposal: Proposal, capacities: Capacities) -> frozenset[Act]:
    """What that person may do to the proposal now."""
    return _permitted(proposal, capacities) & _POSSIBLE[proposal.status]


def require(proposal: Proposal, capacities: Capacities, act: Act) -> None:
    """A Refusal that says why, unless that person may do it now."""
    if act in acts(proposal, capacities):
        return
    if act not in _permitted(proposal, capacities):
        if capacities.is_secretariat and proposal.by_right and act in (Act.DECLINE, Act.ACCEPT):
            raise Refusal("only_the_leader", ledere=capacities.leaders)
        raise Refusal("no_rights", forum=capacities.forum)
    raise Refusal("not_asked" if act is Act.ELABORATE else f"proposal_is_{proposal.status.value}")


def accepted(proposal: Proposal, capacities: Capacities, meeting: str) -> Proposal:
    """On the agenda of that meeting."""
    require(proposal, capacities, Act.ACCEPT)
    return replace(proposal, status=ProposalStatus.ACCEPTED, meeting=meeting, words="")


def asked(proposal: Proposal, capacities: Capacities, question: str) -> Proposal:
    """Back to the proposer with a question."""
    require(proposal, capacities, Act.ASK)
    return replace(proposal, status=ProposalStatus.NEEDS_INFO, words=_reason(question))


def elaborated(proposal: Proposal, capacities: Capacities, words: str, *, label: str) -> Proposal:
    """With the proposer's answer below the summary, under that label, and undecided again."""
    above = f"\n\n{label}: "
    require(proposal, capacities, Act.ELABORATE)
    room = max(LONGEST_TEXT - len(proposal.content.summary) - len(above), 0)
    answer = _reason(words)
    if len(answer) > room:
        raise Refusal("elaboration_too_long", max=room)
    content = replace(proposal.content, summary=proposal.content.summary + above + answer)
    return replace(proposal, status=ProposalStatus.RECEIVED, content=content, words="")


def postponed(proposal: Proposal, capacities: Capacities, meeting: str | None, reason: str) -> Proposal:
    """For a later meeting, or for one that is not yet settled."""
    require(proposal, capacities, Act.POSTPONE)
    return replace(proposal, status=ProposalStatus.POSTPONED, meeting=meeting, words=_reason(reason))


def declined(proposal: Proposal, capacities: Capacities, reason: str) -> Proposal:
    """Not on the agenda."""
    require(proposal, capacities, Act.DECLINE)
    return replace(proposal, status=ProposalStatus.DECLINED, words=_reason(reason))


def withdrawn(proposal: Proposal, capacities: Capacities) -> Proposal:
    """Taken back."""
    require(proposal, capacities, Act.WITHDRAW)
    return replace(proposal, status=ProposalStatus.WITHDRAWN, words="")


def _permitted(proposal: Proposal, capacities: Capacities) -> frozenset[Act]:
    """What the person's capacities allow; an item set by right is the meeting leader's to decline and to take back."""
    permitted: set[Act] = set()
    if capacities.is_proposer:
        permitted |= {Act.ELABORATE, Act.WITHDRAW}
    if capacities.is_secretariat:
        permitted |= {Act.ACCEPT, Act.ASK, Act.POSTPONE, Act.DECLINE}
    if not needs_the_leader(proposal):
        return frozenset(permitted)
    was_declined = proposal.status is ProposalStatus.DECLINED
    leaders = {Act.DECLINE, Act.ACCEPT} if was_declined else {Act.DECLINE}
    return frozenset(permitted | leaders if capacities.is_leader else permitted - leaders)


def _reason(words: str) -> str:
    """Words that must be there: Refusal("missing_remarks"), Refusal("too_long")."""
    said = clean_text(words, "", LONGEST_TEXT, required=False)
    if not said:
        raise Refusal("missing_remarks")
    return said
