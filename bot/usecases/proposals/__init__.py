"""Proposals: put forward by chat, treated by the secretariat, and followed by whoever made them."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Conversing,
    Decline,
    Defer,
    Elaborate,
    Keep,
    LeaveChange,
    OpenProposalForm,
    OpenRevision,
    OpenTriage,
    Postpone,
    ProposalsCommand,
    ProposalsQuery,
    Propose,
    Revise,
    ShowMyProposals,
    ShowProposal,
    ShowProposals,
    TakeChange,
    Treatment,
    Withdraw,
)
from bot.domain.proposals.notices import ProposalNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals import commands, leader, lists, notices, queries, revising, triage
from bot.usecases.proposals.handing_on import hand_on
from bot.usecases.proposals.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "hand_on", "query", "render"]


async def query(desk: Desk, actor: str, action: ProposalsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case OpenProposalForm():
            return await queries.open_form(desk, actor, action)
        case ShowMyProposals():
            return await lists.show_mine(desk, actor, action)
        case ShowProposals():
            return await lists.show_open(desk, actor, action)
        case OpenTriage():
            return await queries.open_triage(desk, actor, action)
        case ShowProposal():
            return await queries.read(desk, actor, action)
        case OpenRevision():
            return await revising.open_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: ProposalsCommand) -> Card:
    """Do what the person asks for."""
    if isinstance(action, Propose):
        return await commands.propose(desk, actor, action)
    return await (_treat(desk, actor, action) if isinstance(action, Treatment) else _converse(desk, actor, action))


async def _treat(desk: WritingDesk, actor: str, action: Treatment) -> Card:
    match action:
        case Accept():
            return await triage.accept(desk, actor, action)
        case AskForMore():
            return await triage.ask_for_more(desk, actor, action)
        case Elaborate():
            return await triage.elaborate(desk, actor, action)
        case Postpone():
            return await triage.postpone(desk, actor, action)
        case Decline():
            return await triage.decline(desk, actor, action)
        case Withdraw():
            return await triage.withdraw(desk, actor, action)
        case _:
            assert_never(action)


async def _converse(desk: WritingDesk, actor: str, action: Conversing) -> Card:
    match action:
        case Revise():
            return await revising.revise(desk, actor, action)
        case TakeChange():
            return await revising.take(desk, actor, action)
        case LeaveChange():
            return await revising.leave(desk, actor, action)
        case Keep():
            return await leader.keep(desk, actor, action)
        case Defer():
            return await leader.defer(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: ProposalsQuery | ProposalsCommand) -> Card | None:
    """What to show below a refusal."""
    match action:
        case OpenProposalForm() | ShowMyProposals() | ShowProposals():
            return None
        case Propose():
            return await commands.as_refused(desk, actor, action)
        case OpenRevision() | Revise():
            return await revising.as_refused(desk, actor, action)
        case _:
            return await triage.as_refused(desk, actor, action)


async def render(desk: Desk, notice: Notice, kind: ProposalNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case ProposalNotice.PROPOSAL:
            return await notices.proposal(desk, notice)
        case ProposalNotice.RECEIVED:
            return await notices.received(desk, notice)
        case ProposalNotice.OUTCOME:
            return await notices.outcome(desk, notice)
        case ProposalNotice.CHANGED:
            return await notices.changed(desk, notice)
        case ProposalNotice.NEWS:
            return await notices.news(desk, notice)
        case ProposalNotice.LEADER:
            return await notices.leader(desk, notice)
        case _:
            assert_never(kind)
