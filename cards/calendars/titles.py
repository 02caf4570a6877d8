"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.calendars.actions import OpenCalendar, RenewCalendar
from bot.domain.kernel.action import Action
from cards.kit.naming import Title
from cards.kit.titled import titled

TITLES: Mapping[type[Action], Title] = {
    OpenCalendar: titled("click.calendars.open"),
    RenewCalendar: titled("click.calendars.renew"),
}
