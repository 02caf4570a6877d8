"""What is told of the year's report as it leaves: that it is due, and what was sent."""

from datetime import date

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.year import reports as rules
from bot.usecases.desk import Desk
from bot.usecases.year.status import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.year import status as cards


async def told_due(desk: Desk, notice: Notice) -> Card | Stale:
    """That it is due; of no use once it is sent, or due another day."""
    year, by = int(str(notice.subject["year"])), date.fromisoformat(str(notice.subject["by"]))
    report = rules.meant(desk.forum.charter, str(notice.subject["report"]))
    view = await view_of(desk, notice.recipient, report, year)
    if view.sent_at is not None or rules.due_on(desk.forum, report, year) != by:
        return Stale(say("stale.report"))
    return cards.due(view, desk.called(notice))


async def told_sent(desk: Desk, notice: Notice) -> Card | Stale:
    """What was sent, in the channel."""
    report = rules.meant(desk.forum.charter, str(notice.subject["report"]))
    return cards.status(await view_of(desk, None, report, int(str(notice.subject["year"]))))
