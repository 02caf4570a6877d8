"""What people type about the shared funds; see bot/usecases/phrases.py."""

import re

from bot.domain.funds.actions import (
    AnswerForCouncil,
    CounterEntry,
    Dispose,
    OpenDisposalForm,
    OpenGrantForm,
    OpenSpendingForm,
    RegisterGrant,
    RegisterSpending,
    ShowFundEntry,
    ShowFundReport,
    ShowFunds,
)
from bot.domain.funds.state import CouncilAnswer
from bot.usecases.funds.typed import in_one_breath
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases

_ITEM = re.compile(r"(?:^|,?\s+)(?:(?:til|på)\s+)?punkt\s+", re.IGNORECASE)


def _names_an_amount(got: Filled) -> bool:
    return any(letter.isdigit() for letter in got.tail)


def _grant(got: Filled) -> RegisterGrant | OpenGrantForm:
    if not _names_an_amount(got):
        return OpenGrantForm()
    typed = in_one_breath(got.tail)
    if typed.item or typed.party or typed.entry:  # a grant has none of these
        return RegisterGrant(amount=got.tail)
    words = typed.words or typed.source
    return RegisterGrant(amount=typed.amount, fund_year=typed.year, aim=typed.aim, words=words)


def _dispose(got: Filled) -> Dispose | OpenDisposalForm:
    if not _names_an_amount(got):
        return OpenDisposalForm()
    typed = in_one_breath(got.tail)
    if typed.source or typed.entry:
        return Dispose(amount=got.tail)
    return Dispose(
        amount=typed.amount,
        decision=typed.item,
        aim=typed.aim,
        party=typed.party,
        fund_year=typed.year,
        words=typed.words,
    )


def _spend(got: Filled) -> RegisterSpending | OpenSpendingForm:
    if not _names_an_amount(got):
        return OpenSpendingForm()
    typed = in_one_breath(got.tail)
    if typed.item or typed.party:
        return RegisterSpending(amount=got.tail)
    words = typed.words or typed.source or typed.aim
    return RegisterSpending(amount=typed.amount, entry=typed.entry, fund_year=typed.year, words=words)


def _council(answer: CouncilAnswer, got: Filled) -> AnswerForCouncil:
    named, _, words = got.tail.partition(":")
    party, _, item = _ITEM.sub("\n", named, count=1).partition("\n")
    numbered = str(got.number) if got.numbers else item.strip(" .")
    return AnswerForCouncil(
        answer=answer, decision=numbered, party=party.strip(" ,."), words=words.strip() or got.words
    )


PHRASES = (
    QueryPhrases(
        "[vis/se] [fælles] midler/klyngemidler | [vis/se] midlerne/klyngemidlerne | funds"
        " | hvor mange penge/midler er der [tilbage] | hvor mange penge/midler har vi [tilbage] | hvad er der tilbage"
        " | hvor meget er der tilbage | hvor meget har vi tilbage/brugt/disponeret | hvad har vi brugt/disponeret"
        " | [vis/se] penge/pengene/puljen/økonomi/økonomien/budget/budgettet | status på midler/midlerne/økonomien",
        lambda got: ShowFunds(),
    ),
    QueryPhrases(
        "[vis/se] [fælles] midler/klyngemidler [i/for] {n} | hvor mange penge/midler er der [tilbage] [i/for] {n}"
        " | hvor mange penge/midler har vi [tilbage] [i/for] {n}",
        lambda got: ShowFunds(year=got.number),
    ),
    QueryPhrases("[vis/se] årsopgørelse/årsopgørelsen", lambda got: ShowFundReport()),
    QueryPhrases("[vis/se] årsopgørelse/årsopgørelsen [for] {n}", lambda got: ShowFundReport(year=got.number)),
    QueryPhrases("[vis/se] post {nr}", lambda got: ShowFundEntry(number=got.number, year=got.year)),
    QueryPhrases("registrer/ny bevilling", lambda got: OpenGrantForm()),
    QueryPhrases("disponer | disponer midler/beløb", lambda got: OpenDisposalForm()),
    QueryPhrases("registrer/nyt forbrug", lambda got: OpenSpendingForm()),
    CommandPhrases("registrer/ny bevilling [på] {ord}", _grant),
    CommandPhrases("disponer {ord}", _dispose),
    CommandPhrases("registrer/nyt forbrug [på] {ord}", _spend),
    CommandPhrases(
        "tilbagefør post {nr}:?", lambda got: CounterEntry(number=got.number, year=got.year, words=got.words)
    ),
    CommandPhrases("godkendt i byrådet:?", lambda got: _council(CouncilAnswer.APPROVED, got)),
    CommandPhrases("godkendt i byrådet [til/på] punkt {n}:?", lambda got: _council(CouncilAnswer.APPROVED, got)),
    CommandPhrases("godkendt i byrådet for {ord}", lambda got: _council(CouncilAnswer.APPROVED, got)),
    CommandPhrases("ikke godkendt i byrådet:?", lambda got: _council(CouncilAnswer.REJECTED, got)),
    CommandPhrases("ikke godkendt i byrådet [til/på] punkt {n}:?", lambda got: _council(CouncilAnswer.REJECTED, got)),
    CommandPhrases("ikke godkendt i byrådet for {ord}", lambda got: _council(CouncilAnswer.REJECTED, got)),
    CommandPhrases("afventer behandling [i byrådet]:?", lambda got: _council(CouncilAnswer.PENDING, got)),
    CommandPhrases(
        "afventer behandling [i byrådet] [til/på] punkt {n}:?", lambda got: _council(CouncilAnswer.PENDING, got)
    ),
    CommandPhrases("afventer behandling [i byrådet] for {ord}", lambda got: _council(CouncilAnswer.PENDING, got)),
)
