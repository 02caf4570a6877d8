"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.standing.actions import ShowStanding
from cards.kit.naming import Title
from cards.kit.titled import titled

TITLES: Mapping[type[Action], Title] = {ShowStanding: titled("click.standing.show")}
