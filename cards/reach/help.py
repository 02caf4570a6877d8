"""How the secretariat reminds those who owe an answer, and sees whom the bot cannot reach."""

from bot.domain.reach.actions import ShowNudge, ShowUnreached
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="nudge", place=117, wish=Wish.AGENDA, audience=Audience.SECRETARIAT, opens=ShowNudge),
    HelpLine(name="unreached", place=118, wish=Wish.FORUM, audience=Audience.SECRETARIAT, opens=ShowUnreached),
)
