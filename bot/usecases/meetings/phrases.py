"""What people type about meetings and deadlines; see bot/usecases/phrases.py."""

from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from bot.usecases.phrases import QueryPhrases

PHRASES = (
    QueryPhrases("[vis/se] [kommende] møder/møde/mødeplan | meetings", lambda got: ShowMeetings()),
    QueryPhrases("hvornår er [det/vores] [næste/kommende] møde/mødet/møder/møderne", lambda got: ShowMeetings()),
    QueryPhrases("er mødet/det aflyst/flyttet | hvor er [det/næste] møde/mødet", lambda got: ShowMeetings()),
    QueryPhrases("[vis/se] frister/frist/fristerne | deadlines", lambda got: ShowDeadlines()),
)
