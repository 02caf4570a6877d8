"""The rules of treating a proposal: who may do what to it in which status, and what becomes of it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.settings import meeting_leaders, secretariat
from bot.domain.meetings.standing_in import acts_for
from bot.domain.proposals.rules import LONGEST_TEXT, is_ready
from bot.domain.proposals.state import Answer, Proposal, ProposalStatus


class Act(StrEnum):
    """What can be done to a proposal."""

    ACCEPT = "accept"
    TAKE = "take"
    LEAVE = "leave"
    KEEP = "keep"
    DEFER = "defer"
    ASK = "ask"
    ELABORATE = "elaborate"
    REVISE = "revise"
    SUGGEST = "suggest"
    POSTPONE = "postpone"
    ASK_LEADER = "ask_leader"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacities:
    """In which capacities somebody meets a proposal; `forum`, `office` and `leaders` tell who else could act.

    `sent_for` is the day of the meeting whose agenda was sent with it: then all is decided.
    """

    is_secretariat: bool
    is_leader: bool
    is_proposer: bool
    forum: str
    office: Term
    leaders: tuple[str, ...] = ()
    sent_for: date | None = None

    @property
    def any(self) -> bool:
        """Whether the proposal is theirs to treat at all."""
        return self.is_secretariat or self.is_leader or self.is_proposer


_UNTREATED = frozenset({ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO})
_DECIDED = frozenset({Act.ACCEPT, Act.POSTPONE, Act.ASK_LEADER, Act.DECLINE, Act.WITHDRAW, Act.REVISE})
_LATER = frozenset({Act.SUGGEST, Act.TAKE, Act.LEAVE})
_LEADING = frozenset({Act.KEEP, Act.DEFER})
_POSSIBLE = {
    ProposalStatus.RECEIVED: _DECIDED | _LEADING | {Act.ASK},
    ProposalStatus.NEEDS_INFO: _DECIDED | _LEADING | {Act.ASK, Act.ELABORATE},
    ProposalStatus.POSTPONED: _DECIDED | _LATER | _LEADING | {Act.ASK},
    ProposalStatus.ACCEPTED: _DECIDED | _LATER | _LEADING,
    ProposalStatus.DECLINED: frozenset({Act.ACCEPT}),
    ProposalStatus.FORWARDED: frozenset({Act.ACCEPT, Act.DECLINE}),
    ProposalStatus.WITHDRAWN: frozenset[Act](),
    ProposalStatus.HANDED_ON: frozenset[Act](),
}


def capacities_of(
    forum: Forum,
    proposal: Proposal,
    person: str,
    meeting: Meeting | None,
    day: date,
    *,
    sent_for: date | None = None,
) -> Capacities:
    """The person's capacities towards a proposal that is meant for that meeting."""
    leaders = () if meeting is None else meeting_leaders(forum, meeting)
    return Capacities(
        office=office(forum, day),
        is_secretariat=person in secretariat(forum, day),
        is_leader=meeting is not None and bool(acts_for(forum, meeting, person, leaders, day)),
        is_proposer=person == proposal.proposer and any(forum.seats_of(person, day)),
        forum=forum.name,
        leaders=tuple(each.name for each in forum.people if each.id in leaders),
        sent_for=sent_for,
    )


def needs_the_leader(proposal: Proposal) -> bool:
    """Whether only the meeting leader may let it wait or leave it out: it was set by right (C4, C19)."""
    return proposal.by_right


def asks_the_leader(proposal: Proposal, capacities: Capacities) -> bool:
    """Whether that it waits or is left out is for that person to ask of the meeting leader."""
    return needs_the_leader(proposal) and capacities.is_secretariat and not capacities.is_leader


def is_open(status: ProposalStatus) -> bool:
    """Whether there is still something to treat, beyond a change of mind about what was declined."""
    return Act.WITHDRAW in _POSSIBLE[status]


def acts(proposal: Proposal, capacities: Capacities) -> frozenset[Act]:
    """What that person may do to the proposal now."""
    if capacities.sent_for is not None:
        return frozenset()
    return _permitted(proposal, capacities) & _POSSIBLE[proposal.status] - _without_occasion(proposal)


def permits(proposal: Proposal, capacities: Capacities, act: Act) -> bool:
    """Whether it is that person's to do, whatever the status."""
    return act in _permitted(proposal, capacities)


def require(proposal: Proposal, capacities: Capacities, act: Act) -> None:
    """A Refusal that says why, unless that person may do it now."""
    if act in acts(proposal, capacities):
        return
    if act not in _permitted(proposal, capacities):
        if asks_the_leader(proposal, capacities) and act in (Act.DECLINE, Act.ACCEPT, Act.POSTPONE):
            raise Refusal("only_the_leader", ledere=capacities.leaders)
        raise Refusal("no_rights", forum=capacities.forum, kontor=capacities.office)
    if capacities.sent_for is not None:
        raise Refusal("sent_proposal", moede_dato=capacities.sent_for, kontor=capacities.office)
    raise _not_now(proposal, act)


def accepted(proposal: Proposal, capacities: Capacities, meeting: str, words: str = "") -> Proposal:
    """On the agenda of that meeting, with a word to the proposer; Refusal("not_ready") while it says too little."""
    require(proposal, capacities, Act.ACCEPT)
    if not is_ready(proposal.content):
        raise Refusal("not_ready")
    settled_anew = replace(proposal.dialogue, ruling=None)
    return replace(proposal, status=ProposalStatus.ACCEPTED, meeting=meeting, words=said(words), dialogue=settled_anew)


def asked(proposal: Proposal, capacities: Capacities, question: str) -> Proposal:
    """Back to the proposer with a question."""
    require(proposal, capacities, Act.ASK)
    return replace(proposal, status=ProposalStatus.NEEDS_INFO, words=_reason(question))


def elaborated(proposal: Proposal, capacities: Capacities, words: str) -> Proposal:
    """With the proposer's answer to the secretariat, and undecided again."""
    require(proposal, capacities, Act.ELABORATE)
    answer = Answer(question=proposal.words, words=_reason(words))
    dialogue = replace(proposal.dialogue, answers=(*proposal.dialogue.answers, answer))
    return replace(proposal, status=ProposalStatus.RECEIVED, words="", dialogue=dialogue)


def postponed(proposal: Proposal, capacities: Capacities, meeting: str | None, reason: str) -> Proposal:
    """For a later meeting, or for one that is not yet settled; what is set by right waits at the leader's word."""
    require(proposal, capacities, Act.POSTPONE)
    return put_off(proposal, meeting, _reason(reason))


def put_off(proposal: Proposal, meeting: str | None, words: str) -> Proposal:
    """Waiting for that meeting, or for one to be set, with the reason."""
    waiting = replace(settled(proposal), postponed_from=proposal.meeting or proposal.postponed_from)
    return replace(waiting, status=ProposalStatus.POSTPONED, meeting=meeting, words=words)


def left_over(proposal: Proposal, meeting: str | None, words: str) -> Proposal:
    """When its meeting is cancelled: what is not decided for good waits for that meeting, or for one to be set.

    Nobody decided it, so it needs nobody's right; a question to the proposer stays asked.
    """
    if proposal.status is ProposalStatus.NEEDS_INFO:
        return replace(proposal, meeting=meeting)
    put_off = replace(proposal, postponed_from=proposal.meeting or proposal.postponed_from)
    return replace(put_off, status=ProposalStatus.POSTPONED, meeting=meeting, words=words)


def taken_up(proposal: Proposal, meeting: str) -> Proposal:
    """When its meeting is held after all: on that agenda again, where it stands."""
    return replace(proposal, status=ProposalStatus.ACCEPTED, meeting=meeting, postponed_from=None, words="")


def declined(proposal: Proposal, capacities: Capacities, reason: str) -> Proposal:
    """Not on the agenda."""
    require(proposal, capacities, Act.DECLINE)
    return replace(settled(proposal), status=ProposalStatus.DECLINED, words=_reason(reason))


def withdrawn(proposal: Proposal, capacities: Capacities, words: str = "") -> Proposal:
    """Taken back, perhaps with a reason."""
    require(proposal, capacities, Act.WITHDRAW)
    return replace(settled(proposal), status=ProposalStatus.WITHDRAWN, words=said(words))


def settled(proposal: Proposal) -> Proposal:
    """With nothing left to ask of the leader or to work in."""
    return replace(proposal, dialogue=replace(proposal.dialogue, leader=None, change=None))


def said(words: str) -> str:
    """Words that may be missing; Refusal("too_long")."""
    return clean_text(words, Term("proposal.field.words"), LONGEST_TEXT, required=False)


def _permitted(proposal: Proposal, capacities: Capacities) -> frozenset[Act]:
    """What the person's capacities allow.

    An item set by right is the meeting leader's to put off, to decline and to take back; the secretariat asks.
    """
    permitted: set[Act] = set()
    if capacities.is_proposer:
        permitted |= {Act.ELABORATE, Act.WITHDRAW, Act.REVISE if proposal.status in _UNTREATED else Act.SUGGEST}
    if capacities.is_secretariat:
        permitted |= {Act.ACCEPT, Act.ASK, Act.POSTPONE, Act.DECLINE, Act.REVISE, Act.TAKE, Act.LEAVE}
        permitted -= {Act.SUGGEST}
    if not needs_the_leader(proposal):
        return frozenset(permitted)
    was_declined = proposal.status is ProposalStatus.DECLINED
    leaders = {Act.DECLINE, Act.POSTPONE} | ({Act.ACCEPT} if was_declined else set())
    if capacities.is_leader:
        return frozenset(permitted | leaders | _LEADING)
    if capacities.is_secretariat:
        permitted.add(Act.ASK_LEADER)
    return frozenset(permitted - leaders)


def _without_occasion(proposal: Proposal) -> frozenset[Act]:
    """What nobody has asked for."""
    without: set[Act] = set()
    if proposal.dialogue.change is None:
        without |= {Act.TAKE, Act.LEAVE}
    if proposal.dialogue.leader is None:
        without |= _LEADING
    if proposal.sender is not None:  # nobody here could answer
        without.add(Act.ASK)
    return frozenset(without)


def _not_now(proposal: Proposal, act: Act) -> Refusal:
    """Why it cannot be done as things stand, though it would be that person's to do."""
    if act is Act.ELABORATE:
        return Refusal("not_asked")
    if act is Act.ASK and proposal.sender is not None:
        return Refusal("referral_ask", forum=proposal.sender.name)
    if act in (Act.TAKE, Act.LEAVE):
        return Refusal("no_change")
    if act in _LEADING:
        return Refusal("leader_not_asked")
    return Refusal(f"proposal_is_{proposal.status.value}")


def _reason(words: str) -> str:
    """Words that must be there: Refusal("missing_remarks"), Refusal("too_long")."""
    found = said(words)
    if not found:
        raise Refusal("missing_remarks", field="words")
    return found
