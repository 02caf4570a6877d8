"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.year.actions import (
    ApproveStatus,
    ConfirmHost,
    EvaluateOnAgenda,
    OpenStatus,
    OpenSwap,
    SaveStatus,
    SendStatus,
    ShowStatus,
    ShowYear,
    StatusAction,
    SwapHosts,
)
from cards.kit.naming import Naming, Title
from cards.kit.titled import plain, short_name, titled, where
from cards.kit.words import say


def _year(action: ShowYear | StatusAction, naming: Naming) -> str:
    return plain(action.of_year)[:4] or str(naming.today.year)


def _report(action: StatusAction, naming: Naming) -> str:
    """To whom, where there are several."""
    to = _recipient(action, naming)
    return f" {say('click.to', hvad=to)}" if action.report and to else ""


def _recipient(action: StatusAction, naming: Naming) -> str:
    charter = naming.forum.charter
    reports = [each for each in charter.reports if action.report in ("", each.id)]
    return short_name(charter.name_of_body(reports[0].to)) if len(reports) == 1 and reports[0].to else ""


def _sent_to(action: SendStatus, naming: Naming) -> str:
    return _recipient(action, naming) or say("click.year.recipient")


def _host(action: ConfirmHost, naming: Naming) -> str:
    return f", {short_name(naming.organisation(action.host))}" if action.host else ""


def _other(action: SwapHosts, naming: Naming) -> str:
    return f" {say('click.year.with', hvem=short_name(naming.organisation(action.other)))}" if action.other else ""


def _of_status(key: str) -> Title:
    return titled(key, aar=_year, modtager=_report)


TITLES: Mapping[type[Action], Title] = {
    ShowYear: titled("click.year.show", aar=_year),
    OpenSwap: titled("click.year.open_swap"),
    ConfirmHost: titled("click.year.confirm_host", vaert=_host),
    SwapHosts: titled("click.year.swap", hvem=_other),
    ShowStatus: _of_status("click.year.status"),
    OpenStatus: where("anew", _of_status("click.year.anew"), _of_status("click.year.write")),
    SaveStatus: _of_status("click.year.save"),
    ApproveStatus: _of_status("click.year.approve"),
    SendStatus: titled("click.year.send", aar=_year, til_hvem=_sent_to),
    EvaluateOnAgenda: titled("click.year.evaluate"),
}
