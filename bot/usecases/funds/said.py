"""The shared funds in somebody's own words, as entries and answers with all that was said filled in."""

import re
from collections.abc import Callable

from bot.domain.actions import AnyCommand, AnyQuery
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
from bot.domain.saying.slots import Counted
from bot.usecases.said.numbered import numbered, which
from bot.usecases.said.pointed import numbers_of
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told

_AFFORDS = re.compile(r"\bra+d til\b|\bhar (?:vi|i|klyngen) ra+d\b")
_LAST_YEAR = re.compile(r"\b(?:sidste ar|forrige ar|aret for|i ?fjor)\b")
_NTH = re.compile(r"\b(?P<nth>forste|anden|andet|tredje|fjerde|femte|sjette) post")
_PLACES = {"forste": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6}
_LEAST = 1_000  # kroner: from there on a bare number is an amount
_HOW = re.compile(r"\b(?:hvordan|hvor (?:registrer|skriv|noter|indtast|opret|disponer)\w*)\b", re.IGNORECASE)
_ENTRY = numbered("post(?:en|ering|eringen)?")


def funds(told: Told) -> ShowFunds:
    """Of the year that was said."""
    return ShowFunds(year=_year(told) or _last_year(told))


def report(told: Told) -> ShowFundReport:
    """Likewise; "sidste år" is the year before."""
    return ShowFundReport(year=_year(told) or _last_year(told))


def entry(told: Told) -> ShowFundEntry | None:
    """The one that is named, or was shown."""
    found = which(told, _ENTRY, ShowFundEntry)
    return None if found is None else ShowFundEntry(number=found.number, year=found.year)


def entry_or_funds(told: Told) -> ShowFundEntry | ShowFunds:
    """The one that is named, also as "tredje post"; all of them where none is."""
    found, nth = entry(told), _NTH.search(told.sound)
    return ShowFundEntry(number=_PLACES[nth["nth"]]) if nth else found or funds(told)


def grant(told: Told) -> RegisterGrant | OpenGrantForm:
    """What somebody says that they were granted is its basis."""
    if not (amount := _amount(told)):
        return OpenGrantForm()
    return RegisterGrant(amount=amount, fund_year=_fund_year(told), words=told.reason or _as_said(told))


def dispose(told: Told) -> Dispose | OpenDisposalForm:
    """For the organisation that is named, by the item that is."""
    if not (amount := _amount(told)):
        return OpenDisposalForm()
    item = next(iter(numbers_of(told, Counted.ITEM)), None) or _decided(told)
    party = told.organisations[0] if len(told.organisations) == 1 else ""
    return Dispose(
        amount=amount,
        decision="" if item is None else str(item),
        aim="" if item or party else told.rest,
        party=party,
        fund_year=_fund_year(told),
        words=told.reason,
    )


def spend(told: Told) -> RegisterSpending | OpenSpendingForm:
    """Of the entry that is named, or was shown."""
    found = which(told, _ENTRY, ShowFundEntry)
    if not (amount := _amount(told)):
        return OpenSpendingForm()
    return RegisterSpending(
        amount=amount,
        entry="" if found is None else str(found.number),
        fund_year=_fund_year(told),
        words=told.reason or _as_said(told),
    )


def asked_of(form: AnyQuery) -> Act:
    """The form for whoever asks how it is done; any other question is how the funds stand."""
    return lambda told: form if _HOW.search(told.said) else funds(told)


def counter(told: Told) -> AnyQuery | AnyCommand:
    """The entry that is named, or was shown; where none is, all of them."""
    found = which(told, _ENTRY, ShowFundEntry)
    return (
        ShowFunds()
        if found is None
        else CounterEntry(number=found.number, year=found.year, words=told.reason or _as_said(told))
    )


def council(answer: CouncilAnswer) -> Act:
    """What a council said; asked about, it is how the funds stand."""

    def act(told: Told) -> AnyQuery | AnyCommand:
        if told.mood.asks:
            return ShowFunds()
        item = next(iter(numbers_of(told, Counted.ITEM)), None)
        party = told.organisations[0] if len(told.organisations) == 1 else ""
        return AnswerForCouncil(
            answer=answer, decision="" if item is None else str(item), party=party, words=told.reason
        )

    return act


def _decided(told: Told) -> int | None:
    """The item of the last meeting that is called by its title, but not by the name of whose money it is."""
    if told.held_item is None:
        return None
    title = told.moment.held_items[told.held_item - 1]
    named = (each.name.split()[0] for each in told.moment.forum.organisations if each.id in told.organisations)
    return None if any(each in title for each in named) else told.held_item


def afford(told: Told) -> ShowFunds | None:
    """Whether there is money for it, which is no council ("rådet")."""
    return ShowFunds(year=_year(told)) if _AFFORDS.search(told.sound) else None


def entry_of_list(told: Told) -> ShowFundEntry | None:
    """The one that is called by its number as the funds were shown."""
    found = next((each.number for each in told.slots.numbers if each.is_numbered), None)
    return None if found is None else ShowFundEntry(number=found)


def granted(told: Told) -> RegisterGrant | None:
    """Where an amount is said, and not asked about."""
    if told.mood.asks or not _amount(told):
        return None
    found = grant(told)
    return found if isinstance(found, RegisterGrant) else None


def disposed(told: Told) -> Dispose | None:
    """Where an amount is said, and for whom or what."""
    if told.mood.asks or not _amount(told):
        return None
    found = dispose(told)
    return found if isinstance(found, Dispose) and (found.party or found.decision or found.aim) else None


def spent(told: Told) -> RegisterSpending | None:
    """Where an amount is said, and not asked about."""
    if told.mood.asks or not _amount(told):
        return None
    found = spend(told)
    return found if isinstance(found, RegisterSpending) else None


def form(kind: Callable[[], AnyQuery]) -> Act:
    """That form, where no amount is said that it could be filled in with at once."""
    return lambda told: None if _amount(told) else kind()


def _amount(told: Told) -> str:
    number = next((each for each in numbers_of(told, Counted.BARE) if each >= _LEAST), None)
    return told.amount_typed or ("" if number is None else str(number))


def _last_year(told: Told) -> int | None:
    """The year before, where that is said."""
    return told.moment.now.year - 1 if _LAST_YEAR.search(told.sound) else None


def _year(told: Told) -> int | None:
    return next(iter(numbers_of(told, Counted.YEAR)), None)


def _fund_year(told: Told) -> str:
    year = _year(told)
    return "" if year is None else str(year)


def _as_said(told: Told) -> str:
    """The sentence itself where it tells something, so that nobody writes it twice."""
    return "" if told.mood.asks or told.mood.requests else told.said
