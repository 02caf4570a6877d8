"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

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
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import amount_words, of_kind, short_name, titled
from cards.kit.words import say


def _year(action: ShowFunds | ShowFundReport, naming: Naming) -> str:
    return str(action.year or naming.today.year)


def _amount(action: RegisterGrant | Dispose | RegisterSpending, naming: Naming) -> str:
    said = amount_words(action.amount)
    return f" {said}" if said else ""


def _fund_year(action: RegisterGrant | Dispose | RegisterSpending, naming: Naming) -> str:
    return f" ({short_name(action.fund_year)})" if action.fund_year else ""


def _party(action: Dispose, naming: Naming) -> str:
    return f" {say('click.to', hvad=short_name(naming.organisation(action.party)))}" if action.party else ""


def _entry(action: RegisterSpending | OpenSpendingForm, naming: Naming) -> str:
    return f", {say('click.funds.of_entry', nr=short_name(action.entry))}" if action.entry else ""


def _council(action: AnswerForCouncil, naming: Naming) -> str:
    return f": {short_name(naming.organisation(action.party))}" if action.party else ""


TITLES: Mapping[type[Action], Title] = {
    ShowFunds: titled("click.funds.show", aar=_year),
    ShowFundReport: titled("click.funds.report", aar=_year),
    ShowFundEntry: titled("click.funds.entry"),
    OpenGrantForm: titled("click.funds.open_grant"),
    OpenDisposalForm: titled("click.funds.open_disposal"),
    OpenSpendingForm: titled("click.funds.open_spending", post=_entry),
    RegisterGrant: titled("click.funds.grant", beloeb=_amount, for_aar=_fund_year),
    Dispose: titled("click.funds.dispose", beloeb=_amount, modtager=_party, for_aar=_fund_year),
    RegisterSpending: titled("click.funds.spend", beloeb=_amount, post=_entry, for_aar=_fund_year),
    CounterEntry: titled("click.funds.counter"),
    AnswerForCouncil: of_kind(
        "answer",
        {
            CouncilAnswer.AWAITED: titled("click.funds.awaited", byraad=_council),
            CouncilAnswer.PENDING: titled("click.funds.pending", byraad=_council),
            CouncilAnswer.APPROVED: titled("click.funds.approved", byraad=_council),
            CouncilAnswer.REJECTED: titled("click.funds.rejected", byraad=_council),
        },
    ),
}
