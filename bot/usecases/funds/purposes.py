"""The purposes of a decision's item, by the ids that the charter has for them today."""

from bot.domain.funds.settings import purposes
from bot.usecases.desk import Desk
from bot.usecases.duties.views import item_of
from bot.usecases.funds.loading import Decided
from bot.usecases.funds.views import agendas_of


async def purposes_of(desk: Desk, by: Decided | None) -> list[str]:
    """Those that its item names, in the charter's order."""
    if by is None:
        return []
    known = await agendas_of(desk, [by.decision])
    found = item_of(known, by.decision.meeting, by.decision.item)
    named = () if found is None else found[1].content.fund_purposes
    return [each for each, name in purposes(desk.forum).items() if name in named]
