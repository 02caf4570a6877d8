"""»Offentliggørelse«: who made what public where and when, and what is missing."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.publication.actions import ShowPublication
from bot.domain.publication.rules import Status
from bot.usecases.desk import Desk
from bot.usecases.made_public import standings
from bot.usecases.meant import meeting_meant
from bot.usecases.publication.loading import latest, view_of
from bot.usecases.rights import require_seat
from cards.kit.elements import Card
from cards.publication import cards
from cards.publication.view import PaperView


async def show(desk: Desk, actor: str, action: ShowPublication) -> Card:
    """Of one meeting that is named, or of the latest."""
    require_seat(desk, actor)
    meetings = latest(desk) if action.meeting is None else (meeting_meant(desk, action.meeting, looks_back=True),)
    return cards.overview(desk.forum.id, await _views(desk, actor, meetings))


async def shown_of(desk: Desk, actor: str, meeting: Meeting, outcome: str | None = None) -> Card:
    """How the papers of one meeting stand, after what was just done."""
    return cards.overview(desk.forum.id, await _views(desk, actor, [meeting]), outcome=outcome)


async def _views(desk: Desk, actor: str, meetings: tuple[Meeting, ...] | list[Meeting]) -> list[PaperView]:
    return [
        await view_of(desk, actor, meeting, standing)
        for meeting in meetings
        for standing in reversed(await standings(desk, meeting))
        if standing.status is not Status.UNSENT
    ]
