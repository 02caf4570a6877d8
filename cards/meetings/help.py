"""How one asks about meetings."""

from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="meetings", place=30, wish=Wish.MEETINGS, opens=ShowMeetings),
    HelpLine(name="deadlines", place=50, wish=Wish.MEETINGS, opens=ShowDeadlines),
    HelpLine(name="who_comes", place=52, wish=Wish.MEETINGS),
    HelpLine(name="absence", place=54, wish=Wish.MEETINGS),
    HelpLine(name="absence_undo", place=56, wish=Wish.MEETINGS),
    HelpLine(name="period", place=58, wish=Wish.MEETINGS),
    HelpLine(name="meeting_new", place=60, wish=Wish.MEETINGS, audience=Audience.SECRETARIAT),
    HelpLine(name="meeting_series", place=61, wish=Wish.MEETINGS, audience=Audience.SECRETARIAT),
    HelpLine(name="meeting_move", place=62, wish=Wish.MEETINGS, audience=Audience.SECRETARIAT),
    HelpLine(name="meeting_cancel", place=64, wish=Wish.MEETINGS, audience=Audience.SECRETARIAT),
    HelpLine(name="meeting_resume", place=66, wish=Wish.MEETINGS, audience=Audience.SECRETARIAT),
)
