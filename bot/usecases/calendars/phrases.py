"""What people type about their own calendar; see bot/usecases/phrases.py."""

from bot.domain.calendars.actions import OpenCalendar, RenewCalendar
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "føj til [min] kalender | føj mødet/møderne til [min] kalender | [vis/se] [min] kalender | kalender {dag}"
        " | føj til [min] kalender {dag} | [vis/se] [min] kalenderadresse | add to [my] calendar | calendar",
        lambda got: OpenCalendar(meeting=got.tail or None),
    ),
    CommandPhrases("forny [min] kalenderadresse | forny adressen [til/på] [min] kalender", lambda got: RenewCalendar()),
)
