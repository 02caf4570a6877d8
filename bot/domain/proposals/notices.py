"""What is said of a proposal, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class ProposalNotice(StrEnum):
    """The living post of one that has no meeting, the word to the secretariat, and the word to the proposer."""

    PROPOSAL = "proposal"
    RECEIVED = "proposal_received"
    OUTCOME = "proposal_outcome"


HEARD: Mapping[ProposalNotice, Hearing] = complete(
    ProposalNotice,
    {
        ProposalNotice.PROPOSAL: Hearing(who=Hearer.FORUM, stands=Stands.POST, news=News.CHANGE),
        ProposalNotice.RECEIVED: Hearing(
            who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT
        ),
        ProposalNotice.OUTCOME: Hearing(who=Hearer.PROPOSER, stands=Stands.CHAT, calls=Calls.RECIPIENT),
    },
)
