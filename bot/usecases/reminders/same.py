"""Whether two reminders are of the same matter: nobody is reminded twice of one in a day."""

from datetime import datetime, time

from bot.domain.kernel.notice import Notice
from bot.domain.notices import hearing, notice_kind
from bot.domain.reach.nudging import MARK
from bot.usecases.desk import Desk
from storage.outbox import gathering

_ABOUT = ("what", "year", "number", "organisation", "report", "host")


def matter(told: Notice) -> tuple[object, ...]:
    """What it is about, whenever it was said."""
    return (told.kind, told.meeting, *(told.subject.get(name) for name in _ABOUT))


async def told_today(desk: Desk, notice: Notice) -> bool:
    """Whether its hearer was reminded of just that today; what is not planned is no reminder, and »Ryk« is wanted."""
    if notice.subject.get(MARK):
        return False
    if not notice.is_timed or notice.activity is not None or notice.recipient is None or not hearing(notice.kind).owes:
        return False
    begun = datetime.combine(desk.today, time.min, tzinfo=desk.now.tzinfo)
    kinds = [notice_kind(notice.kind)]
    lately = await gathering.told_lately(desk.conn, notice.forum, notice.recipient, kinds, since=begun)
    return any(each.key != notice.key and matter(each) == matter(notice) for each in lately)
