"""The year: its meetings against the charter, hosts in turn, and what is due."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.year.actions import ShowYear, YearQuery
from bot.domain.year.notices import YearNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.year import queries, warnings
from bot.usecases.year.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "plan_forum", "query", "render"]


async def query(desk: Desk, actor: str, action: YearQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowYear():
            return await queries.show(desk, actor, action)
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: YearNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case YearNotice.FREQUENCY:
            return warnings.told(desk, notice)
        case _:
            assert_never(kind)


async def plan_forum(desk: WritingDesk) -> None:
    """Plan what is said of the year."""
    await warnings.plan(desk)
