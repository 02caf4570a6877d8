"""What was meant for a meeting and is not on its agenda, and why: nothing is left out without being named."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.agenda.state import Agenda, AgendaVersion
from bot.domain.proposals.state import Content, Proposal, ProposalStatus


class Why(StrEnum):
    """Why something is not on the version."""

    TOO_LATE = "too_late"
    POSTPONED = "postponed"
    DECLINED = "declined"
    FORWARDED = "forwarded"
    NEEDS_INFO = "needs_info"
    UNTREATED = "untreated"


_WHY = {
    ProposalStatus.RECEIVED: Why.UNTREATED,
    ProposalStatus.NEEDS_INFO: Why.NEEDS_INFO,
    ProposalStatus.ACCEPTED: Why.TOO_LATE,
    ProposalStatus.POSTPONED: Why.UNTREATED,
    ProposalStatus.DECLINED: Why.DECLINED,
    ProposalStatus.FORWARDED: Why.FORWARDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A proposal, or with None an item of the draft that came from none, that is not on the version.

    `ruled_by` is the name of the meeting leader who let it wait, and `words` the reason, where it was set by right.
    """

    proposal: Proposal | None
    content: Content
    why: Why
    ruled_by: str | None = None
    words: str = ""


def left_out(agenda: Agenda, version: AgendaVersion, proposals: Iterable[Proposal]) -> tuple[LeftOut, ...]:
    """All that is not on the version; `proposals` were meant for the meeting, those put off to a later one included.

    What its proposer withdrew is nobody's loss.
    """
    numbers = {item.proposal for item in version.items}
    known = {item.id for item in version.items}
    return (
        *(
            LeftOut(proposal=each, content=each.content, why=_why(each, agenda.meeting))
            for each in proposals
            if each.id not in numbers and each.status is not ProposalStatus.WITHDRAWN
        ),
        *(
            LeftOut(proposal=None, content=item.content, why=Why.TOO_LATE)
            for item in agenda.items
            if item.id not in known and item.proposal is None and item.standing is None
        ),
    )


def _why(proposal: Proposal, meeting: str) -> Why:
    return _WHY[proposal.status] if proposal.meeting == meeting else Why.POSTPONED
