"""What is said of a proposal."""

from enum import StrEnum


class ProposalNotice(StrEnum):
    """The living card in the channel, and words to the proposer, the secretariat and the meeting leader."""

    PROPOSAL = "proposal"
    OUTCOME = "proposal_outcome"
    CHANGED = "proposal_changed"
    NEWS = "proposal_news"
    LEADER = "proposal_leader"


class News(StrEnum):
    """What the secretariat hears of a proposal, and the proposer of a change."""

    ELABORATED = "elaborated"
    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    SUGGESTED = "suggested"
    KEPT = "kept"
    DEFERRED = "deferred"
    TAKEN = "taken"
    LEFT = "left"
