"""What agenda awaits an answer, and whose."""

from bot.domain.approval.rules import missing
from bot.domain.approval.seats import seats_of
from bot.domain.approval.state import Standpoint
from bot.domain.kernel.charter import Mode
from bot.usecases.approval.views import rounds_ahead
from bot.usecases.desk import Desk
from bot.usecases.said.moment import Asked


async def asked_of(desk: Desk, actor: str) -> Asked | None:
    """The first agenda ahead to which they, or somebody they stand in for, owe an answer."""
    async for meeting, current in rounds_ahead(desk):
        if current.standpoint is Standpoint.OPEN and {*seats_of(current, actor)} & {*missing(current)}:
            return Asked(meeting=meeting.id, version=current.version, is_consulted=current.mode is Mode.CONSULT)
    return None


async def standpoint_ahead(desk: Desk) -> Standpoint | None:
    """How far the first agenda ahead is that was sent for approval; None where none was."""
    async for _, current in rounds_ahead(desk):
        return current.standpoint
    return None
