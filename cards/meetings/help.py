"""How one asks about meetings."""

from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="meetings", place=30, opens=ShowMeetings),
    HelpLine(name="deadlines", place=50, opens=ShowDeadlines),
    HelpLine(name="who_comes", place=52),
    HelpLine(name="absence", place=54),
    HelpLine(name="absence_undo", place=56),
    HelpLine(name="period", place=58),
    HelpLine(name="meeting_new", place=60, audience=Audience.SECRETARIAT),
    HelpLine(name="meeting_move", place=62, audience=Audience.SECRETARIAT),
    HelpLine(name="meeting_cancel", place=64, audience=Audience.SECRETARIAT),
    HelpLine(name="meeting_resume", place=66, audience=Audience.SECRETARIAT),
)
