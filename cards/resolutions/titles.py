"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.resolutions.actions import ShowResolutions
from cards.kit.naming import Naming, Title
from cards.kit.titled import titled, where
from cards.kit.words import say


def _skipped(action: ShowResolutions, naming: Naming) -> str:
    return f" ({say('click.resolutions.skip', antal=action.skip)})" if action.skip else ""


TITLES: Mapping[type[Action], Title] = {
    ShowResolutions: where(
        "words",
        titled("click.resolutions.about", flere=_skipped),
        titled("click.resolutions.newest", flere=_skipped),
    )
}
