"""What could not leave for so long that the next one of the same is due as well."""

from datetime import timedelta

from bot.domain.kernel.hearing import Stands
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice, hearing
from bot.usecases.desk import Desk
from storage.outbox import standing

_LATE = timedelta(hours=12)  # reminders of the same are days apart, so that nothing less can be overtaken
_HELD_UP = timedelta(seconds=30)  # what is told at once has left by then, unless nobody can be reached


async def is_overtaken(desk: Desk, notice: Notice, kind: AnyNotice) -> bool:
    """Whether a later one to the same about the same waits to leave by now: only that is said, as both say the same."""
    if notice.state is not NoticeState.WAITING or not _may_be(desk, notice, kind):
        return False
    conn, forum = desk.conn, desk.forum.id
    if notice.meeting is None:
        alike = await standing.of_kind(conn, forum, kind)
    else:
        alike = await standing.of_meeting(conn, forum, notice.meeting, (kind,))
    return any(_is_later(each, notice) and each.due_at <= desk.now for each in alike)


def _may_be(desk: Desk, notice: Notice, kind: AnyNotice) -> bool:
    """Whether it has waited so long; what stands already is changed, and whoever asked twice is answered twice."""
    is_of_its_own = notice.activity is None and hearing(kind).stands is not Stands.ASKED
    return is_of_its_own and desk.now - notice.due_at >= (_LATE if notice.is_timed else _HELD_UP)


def _is_later(one: Notice, other: Notice) -> bool:
    is_same = (one.recipient, one.subject, one.is_timed) == (other.recipient, other.subject, other.is_timed)
    return is_same and one.state is NoticeState.WAITING and one.due_at > other.due_at
