"""Proposals: put forward by chat, treated by the secretariat, and followed by whoever made them."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Elaborate,
    OpenProposalForm,
    OpenTriage,
    Postpone,
    ProposalsCommand,
    ProposalsQuery,
    Propose,
    ShowMyProposals,
    Withdraw,
)
from bot.domain.proposals.notices import ProposalNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals import commands, notices, queries, triage
from bot.usecases.proposals.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "query", "render"]


async def query(desk: Desk, actor: str, action: ProposalsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case OpenProposalForm():
            return await queries.open_form(desk, actor, action)
        case ShowMyProposals():
            return await queries.show_mine(desk, actor, action)
        case OpenTriage():
            return await queries.open_triage(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: ProposalsCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case Propose():
            return await commands.propose(desk, actor, action)
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


async def fresh_card(desk: Desk, actor: str, action: ProposalsQuery | ProposalsCommand) -> Card | None:
    """What to show below a refusal."""
    match action:
        case OpenProposalForm() | ShowMyProposals():
            return None
        case Propose():
            return await commands.as_refused(desk, actor, action)
        case OpenTriage() | Accept() | AskForMore() | Elaborate() | Postpone() | Decline() | Withdraw():
            return await triage.as_refused(desk, actor, action)
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: ProposalNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case ProposalNotice.PROPOSAL:
            return await notices.proposal(desk, notice)
        case ProposalNotice.RECEIVED:
            return await notices.received(desk, notice)
        case ProposalNotice.OUTCOME:
            return await notices.outcome(desk, notice)
        case _:
            assert_never(kind)
