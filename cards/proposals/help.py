"""How one proposes, and what may be done with a proposal."""

from bot.domain.proposals.actions import OpenProposalForm, ShowMyProposals, ShowProposals
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="propose", place=10, opens=OpenProposalForm),
    HelpLine(name="mine", place=70, opens=ShowMyProposals),
    HelpLine(name="proposals", place=75, opens=ShowProposals),
    HelpLine(name="proposer", place=100),
    HelpLine(name="triage", place=10, audience=Audience.SECRETARIAT),
)
