"""Proposing, and what is done to one proposal."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, Query
from bot.domain.proposals.state import ItemKind


class ShowMyProposals(Query):
    """The person's own proposals."""


class ShowProposals(Query):
    """The forum's open proposals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProposalForm(Query):
    """Show the form, with what was typed already; the meeting by its id or as a day."""

    title: str = ""
    meeting: str = ""
    duration: str = ""
    amount: str = ""
    summary: str = ""
    kind: ItemKind = ItemKind.DISCUSSION
    on_behalf_of: str = ""
    on_funds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose(Command):
    """Send the form; `form` is the random id it was drawn with, so that sending it twice is harmless."""

    form: str
    title: str = ""
    kind: ItemKind = ItemKind.DISCUSSION
    basis: str = ""
    summary: str = ""
    case_description: str = ""
    recommendation: str = ""
    on_behalf_of: str = ""
    financial_note: str = ""
    amount: str = ""
    duration: str = ""
    meeting: str = ""
    links: str = ""
    is_closed: bool = False
    topic: str = ""
    purpose: str = ""
    principles: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    local_policy: str = ""
    involvement: str = ""
    joint_position: str = ""
    is_local_challenge: bool = False
    on_funds: bool = False
    fund_purposes: tuple[str, ...] = ()
    fund_parties: tuple[str, ...] = ()
    fund_effort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAction(Action):
    """Something done to one proposal."""

    number: int
    year: int | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTriage(ProposalAction, Query):
    """Show it with what one may do with it (Behandl forslag), and the words that stand in the card already."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowProposal(ProposalAction, Query):
    """Its texts in full, long ones in parts, with the words that stand in the card it is asked for from."""

    part: int = 1
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRevision(ProposalAction, Query):
    """Show the form in which it is changed, with the words that stand in the card already."""

    part: int = 1
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(ProposalAction, Command):
    """Change what it says, or propose to; None leaves a field as it is.

    `words` go with it to whoever must know, and `then` is the part of the form to show afterwards (0: none). `shown`
    names the form's choices: one of them that is not sent was emptied, as clients leave out what is empty. `draft` is
    the revision of the agenda that the form was filled in from, None where it stood on none.
    """

    draft: int | None = None
    title: str | None = None
    kind: ItemKind | None = None
    basis: str | None = None
    summary: str | None = None
    case_description: str | None = None
    recommendation: str | None = None
    financial_note: str | None = None
    amount: str | None = None
    duration: str | None = None
    links: str | None = None
    is_closed: bool | None = None
    topic: str | None = None
    purpose: str | None = None
    principles: tuple[str, ...] | None = None
    areas: tuple[str, ...] | None = None
    local_policy: str | None = None
    involvement: str | None = None
    joint_position: str | None = None
    is_local_challenge: bool | None = None
    on_funds: bool | None = None
    fund_purposes: tuple[str, ...] | None = None
    fund_parties: tuple[str, ...] | None = None
    fund_effort: str | None = None
    shown: tuple[str, ...] = ()
    then: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeChange(ProposalAction, Command):
    """The secretariat works the proposer's change in (Indarbejd)."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveChange(ProposalAction, Command):
    """The secretariat leaves the proposer's change out."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep(ProposalAction, Command):
    """The meeting leader wants it on (Skal på)."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defer(ProposalAction, Command):
    """The meeting leader lets it wait (Kan udskydes)."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(ProposalAction, Command):
    """Put it on the agenda, with a word to the proposer."""

    words: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(ProposalAction, Command):
    """The proposer takes it back, with a word to the secretariat."""

    words: str = ""


Looking: TypeAlias = OpenTriage | ShowProposal
ProposalsQuery: TypeAlias = ShowMyProposals | ShowProposals | OpenProposalForm | OpenRevision | Looking
Treatment: TypeAlias = Accept | AskForMore | Elaborate | Postpone | Decline | Withdraw
Conversing: TypeAlias = Revise | TakeChange | LeaveChange | Keep | Defer
ProposalsCommand: TypeAlias = Propose | Treatment | Conversing
