"""How one proposes, and what may be done with a proposal."""

from bot.domain.proposals.actions import OpenProposalForm, ShowMyProposals, ShowProposals
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="propose", place=10, wish=Wish.AGENDA, opens=OpenProposalForm),
    HelpLine(name="mine", place=70, wish=Wish.AGENDA, opens=ShowMyProposals),
    HelpLine(name="proposals", place=75, wish=Wish.AGENDA, opens=ShowProposals),
    HelpLine(name="proposer", place=100, wish=Wish.AGENDA),
    HelpLine(name="triage", place=10, wish=Wish.AGENDA, audience=Audience.SECRETARIAT),
)
