"""When a message may leave for the route it is tried by: what somebody chose holds for their own chat alone."""

from bot.domain.kernel.notice import Notice
from bot.domain.notices import hearing
from bot.domain.reach.nudging import MARK
from bot.domain.reminders.notices import ReminderNotice
from bot.domain.reminders.state import USUAL, NoticeChoice
from bot.domain.reminders.timing import About, Leaving, leaving
from bot.usecases.desk import Desk
from bot.usecases.reminders.due import falls_due
from bot.usecases.routes import Route
from storage import reminders as store
from storage.outbox.table import ONCE_MORE


async def when(desk: Desk, notice: Notice, route: Route | None) -> Leaving:
    """When it may leave; what changes a message that stands, and the gathered one itself, leave at once."""
    if notice.kind is ReminderNotice.DIGEST or (notice.activity is not None and not notice.is_timed):
        return Leaving(desk.now)
    row, choice = hearing(notice.kind), await _choice(desk, notice, route)
    if choice is USUAL and not (notice.is_timed and desk.calendar.next_open(desk.now) > desk.now):
        return Leaving(desk.now)  # as nearly everything does: what it is about need not be looked up
    is_cancelled = desk.forum.cancelled_meeting(notice.meeting) is not None
    about = About(
        owes=row.owes,
        due=await falls_due(desk, notice),
        is_planned=notice.is_timed,
        is_urgent=row.urgent or is_cancelled or ONCE_MORE in notice.key or MARK in notice.subject,
    )
    return leaving(about, choice, desk.now, desk.calendar)


async def _choice(desk: Desk, notice: Notice, route: Route | None) -> NoticeChoice:
    """What holds for it: the recipient's choice in their own chat, while the forum is in force."""
    is_own = hearing(notice.kind).is_personal and route is not None and route.place.is_private
    if notice.recipient is None or not is_own or not desk.forum.is_in_force(desk.today):
        return USUAL
    return await store.choice_of(desk.conn, desk.forum.id, notice.recipient)
