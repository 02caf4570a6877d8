"""What a proposal says by now beside what somebody typed who had not seen that."""

from bot.domain.proposals.actions import Propose
from cards.kit.both import Clash
from cards.kit.words import say

_LABELS = {
    "title": "proposal.field.title",
    "summary": "agenda.text.summary",
    "case_description": "agenda.text.case",
    "recommendation": "proposal.field.recommendation",
    "financial_note": "agenda.text.economy",
    "amount": "proposal.field.amount",
    "duration": "agenda.field.duration",
    "links": "proposal.fact.links",
}


def clashes(now: Propose, mine: Propose) -> list[Clash]:
    """Each text as it stands and as it was typed."""
    return [Clash(say(key), getattr(now, name), getattr(mine, name)) for name, key in _LABELS.items()]
