"""What departs from the charter: found for whoever asks, and told to the secretariat when a file brings it."""

from bot.domain.forum.notices import ForumNotice
from bot.domain.forum.remarks import Remark, remarks
from bot.domain.kernel import settings
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.days import DANISH_HOLIDAYS
from bot.usecases.desk import Desk, WritingDesk
from cards.forum.remarks import told
from cards.kit.elements import Card
from cards.kit.words import say


def remarks_on(desk: Desk) -> tuple[Remark, ...]:
    """Every remark on the forum as it is."""
    return remarks(desk.forum, desk.calendar, DANISH_HOLIDAYS, desk.today)


async def tell_secretariat(desk: WritingDesk, before: tuple[Remark, ...]) -> None:
    """Tell those who serve the forum of the remarks that were not there before; nothing where there is none."""
    known = {each.key for each in before}
    new = [each.key for each in remarks_on(desk) if each.key not in known]
    if new:
        serving = settings.secretariat(desk.forum, desk.today)
        await desk.tell_each(serving, ForumNotice.REMARKS, desk.now.isoformat(), new=new)


async def told_of(desk: Desk, notice: Notice) -> Card | Stale:
    """The remarks that were new then and still hold, and the others; of no use once all the new ones are mended."""
    named = notice.subject.get("new")
    keys = frozenset(map(str, named)) if isinstance(named, list) else frozenset()
    every = remarks_on(desk)
    new = [each for each in every if each.key in keys]
    if not new:
        return Stale(say("stale.no_remark"))
    old = [each for each in every if each.key not in keys]
    return told(desk.forum, new=new, old=old, mention=desk.mention(notice.recipient or ""))
