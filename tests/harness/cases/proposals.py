"""Proposing, and what is done to a proposal."""

from typing import Any

from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Elaborate,
    OpenProposalForm,
    OpenTriage,
    Postpone,
    ProposalAction,
    Propose,
    ShowMyProposals,
    Withdraw,
)
from tests.harness.cases.case import LEADER, POLITICIAN, SEATED, Case, here, proposed
from tests.harness.steps import COORDINATOR, SECRETARIAT

_CLERK, _LEADS = (SECRETARIAT,), (LEADER,)


def one(kind: type[ProposalAction], number: int = 1, **more: Any) -> Action:
    """Something done to one proposal of 2027."""
    return here(kind, number=number, year=2027, **more)


def proposing(ident: str) -> Action:
    """A form sent, with that id of its own."""
    return here(Propose, form=ident, title="Nyt", summary="Noget", recommendation="At")


FORUM_CASES = (
    Case(action=here(OpenProposalForm), begin=proposed),
    Case(action=here(ShowMyProposals), begin=proposed),
    Case(action=one(OpenTriage), allowed=(SECRETARIAT, LEADER, COORDINATOR), begin=proposed),
    Case(action=one(AskForMore, words="Hvad?"), allowed=_CLERK, begin=proposed),
    Case(action=one(Elaborate, words="Det her."), allowed=(COORDINATOR,), begin=proposed),
    Case(action=one(Postpone, words="Senere."), allowed=_CLERK, begin=proposed),
    Case(action=one(Accept), allowed=_CLERK, begin=proposed),
    Case(action=one(Decline, words="Nej."), allowed=_CLERK, begin=proposed),
    Case(action=one(Accept), allowed=_CLERK, begin=proposed),
    Case(action=one(Withdraw), allowed=(COORDINATOR,), begin=proposed),
    Case(action=one(Accept, 2), allowed=_CLERK, begin=proposed),
    Case(action=one(Decline, 2, words="Nej."), allowed=_LEADS, begin=proposed),
    Case(action=one(Accept, 2), allowed=_LEADS, begin=proposed),
    Case(action=one(Withdraw, 2), allowed=(POLITICIAN,), begin=proposed),
    *(Case(action=proposing(f"f-{person}"), begin=proposed, by=person) for person in SEATED),
)
ASKS = {"mine forslag": "orslag"}
_TEXTS = "title summary recommendation basis on_behalf_of financial_note amount duration links words"
PLAIN = frozenset({*_TEXTS.split(), "kind", "is_closed", "form", "year", "revision"})
