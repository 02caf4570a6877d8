"""The year's report: the secretariat is asked once by when it is due, and reminded until it is sent."""

from bot.domain.kernel import settings
from bot.domain.kernel.expected import expected
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.year import reports as rules
from bot.domain.year.notices import YearNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.year.planning import Wanted, plan_just
from cards.kit.elements import Card
from cards.kit.words import say
from cards.year import status as cards
from storage import reports as store


async def plan(desk: WritingDesk) -> None:
    """Plan the reminders of whatever is not sent; where no day is settled, ask for it once."""
    sent = await store.sent(desk.conn, desk.forum.id)
    await plan_just(
        desk,
        YearNotice.REPORT_DUE,
        [
            Wanted(
                about=(each.report.id, each.year),
                day=each.day,
                recipient=person,
                subject={"year": each.year, "report": each.report.id, "by": each.by.isoformat()},
            )
            for each in rules.reminders(desk.forum, desk.calendar, desk.today, sent)
            for person in settings.secretariat(desk.forum, each.day)
        ],
        reason=say("stale.report"),
    )
    await _ask(desk)


def is_unsettled(desk: Desk) -> bool:
    """Whether a report is expected by no day that anybody settled."""
    every = expected(desk.forum.charter)
    return any(each.to is not None and rules.due_day(desk.forum, each) is None for each in every)


def told_day(desk: Desk, notice: Notice) -> Card | Stale:
    """The question by when it is due."""
    if not is_unsettled(desk):
        return Stale(say("stale.report_day"))
    report = rules.meant(desk.forum.charter, "")
    name = desk.forum.charter.name_of_body(report.to or "")
    return cards.day_asked(desk.forum.id, name, report.words or "", desk.called(notice))


async def _ask(desk: WritingDesk) -> None:
    if not is_unsettled(desk) or not desk.forum.is_in_force(desk.today):
        return
    for person in settings.secretariat(desk.forum, desk.today):
        if await desk.told(YearNotice.REPORT_DAY, recipient=person) is None:
            await desk.tell(YearNotice.REPORT_DAY, recipient=person)
