"""How one gets meetings into one's own calendar."""

from cards.kit.help import HelpLine, Wish

HELP = (
    HelpLine(name="calendar", place=33, wish=Wish.MEETINGS),
    HelpLine(name="calendar_renew", place=34, wish=Wish.MEETINGS),
)
