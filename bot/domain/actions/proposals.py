"""Proposing, and what is done to one proposal."""

from dataclasses import dataclass

from bot.domain.actions.base import Action
from bot.domain.proposal import ItemKind


class ShowMyProposals(Action):
    """The person's own proposals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProposalForm(Action):
    """Show the form, with a title already typed."""

    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose(Action):
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


class OpenTriage(ProposalAction):
    """Ask what one may do with the proposal (Behandl forslag)."""


class Accept(ProposalAction):
    """Put it on the agenda."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForMore(ProposalAction):
    """Ask the proposer to elaborate."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elaborate(ProposalAction):
    """The proposer's answer to that."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone(ProposalAction):
    """Move it to a later meeting (or to none yet)."""

    meeting: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(ProposalAction):
    """Do not put it on the agenda, with a reason."""

    words: str = ""


class Withdraw(ProposalAction):
    """The proposer takes it back."""


AboutProposals = ShowMyProposals | OpenProposalForm | Propose
AboutOneProposal = OpenTriage | Accept | AskForMore | Elaborate | Postpone | Decline | Withdraw
