"""How a meeting is held."""

from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="live_now", place=58, wish=Wish.AFTERWARDS),
    HelpLine(name="live", place=39, wish=Wish.AFTERWARDS, audience=Audience.SECRETARIAT),
)
