"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.composition.actions import (
    AnswerGpQuestion,
    ConfirmMandate,
    InviteGuest,
    OpenGpQuestion,
    OpenGuestForm,
    ShowComposition,
    WithdrawGuest,
    WithdrawMandate,
)
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import short_name, titled, where
from cards.kit.words import listing


def _guest(action: OpenGuestForm | InviteGuest, naming: Naming) -> str:
    name = short_name(action.name or action.role)
    return f" {name}" if name else ""


def _organisations(action: AnswerGpQuestion, naming: Naming) -> str:
    return short_name(listing(map(naming.organisation, action.organisations)))


TITLES: Mapping[type[Action], Title] = {
    ShowComposition: titled("click.composition.show"),
    ConfirmMandate: where(
        "person", titled("click.composition.confirm_mandate"), titled("click.composition.confirm_own_mandate")
    ),
    WithdrawMandate: titled("click.composition.withdraw_mandate"),
    OpenGpQuestion: titled("click.composition.gp_question"),
    AnswerGpQuestion: where(
        "organisations",
        titled("click.composition.gp_answer", hvem=_organisations),
        titled("click.composition.gp_typed"),
    ),
    OpenGuestForm: where(
        "name", titled("click.composition.guest_form_named", navn=_guest), titled("click.composition.guest_form")
    ),
    InviteGuest: titled("click.composition.invite", navn=_guest),
    WithdrawGuest: titled("click.composition.withdraw_guest"),
}
