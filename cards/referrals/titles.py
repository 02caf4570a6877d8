"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.referrals.actions import (
    CaseAction,
    OpenSendOn,
    RegisterAnswer,
    SendOn,
    ShowReferral,
    ShowReferrals,
    ShowWay,
    TakeBackReferral,
)
from cards.kit.naming import Naming, Title
from cards.kit.titled import facts_of, item_of, item_title, number_of, short_name, titled
from cards.kit.words import say


def _case(action: CaseAction, naming: Naming) -> str:
    """The proposal, or the item and its meeting."""
    if action.number is not None:
        return say("click.referrals.proposal", nr=number_of(action, naming))
    place = item_of(action, naming) or say("click.referrals.case")
    return f"{place}{facts_of(action, naming)['tilbage' if action.resolved else 'om']}"


def _title(action: CaseAction, naming: Naming) -> str:
    return naming.titled(naming.proposals, action.number, action.year) or item_title(
        action, naming, looks_back=action.resolved
    )


def _body(action: OpenSendOn | SendOn, naming: Naming) -> str:
    body = short_name(naming.forum.charter.name_of_body(action.body))
    return f" {say('click.to', hvad=body)}" if body else ""


TITLES: Mapping[type[Action], Title] = {
    OpenSendOn: titled("click.referrals.open", named=_title, sag=_case, organ=_body),
    SendOn: titled("click.referrals.send", named=_title, sag=_case, organ=_body, quotes="question"),
    ShowWay: titled("click.referrals.way", named=_title, sag=_case),
    ShowReferrals: titled("click.referrals.list"),
    ShowReferral: titled("click.referrals.see"),
    RegisterAnswer: titled("click.referrals.answer"),
    TakeBackReferral: titled("click.referrals.take_back"),
}
