"""What can be asked for about the shared funds; amounts, years and reasons are as typed."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.funds.state import CouncilAnswer
from bot.domain.kernel.action import Action, Command, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFunds(Query):
    """How the funds of a year stand (this year's where none is named)."""

    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFundReport(Query):
    """What became of the funds of a year: sums, entries, lead times, and the councils."""

    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFundEntry(Query):
    """One entry of the ledger."""

    number: int
    year: int | None = None


class OpenGrantForm(Query):
    """The form for a grant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDisposalForm(Query):
    """The form for a disposal; `decision` is the decision that it is by, where one was pressed."""

    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpendingForm(Query):
    """The form for what was spent; `entry` is the disposal that it is of, where one was pressed."""

    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking(Action):
    """What a new entry of the ledger says; `form` tells a second click from a second entry (a sentence has none)."""

    form: str = ""
    amount: str = ""
    fund_year: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterGrant(Booking, Command):
    """Money is granted to the fund; `words` are its basis, and `aim` is the purpose as somebody typed it."""

    fund_purpose: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispose(Booking, Command):
    """Money is disposed of for an organisation, by a decision or with the reason for going without one.

    Without either, `words` are read as whichever the forum asks for. `aim` is a purpose, an item or an organisation,
    as somebody typed it.
    """

    fund_purpose: str = ""
    aim: str = ""
    party: str = ""
    decision: str = ""
    waiver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSpending(Booking, Command):
    """Money was spent of a disposal, which is named by its number."""

    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterEntry(Command):
    """An entry is taken back (Tilbagefør), with a reason."""

    number: int
    year: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForCouncil(Command):
    """What a council says to a decision: yes, no, or not yet; where only one is open, `decision` and `party` are it."""

    answer: CouncilAnswer
    decision: str = ""
    party: str = ""
    words: str = ""


FundsQuery: TypeAlias = ShowFunds | ShowFundReport | ShowFundEntry | OpenGrantForm | OpenDisposalForm | OpenSpendingForm
Entering: TypeAlias = RegisterGrant | Dispose | RegisterSpending
FundsCommand: TypeAlias = Entering | CounterEntry | AnswerForCouncil
