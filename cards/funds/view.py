"""The shared funds as somebody may see them: ids are names, and what is closed is no more than that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.domain.funds.state import Balance, CouncilAnswer, EntryKind, kroner
from cards.kit.words import keyed, listing, medium_date, money, say

ALL_PURPOSES = ""
ANSWERS = keyed(CouncilAnswer, "funds.answer")
_KINDS = keyed(EntryKind, "funds.entry")
_COUNTERS = keyed(EntryKind, "funds.counter")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One entry; `takes_back` is what a counter would take back, None where this reader may not or nothing is left."""

    year: int
    number: int
    kind: EntryKind
    is_counter: bool
    of: int | None
    amount: Decimal
    by: str
    day: date
    purpose: str = ""
    organisation: str = ""
    origin: str = ""
    basis: str = ""
    waiver: str = ""
    takes_back: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilView:
    """What one council said to one decision, and whether this reader may tell; of a closed item no amount is shown."""

    decision: str
    organisation: str
    name: str
    title: str
    meeting_day: date
    amount: Decimal
    answer: CouncilAnswer
    by: str = ""
    day: date | None = None
    words: str = ""
    may_answer: bool = False
    may_dispose: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """What was decided on money, how much of it was disposed of, and what the councils say; closed where hidden."""

    key: str
    title: str
    meeting_day: date
    position: int
    amount: Decimal
    left: Decimal
    parties: Sequence[str] = ()
    councils: Sequence[CouncilView] = ()
    may_dispose: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FundsView:
    """A year of the funds; `accounts` are by the names of the purposes, `standing` a sentence an organisation."""

    forum: str
    year: int
    years: Sequence[int]
    total: Balance
    accounts: Mapping[str, Balance]
    decisions: Sequence[DecisionView] = ()
    entries: Sequence[EntryView] = ()
    standing: Sequence[str] = ()
    notes: Sequence[str] = ()
    may_book: bool = False
    may_dispose: bool = False
    may_spend: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a form lets one choose, by value."""

    purposes: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, str] = field(default_factory=dict)
    asks_waiver: bool = False
    asks_basis: bool = False
    notes: Sequence[str] = ()


def sums(balance: Balance) -> dict[str, str | None]:
    """The four sums of an account."""
    return {
        say("funds.fact.granted"): money(kroner(balance.granted)),
        say("funds.fact.committed"): money(kroner(balance.disposed)),
        say("funds.fact.spent"): money(kroner(balance.spent)),
        say("funds.fact.left"): money(kroner(balance.left)),
    }


def called(entry: EntryView) -> str:
    """What it is, with its number."""
    key = (_COUNTERS if entry.is_counter else _KINDS)[entry.kind]
    words = say(key, nr=entry.number, aar=entry.year)
    return f"{words} {say('funds.counter.of', nr=entry.of)}" if entry.is_counter else words


def entry_line(entry: EntryView) -> str:
    """An entry on one line."""
    return f"{entry_head(entry)} · {entry_rest(entry)}"


def entry_head(entry: EntryView) -> str:
    """What it is, and how much."""
    sign = "−" if entry.is_counter else ""
    return f"{called(entry)} · {sign}{money(entry.amount)}"


def entry_rest(entry: EntryView) -> str:
    """Whose it is, what it rests on, and who wrote it when."""
    who = say("funds.entry.by", navn=entry.by, dato=medium_date(entry.day))
    return " · ".join(each for each in (entry.organisation, entry.purpose, entry.origin, who) if each)


def decision_line(view: DecisionView) -> str:
    """When it was decided, on how much, and how much is left of it; of what is closed here only when."""
    if view.is_hidden:
        return say("funds.decision.hidden", moede_dato=medium_date(view.meeting_day))
    return say(
        "funds.decision.line",
        moede_dato=medium_date(view.meeting_day),
        beloeb=money(view.amount),
        rest=money(view.left),
    )


def council_line(view: CouncilView) -> str:
    """What one council said, and who told."""
    words = say("funds.council.line", organisation=view.name, svar=say(ANSWERS[view.answer]))
    if view.by and view.day is not None:
        words = f"{words} {say('funds.council.by', navn=view.by, dato=medium_date(view.day))}"
    return f"{words} {view.words}".strip()


def councils_words(councils: Sequence[CouncilView]) -> str:
    """How it stands with all of them in one line; a no is told whole."""
    count = {answer: sum(each.answer is answer for each in councils) for answer in CouncilAnswer}
    awaited = count[CouncilAnswer.AWAITED] + count[CouncilAnswer.PENDING]
    words = say(
        "funds.councils",
        ja=count[CouncilAnswer.APPROVED],
        nej=count[CouncilAnswer.REJECTED],
        venter=awaited,
        antal=len(councils),
    )
    refusing = [each.name for each in councils if each.answer is CouncilAnswer.REJECTED]
    return f"{words} {say('funds.councils.no', navne=listing(refusing))}" if refusing else words
