"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.filing.actions import FetchCaseFile, FileOn, MarkFiled, ShowFiling, ShowUnfiled
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import quoted, titled
from cards.kit.words import say


def _pick(action: ShowFiling, naming: Naming) -> str:
    return "" if action.pick is None else f", {say('click.item', nr=action.pick)}"


def _filed_on(action: FileOn, naming: Naming) -> str:
    """The case's number, or what else it is filed on."""
    said = " ".join(each for each in (action.case_number, action.kle, action.facet) if each)
    return f" {quoted(said)}" if said else ""


TITLES: Mapping[type[Action], Title] = {
    ShowFiling: titled("click.filing.show", valgt=_pick),
    ShowUnfiled: titled("click.filing.missing"),
    FetchCaseFile: titled("click.filing.fetch"),
    FileOn: titled("click.filing.keep", paa=_filed_on),
    MarkFiled: titled("click.filing.mark", quotes="reference"),
}
