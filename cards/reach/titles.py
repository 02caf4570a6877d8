"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.reach.actions import MarkSent, Nudge, ShowNudge, ShowUnreached
from cards.kit.naming import Title
from cards.kit.titled import titled

TITLES: Mapping[type[Action], Title] = {
    ShowUnreached: titled("click.reach.unreached"),
    MarkSent: titled("click.reach.mark_sent"),
    ShowNudge: titled("click.reach.show_nudge"),
    Nudge: titled("click.reach.nudge"),
}
