"""How one asks about meetings."""

from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from cards.kit.help import HelpLine

HELP = (
    HelpLine(name="meetings", place=30, opens=ShowMeetings),
    HelpLine(name="deadlines", place=50, opens=ShowDeadlines),
)
