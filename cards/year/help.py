"""How one sees the year."""

from bot.domain.year.actions import ShowYear
from cards.kit.help import HelpLine

HELP = (
    HelpLine(name="year", place=35, opens=ShowYear),
    HelpLine(name="hosts", place=112),
)
