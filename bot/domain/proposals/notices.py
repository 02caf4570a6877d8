"""What is said of a proposal."""

from enum import StrEnum


class ProposalNotice(StrEnum):
    """The living card in the channel, and the word to the proposer."""

    PROPOSAL = "proposal"
    OUTCOME = "proposal_outcome"
