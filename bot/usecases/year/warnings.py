"""Each of the secretariat hears on the forum's days that meetings are missing in a year, once each, while they are."""

from datetime import date

from bot.domain.kernel import settings
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.year.frequency import WARNINGS, frequency, warning_days, warnings
from bot.domain.year.notices import YearNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.year.planning import Wanted, plan_just
from cards.kit.elements import Card
from cards.kit.words import say
from cards.year import counted as cards


async def plan(desk: WritingDesk) -> None:
    """Plan the warnings that the meetings call for as they are now, and drop the others."""
    await plan_just(
        desk,
        YearNotice.FREQUENCY,
        [
            Wanted(about=(each.year,), day=each.day, recipient=person, subject={"year": each.year})
            for each in warnings(desk.forum, desk.calendar, desk.today)
            for person in settings.secretariat(desk.forum, each.day)
        ],
        reason=say("stale.year_enough"),
    )


def told(desk: Desk, notice: Notice) -> Card | Stale:
    """What is missing by now."""
    year = int(str(notice.subject["year"]))
    counted = frequency(desk.forum, year)
    if counted is None or not counted.missing:
        return Stale(say("stale.year_enough"))
    return cards.missing(desk.forum.id, desk.forum.name, counted, words(desk, year), desk.called(notice))


def words(desk: Desk, year: int) -> str:
    """On which days the secretariat hears that meetings are missing."""
    days: list[date] = list(warning_days(desk.forum, year))
    return cards.warned_words(days, is_chosen=desk.forum.chosen(WARNINGS) is not None)
