"""The latest gathered message once more, for whoever pressed a button on it and lost the rest from sight."""

from datetime import timedelta

from bot.domain.kernel.notice import Stale
from bot.domain.reminders.actions import ShowGathered
from bot.domain.reminders.notices import ReminderNotice
from bot.usecases.desk import Desk
from bot.usecases.reminders.digest import Render, draw
from bot.usecases.rights import require_seat
from cards.kit.elements import Card
from cards.reminders.digest import nothing_gathered
from storage.outbox import gathering

_LOOKED_BACK = timedelta(days=14)


async def show(desk: Desk, actor: str, action: ShowGathered, render: Render) -> Card:
    """As things stand by now; where there was none lately, or others read along, that there is nothing to see."""
    require_seat(desk, actor)
    since = desk.now - _LOOKED_BACK
    found = await gathering.told_lately(desk.conn, desk.forum.id, actor, [ReminderNotice.DIGEST], since=since)
    drawn = Stale("") if desk.is_public or not found else await draw(desk, found[0], render)
    return nothing_gathered(desk.forum.id) if isinstance(drawn, Stale) else drawn
