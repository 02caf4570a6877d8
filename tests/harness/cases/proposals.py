"""Proposing, and what is done to a proposal."""

from typing import Any

from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Defer,
    Elaborate,
    Keep,
    LeaveChange,
    OpenProposalForm,
    OpenRevision,
    OpenTriage,
    Postpone,
    ProposalAction,
    Propose,
    Revise,
    ShowMyProposals,
    ShowProposal,
    ShowProposals,
    TakeChange,
    Withdraw,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import LEADER, POLITICIAN, SEATED, Case, accepted, here, proposed
from tests.harness.steps import COORDINATOR, SECRETARIAT

_CLERK, _LEADS = (SECRETARIAT,), (LEADER,)


def one(kind: type[ProposalAction], number: int = 1, **more: Any) -> Action:
    """Something done to one proposal of 2027."""
    return here(kind, number=number, year=2027, **more)


def proposing(ident: str) -> Action:
    """A form sent, with that id of its own."""
    return here(Propose, form=ident, title="Nyt", summary="Noget", recommendation="At")


async def leader_asked(nord: Stage) -> None:
    """The meeting leader is asked whether no. 2 may wait."""
    await proposed(nord)
    await nord.says(SECRETARIAT, "udskyd 2: Mødet er fuldt")


async def leader_asked_as_well(nord: Stage) -> None:
    """The same, for the other answer."""
    await leader_asked(nord)


async def suggested(nord: Stage) -> None:
    """The proposer of no. 1, which is on the draft, would like it to be called something else."""
    await accepted(nord)
    form = await nord.says(COORDINATOR, "ret forslag 1")
    await nord.clicks(COORDINATOR, form, "Send ændringen til sekretariatet", {"Overskrift": "Ny overskrift"})


FORUM_CASES = (
    Case(action=here(OpenProposalForm), begin=proposed),
    Case(action=here(ShowMyProposals), begin=proposed),
    Case(action=here(ShowProposals), begin=proposed),
    Case(action=one(OpenTriage), begin=proposed),
    Case(action=one(ShowProposal), begin=proposed),
    Case(action=one(OpenRevision), allowed=(SECRETARIAT, COORDINATOR), begin=proposed),
    Case(action=one(Revise, title="Rettet"), allowed=(SECRETARIAT, COORDINATOR), begin=proposed, by=COORDINATOR),
    Case(action=one(Keep, 2), allowed=_LEADS, begin=leader_asked),
    Case(action=one(Postpone, 2, words="Fuldt."), allowed=(SECRETARIAT, LEADER), begin=leader_asked, by=SECRETARIAT),
    Case(action=one(Defer, 2), allowed=_LEADS, begin=leader_asked_as_well),
    Case(action=one(LeaveChange), allowed=_CLERK, begin=suggested),
    Case(action=one(Revise, title="Navn"), allowed=(SECRETARIAT, COORDINATOR), begin=suggested, by=COORDINATOR),
    Case(action=one(TakeChange), allowed=_CLERK, begin=suggested),
    Case(action=one(AskForMore, words="Hvad?"), allowed=_CLERK, begin=proposed),
    Case(action=one(Elaborate, words="Det her."), allowed=(COORDINATOR,), begin=proposed),
    Case(action=one(Postpone, words="Senere."), allowed=_CLERK, begin=proposed),
    Case(action=one(Accept), allowed=_CLERK, begin=proposed),
    Case(action=one(Decline, words="Nej."), allowed=_CLERK, begin=proposed),
    Case(action=one(Accept), allowed=_CLERK, begin=proposed),
    Case(action=one(Withdraw), allowed=(COORDINATOR,), begin=proposed),
    Case(action=one(Accept, 2), allowed=_CLERK, begin=proposed),
    Case(action=one(Decline, 2, words="Nej."), allowed=(SECRETARIAT, LEADER), begin=proposed, by=LEADER),
    Case(action=one(Accept, 2), allowed=_LEADS, begin=proposed),
    Case(action=one(Withdraw, 2), allowed=(POLITICIAN,), begin=proposed),
    *(Case(action=proposing(f"f-{person}"), begin=proposed, by=person) for person in SEATED),
)
ASKS = {"mine forslag": "orslag", "forslag": "orslag"}
_TEXTS = "title summary case_description recommendation basis on_behalf_of financial_note amount duration links words"
_ASKED = "topic purpose principles areas local_policy involvement joint_position is_local_challenge shown"
_FUNDS = "on_funds fund_purposes fund_parties fund_effort"
_SHORT = ("kind", "is_closed", "form", "year", "revision", "part", "then")
PLAIN = frozenset({*_TEXTS.split(), *_ASKED.split(), *_FUNDS.split(), *_SHORT, "draft"})
