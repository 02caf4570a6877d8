"""What is said of a proposal, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class ProposalNotice(StrEnum):
    """The living post of one that has no meeting, and words to the secretariat, the proposer and the meeting leader."""

    PROPOSAL = "proposal"
    RECEIVED = "proposal_received"
    OUTCOME = "proposal_outcome"
    CHANGED = "proposal_changed"
    NEWS = "proposal_news"
    LEADER = "proposal_leader"


class Event(StrEnum):
    """What the secretariat hears of a proposal, and the proposer of a change."""

    ELABORATED = "elaborated"
    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    SUGGESTED = "suggested"
    KEPT = "kept"
    DEFERRED = "deferred"
    TAKEN = "taken"
    LEFT = "left"


HEARD: Mapping[ProposalNotice, Hearing] = complete(
    ProposalNotice,
    {
        ProposalNotice.PROPOSAL: Hearing(who=Hearer.FORUM, stands=Stands.POST, news=News.CHANGE),
        ProposalNotice.RECEIVED: Hearing(
            who=Hearer.SECRETARIAT, stands=Stands.DESK, calls=Calls.RECIPIENT, news=News.KEPT
        ),
        ProposalNotice.OUTCOME: Hearing(who=Hearer.PROPOSER, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ProposalNotice.CHANGED: Hearing(who=Hearer.PROPOSER, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ProposalNotice.NEWS: Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ProposalNotice.LEADER: Hearing(who=Hearer.LEADER, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT),
    },
)
