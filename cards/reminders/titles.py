"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.reminders.actions import ChooseNotices, RemindTomorrow, ShowGathered, ShowNotices
from bot.domain.reminders.state import NoticeChoice
from cards.kit.naming import Title
from cards.kit.titled import of_kind, titled
from cards.kit.words import keyed

_CHOICES = keyed(NoticeChoice, "click.reminders")

TITLES: Mapping[type[Action], Title] = {
    ShowNotices: titled("click.reminders.show"),
    ShowGathered: titled("click.reminders.latest"),
    ChooseNotices: of_kind(
        "chosen",
        {choice: titled(key) for choice, key in _CHOICES.items()},
        else_=titled("click.reminders.choose", quotes="chosen"),
    ),
    RemindTomorrow: titled("click.reminders.tomorrow"),
}
