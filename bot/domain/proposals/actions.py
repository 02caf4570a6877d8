"""Proposing, and what is done to one proposal."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, Query
from bot.domain.proposals.state import ItemKind


class ShowMyProposals(Query):
    """The person's own proposals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProposalForm(Query):
    """Show the form, with a title already typed."""

    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose(Command):
    """Send the form; `form` is the random id it was drawn with, so that sending it twice is harmless."""

    form: str
    title: str = ""
    kind: ItemKind = ItemKind.DISCUSSION
    basis: str = ""
    summary: str = ""
    recommendation: str = ""
    on_behalf_of: str = ""
    financial_note: str = ""
    amount: str = ""
    duration: str = ""
    meeting: str = ""
    links: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAction(Action):
    """Something done to one proposal."""

    number: int
    year: int | None = None
    revision: int | None = None


class OpenTriage(ProposalAction, Query):
    """Ask what one may do with the proposal (Behandl forslag)."""


class Accept(ProposalAction, Command):
    """Put it on the agenda."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForMore(ProposalAction, Command):
    """Ask the proposer to elaborate."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elaborate(ProposalAction, Command):
    """The proposer's answer to that."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone(ProposalAction, Command):
    """Move it to a later meeting (or to none yet)."""

    meeting: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(ProposalAction, Command):
    """Do not put it on the agenda, with a reason."""

    words: str = ""


class Withdraw(ProposalAction, Command):
    """The proposer takes it back."""


ProposalsQuery: TypeAlias = ShowMyProposals | OpenProposalForm | OpenTriage
Treatment: TypeAlias = Accept | AskForMore | Elaborate | Postpone | Decline | Withdraw
ProposalsCommand: TypeAlias = Propose | Treatment
