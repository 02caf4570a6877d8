"""What somebody in Teams changed of the forum takes effect: all that hangs on it is as had it been so from the start.

As a forum file is applied, too: the same is told, mended and planned anew, in the same transaction.
"""

from collections.abc import Awaitable, Callable, Collection

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.notices import LIVING
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Desk, WritingDesk, desk_of, writing
from bot.usecases.under_way import Followed, follow
from storage import forum as forums
from storage.outbox import notices

Planning = Callable[[WritingDesk, Forum, Collection[str]], Awaitable[None]]
"""Plans the notices of those meetings anew for a forum that is no longer as it was."""


async def take_effect(
    desk: WritingDesk, plan_anew: Planning, *, actor: str | None = None
) -> tuple[WritingDesk, tuple[Followed, ...]]:
    """The desk of the forum as it was just stored, and what became of its meetings, which `actor` changed.

    Raises NoWorkingDay where none is left.
    """
    await forums.renew(desk.conn, desk.forum.id)
    forum = await forums.get(desk.conn, desk.forum.id, read_charter)
    if forum is None:
        raise Refusal("bad_card")
    then = desk_of(desk.conn, forum, desk.now, desk.place, is_overheard=desk.is_overheard)
    now = writing(then, desk.conn, account=desk.account, operator=desk.operator)
    followed = await follow(now, desk.forum, is_whole=True, actor=actor)
    await plan_anew(now, desk.forum, await _planned(now))
    for meeting in now.meetings_to_come():
        await notices.redraw(now.conn, forum.id, meeting.id, *LIVING, soon=now.soon())
    return now, followed


async def _planned(desk: Desk) -> set[str]:
    """The meetings of which something may be planned: those to come, the last that was held, and whatever waits."""
    waiting = {each.meeting for each in await notices.planned(desk.conn, desk.forum.id) if each.meeting is not None}
    last = desk.last_ended()
    return {*waiting, *(each.id for each in desk.meetings_to_come()), *([] if last is None else [last.id])}
