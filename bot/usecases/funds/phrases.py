"""What people type about the shared funds; see bot/usecases/phrases.py."""

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
from bot.domain.funds.typed import in_one_breath
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases


def _grant(got: Filled) -> RegisterGrant:
    typed = in_one_breath(got.tail)
    return RegisterGrant(amount=typed.amount, fund_year=typed.year, words=typed.words)


def _dispose(got: Filled) -> Dispose:
    typed = in_one_breath(got.tail)
    return Dispose(amount=typed.amount, decision=typed.item, party=typed.party, fund_year=typed.year, words=typed.words)


def _spend(got: Filled) -> RegisterSpending:
    typed = in_one_breath(got.tail)
    return RegisterSpending(amount=typed.amount, entry=typed.entry, fund_year=typed.year, words=typed.words)


def _council(answer: CouncilAnswer, got: Filled) -> AnswerForCouncil:
    party, _, words = got.tail.partition(":")
    return AnswerForCouncil(answer=answer, party=party.strip(), words=words.strip() or got.words)


PHRASES = (
    QueryPhrases(
        "[vis/se] [fælles] midler/klyngemidler | [vis/se] midlerne/klyngemidlerne | funds"
        " | hvor mange penge/midler er der [tilbage] | hvor mange penge har vi [tilbage] | hvad er der tilbage",
        lambda got: ShowFunds(),
    ),
    QueryPhrases("[vis/se] [fælles] midler/klyngemidler [i] {n}", lambda got: ShowFunds(year=got.number)),
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
    CommandPhrases("godkendt i byrådet for {ord}", lambda got: _council(CouncilAnswer.APPROVED, got)),
    CommandPhrases("ikke godkendt i byrådet:?", lambda got: _council(CouncilAnswer.REJECTED, got)),
    CommandPhrases("ikke godkendt i byrådet for {ord}", lambda got: _council(CouncilAnswer.REJECTED, got)),
    CommandPhrases("afventer behandling [i byrådet]:?", lambda got: _council(CouncilAnswer.PENDING, got)),
    CommandPhrases("afventer behandling [i byrådet] for {ord}", lambda got: _council(CouncilAnswer.PENDING, got)),
)
