"""A year of the shared funds on one card, and one entry of the ledger."""

from collections.abc import Iterator, Sequence

from bot.domain.funds.actions import (
    CounterEntry,
    OpenDisposalForm,
    OpenGrantForm,
    OpenSpendingForm,
    ShowFundEntry,
    ShowFundReport,
    ShowFunds,
)
from cards.funds.council import answer_buttons
from cards.funds.view import (
    CouncilView,
    DecisionView,
    EntryView,
    FundsView,
    called,
    council_line,
    councils_words,
    decision_line,
    entry_head,
    entry_line,
    entry_rest,
    sums,
)
from cards.kit.elements import (
    Card,
    Json,
    button,
    button_rows,
    card,
    done,
    facts,
    folded_box,
    group,
    heading,
    present,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, money, say

_LEVELS = ((160, 10, 8, 4), (100, 8, 6, 2), (60, 5, 4, 1), (40, 3, 2, 1), (25, 2, 1, 0))
"""Characters of a text; entries, decisions, and decisions with buttons."""


def overview(view: FundsView, *, outcome: str | None = None) -> Card:
    """How the funds of a year stand, and what this reader may do with them."""
    return fitted(lambda level: _overview(view, outcome, *level), _LEVELS)


def none(forum: str) -> Card:
    """A forum that has no fund."""
    words = say("funds.none", forum=forum)
    return card(heading(say("funds.title")), text(words), speak=words)


def entry(forum: str, view: EntryView, *, typed: str = "", outcome: str | None = None) -> Card:
    """One entry with what it rests on, and the way to take it back."""
    facts_ = {
        say("funds.fact.amount"): money(view.amount),
        say("funds.field.party"): view.organisation or None,
        say("funds.field.purpose"): view.purpose or None,
        say("funds.field.decision"): view.origin or None,
        say("funds.field.basis"): view.basis or None,
        say("funds.fact.waiver"): view.waiver or None,
        say("funds.fact.by"): say("funds.entry.by", navn=view.by, dato=medium_date(view.day)),
    }
    reason = say("funds.field.reason")
    back = view.takes_back
    takes = CounterEntry(forum=forum, number=view.number, year=view.year)
    return card(
        heading(called(view)),
        facts(facts_),
        text(say("funds.counter.hint", beloeb=money(back)), subtle=True) if back is not None else None,
        text_input("words", reason, value=typed, multiline=True) if back is not None else None,
        done(outcome) if outcome else None,
        actions=[
            button(say("funds.btn.counter"), takes) if back is not None else None,
            button(say("funds.btn.list"), ShowFunds(forum=forum, year=view.year)),
        ],
        speak=outcome or entry_line(view),
    )


def _overview(view: FundsView, outcome: str | None, most: int, entries: int, decisions: int, buttons: int) -> Card:
    title = say("funds.title")
    speak = outcome or say("funds.speak", aar=view.year, rest=money_left(view))
    return card(
        heading(title),
        text(str(view.year), subtle=True),
        done(outcome) if outcome else None,
        text(say("funds.empty", aar=view.year)) if not view.entries else None,
        facts(sums(view.total)),
        *_accounts(view),
        *_decisions(view, most, decisions, buttons),
        *_standing(view),
        *_entries(view, most, entries),
        *_notes(view, most),
        actions=_actions(view),
        speak=speak,
    )


def money_left(view: FundsView) -> str:
    """What is left of the year."""
    return str(sums(view.total)[say("funds.fact.left")])


def _accounts(view: FundsView) -> Iterator[Json | None]:
    if len(view.accounts) < 2:
        return
    for name, balance in view.accounts.items():
        yield group(text(name, bold=True), facts(sums(balance)), divided=True)


def _decisions(view: FundsView, most: int, rows: int, with_buttons: int) -> list[Json]:
    if not view.decisions:
        return []
    shown = view.decisions[:rows]
    return [
        heading(say("funds.decisions"), level=2),
        *(_decision(view.forum, each, most, place < with_buttons) for place, each in enumerate(shown)),
    ]


def _decision(forum: str, view: DecisionView, most: int, has_buttons: bool) -> Json:
    disposing = button(say("funds.btn.commit"), OpenDisposalForm(forum=forum, decision=view.key))
    own = [each for each in view.councils if each.may_answer]
    return group(
        text(shorten(view.title, most), bold=True),
        text(decision_line(view), close=True),
        text(say("funds.parties", navne=listing(view.parties)), subtle=True, close=True) if view.parties else None,
        *_councils(view.councils, most),
        *(button_rows(disposing) if has_buttons and view.may_dispose else ()),
        *(row for each in own[: 2 if has_buttons else 0] for row in _answering(forum, each, len(own))),
        divided=True,
    )


def _councils(councils: Sequence[CouncilView], most: int) -> list[Json]:
    if not councils:
        return []
    lines = (text(shorten(council_line(each), most * 2), close=True) for each in councils)
    return [text(councils_words(councils), close=True), *lines]


def _answering(forum: str, view: CouncilView, among: int) -> list[Json]:
    name = [text(view.name, subtle=True)] if among > 1 else []
    return [*name, *button_rows(*answer_buttons(forum, view))]


def _standing(view: FundsView) -> list[Json]:
    """A sentence an organisation fills a phone, so several are folded away."""
    if len(view.standing) > 1:
        return folded_box("standing", say("funds.standing"), *(text(each) for each in view.standing), is_open=False)
    return [
        part for each in view.standing for part in (heading(say("funds.standing"), level=2), text(each, close=True))
    ]


def _notes(view: FundsView, most: int) -> list[Json]:
    if not view.notes:
        return []
    lines = (text(shorten(note, most * 4), subtle=True) for note in view.notes)
    return folded_box("notes", say("funds.notes"), *lines, is_open=False)


def _entries(view: FundsView, most: int, rows: int) -> list[Json]:
    if not view.entries:
        return []
    newest = list(reversed(view.entries))[:rows]
    hidden = len(view.entries) - len(newest)
    return present(
        [
            heading(say("funds.entries"), level=2),
            *(part for each in newest for part in _entry(each, most)),
            text(say("funds.entries.more", antal=hidden, aar=view.year), subtle=True) if hidden else None,
            *_to_entry(view, newest),
        ]
    )


def _entry(view: EntryView, most: int) -> list[Json]:
    return [text(entry_head(view), bold=True), text(shorten(entry_rest(view), most * 2), close=True)]


def _to_entry(view: FundsView, newest: list[EntryView]) -> list[Json]:
    """The way to those that may be taken back."""
    own = [each for each in newest if each.takes_back is not None][:3]
    opened = (
        button(
            say("funds.btn.entry", nr=each.number), ShowFundEntry(forum=view.forum, number=each.number, year=each.year)
        )
        for each in own
    )
    return button_rows(*opened) if own else []


def _actions(view: FundsView) -> list[Json]:
    forum = view.forum
    others = [each for each in view.years if each != view.year][:2]
    return present(
        [
            button(say("funds.btn.grant"), OpenGrantForm(forum=forum)) if view.may_book else None,
            button(say("funds.btn.commit"), OpenDisposalForm(forum=forum)) if view.may_dispose else None,
            button(say("funds.btn.spend"), OpenSpendingForm(forum=forum)) if view.may_spend else None,
            button(say("funds.btn.report", aar=view.year), ShowFundReport(forum=forum, year=view.year)),
            *(button(say("funds.btn.year", aar=each), ShowFunds(forum=forum, year=each)) for each in others),
        ]
    )
