"""How one chooses what to be told at once."""

from bot.domain.reminders.actions import ShowNotices
from cards.kit.help import HelpLine, Wish

HELP = (HelpLine(name="notices", place=121, wish=Wish.FORUM, opens=ShowNotices),)
