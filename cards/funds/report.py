"""A year of the funds as one reads it afterwards: a card, and rows for a table that any spreadsheet opens."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from bot.domain.documents.actions import OpenDocument
from bot.domain.documents.state import Kind
from bot.domain.funds.actions import ShowFunds
from bot.domain.funds.state import Balance, kroner
from cards.funds.view import CouncilView, EntryView, called, council_line, councils_words, entry_line, sums
from cards.kit.elements import Card, Json, button, card, facts, group, heading, text
from cards.kit.files import file_buttons
from cards.kit.fitting import fitted, shorten
from cards.kit.table import table as rows_of
from cards.kit.words import money, say, several

_LEVELS = ((200, 40), (120, 25), (80, 12), (40, 6), (25, 2))
"""Characters of a line, and how many entries."""
_COLUMNS = (
    "funds.column.year",
    "funds.column.number",
    "funds.column.kind",
    "funds.column.amount",
    "funds.column.back",
    "funds.column.purpose",
    "funds.column.organisation",
    "funds.column.decision",
    "funds.column.by",
    "funds.column.day",
    "funds.column.basis",
    "funds.column.waiver",
    "funds.column.days",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The year: its sums, whole and by purpose, every entry, the days from decision to disposal, and the councils."""

    forum: str
    forum_name: str
    year: int
    total: Balance
    accounts: Mapping[str, Balance]
    entries: Sequence[EntryView]
    lead_days: Mapping[int, int]
    councils: Sequence[CouncilView]

    @property
    def waived(self) -> tuple[EntryView, ...]:
        """The disposals that went before a decision, with a reason."""
        return tuple(each for each in self.entries if each.waiver)


def card_of(report: Report) -> Card:
    """The year on one card."""
    return fitted(lambda level: _card(report, *level), _LEVELS)


def table(report: Report) -> str:
    """Every entry and the sums as semicolon-separated values; no text in it can become a formula."""
    return rows_of(
        [
            list(map(say, _COLUMNS)),
            *(list(_row(report, entry)) for entry in report.entries),
            *([str(report.year), "", name, _plain(value)] for name, value in _sum_rows(report)),
        ]
    )


def data(report: Report) -> dict[str, Any]:
    """The same as data, amounts in kroner as texts."""
    return {
        "forum": report.forum,
        "name": report.forum_name,
        "year": report.year,
        "total": _balance(report.total),
        "purposes": {name: _balance(each) for name, each in report.accounts.items()},
        "entries": [_entry(report, each) for each in report.entries],
        "councils": [
            {"organisation": each.organisation, "decision": each.decision, "answer": each.answer.value}
            for each in report.councils
        ],
    }


def _card(report: Report, most: int, rows: int) -> Card:
    title = say("funds.report.title", aar=report.year)
    shown = report.entries[:rows]
    hidden = len(report.entries) - len(shown)
    speak = f"{title}. {say('funds.fact.left')}: {money(kroner(report.total.left))}"
    return card(
        heading(title),
        text(report.forum_name, subtle=True),
        facts(sums(report.total)),
        *_by_purpose(report),
        text(lead_words(report)),
        *(
            text(say("funds.report.waived", post=called(each), ord=shorten(each.waiver, most)))
            for each in report.waived[:5]
        ),
        text(councils_words(report.councils)) if report.councils else None,
        *(text(shorten(council_line(each), most), close=True) for each in report.councils[:rows]),
        heading(say("funds.entries"), level=2) if shown else text(say("funds.empty", aar=report.year)),
        *(text(shorten(entry_line(each), most), close=True) for each in shown),
        text(say("funds.report.more", antal=hidden), subtle=True) if hidden else None,
        actions=[
            button(say("funds.btn.list"), ShowFunds(forum=report.forum, year=report.year)),
            *file_buttons(OpenDocument(forum=report.forum, paper=Kind.FUNDS, year=report.year)),
        ],
        speak=speak,
    )


def _by_purpose(report: Report) -> Iterator[Json]:
    if len(report.accounts) > 1:
        for name, balance in report.accounts.items():
            yield group(text(name, bold=True), facts(sums(balance)), divided=True)


def lead_words(report: Report) -> str:
    """How long it took from decision to disposal."""
    days = sorted(report.lead_days.values())
    if not days:
        return say("funds.report.lead.none")
    middle = several("funds.days", round(median(days)))
    return say("funds.report.lead", dage=middle, mindst=days[0], hoejst=days[-1])


def _row(report: Report, entry: EntryView) -> Iterator[str]:
    yield from (str(entry.year), str(entry.number), called(entry))
    amount = _plain(entry.amount)
    yield from ("", amount) if entry.is_counter else (amount, "")
    yield from (entry.purpose, entry.organisation, entry.origin, entry.by, entry.day.isoformat())
    yield from (entry.basis, entry.waiver, str(report.lead_days.get(entry.number, "")))


def _sum_rows(report: Report) -> Iterator[tuple[str, Decimal]]:
    total = report.total
    yield say("funds.fact.granted"), kroner(total.granted)
    yield say("funds.fact.committed"), kroner(total.disposed)
    yield say("funds.fact.spent"), kroner(total.spent)
    yield say("funds.fact.left"), kroner(total.left)


def _plain(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")


def _balance(balance: Balance) -> dict[str, str]:
    return {
        "granted": f"{kroner(balance.granted):.2f}",
        "disposed": f"{kroner(balance.disposed):.2f}",
        "spent": f"{kroner(balance.spent):.2f}",
        "left": f"{kroner(balance.left):.2f}",
    }


def _entry(report: Report, entry: EntryView) -> dict[str, Any]:
    return {
        "number": entry.number,
        "kind": entry.kind.value,
        "counters": entry.of if entry.is_counter else None,
        "amount": f"{entry.amount:.2f}",
        "purpose": entry.purpose,
        "organisation": entry.organisation,
        "decision": entry.origin,
        "by": entry.by,
        "on": entry.day.isoformat(),
        "basis": entry.basis,
        "waiver": entry.waiver,
        "lead_days": report.lead_days.get(entry.number),
    }
