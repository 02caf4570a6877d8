"""The list of an agenda's versions: what each contained, when and why."""

from bot.domain.kernel.refusal import Refusal
from bot.domain.supplements.actions import ShowVersions
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.desk import Desk
from bot.usecases.rights import require_seat
from bot.usecases.supplements.loading import meant
from cards.kit.elements import Card
from cards.supplements.versions import Told, versions


async def show(desk: Desk, actor: str, action: ShowVersions) -> Card:
    """Each version as the person may see it here."""
    require_seat(desk, actor)
    meeting = await meant(desk, action.meeting)
    agenda = await draft_of(desk, meeting)
    if not agenda.versions:
        raise Refusal("no_versions", moede_dato=meeting.day)
    told = [Told(version=each, items=await seen_items(desk, actor, meeting, each.items)) for each in agenda.versions]
    return versions(agenda, meeting, told)
