"""Whom the bot does not reach, told to the secretariat once a wave, and whom the secretariat reminds itself."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.reach.actions import MarkSent, Nudge, ReachCommand, ReachQuery, ShowNudge, ShowUnreached
from bot.domain.reach.notices import ReachNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.reach import marking, nudging, views
from bot.usecases.reach.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "query", "render"]


async def query(desk: Desk, actor: str, action: ReachQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowUnreached():
            return await marking.show(desk, actor)
        case ShowNudge():
            return await nudging.show(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: ReachCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case MarkSent():
            return await marking.mark_sent(desk, actor, action)
        case Nudge():
            return await nudging.nudge(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(_desk: Desk, _actor: str, _action: ReachQuery | ReachCommand) -> Card | None:
    """A refusal says all."""
    return None


async def render(desk: Desk, notice: Notice, kind: ReachNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case ReachNotice.UNREACHED:
            return await views.told(desk, notice)
        case ReachNotice.MINUTES:
            return await nudging.of_minutes(desk, notice)
        case _:
            assert_never(kind)
