"""After dispatch: late items with a short approval of their own, items withdrawn or corrected, and every version."""

from typing import assert_never

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.supplements.actions import (
    AddLate,
    AnswerSupplement,
    AskSupplement,
    CorrectItem,
    OpenSentItem,
    OpenSupplement,
    RemoveLate,
    SendSupplement,
    SendSupplementUnapproved,
    ShowVersions,
    SupplementsCommand,
    SupplementsQuery,
    TakeBackSupplement,
    TakeUpItem,
    WithdrawItem,
)
from bot.domain.supplements.notices import SupplementNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.supplements import answering, changing, notices, preparing, sending, telling, versions
from bot.usecases.supplements.meant import command_meant, meant, query_meant
from bot.usecases.supplements.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "command_meant", "fresh_card", "meant", "plan", "query", "query_meant", "render"]


async def query(desk: Desk, actor: str, action: SupplementsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case OpenSupplement():
            return await preparing.show(desk, actor, action)
        case OpenSentItem():
            return await changing.open_item(desk, actor, action)
        case ShowVersions():
            return await versions.show(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: SupplementsCommand) -> Card:  # noqa: C901 - one case an action
    """Do what the person asks for."""
    match action:
        case AddLate():
            return await preparing.add(desk, actor, action)
        case RemoveLate():
            return await preparing.remove(desk, actor, action)
        case AskSupplement():
            return await preparing.ask(desk, actor, action)
        case AnswerSupplement():
            return await answering.answer(desk, actor, action)
        case TakeBackSupplement():
            return await answering.take_back(desk, actor, action)
        case SendSupplement():
            return await sending.send(desk, actor, action)
        case SendSupplementUnapproved():
            return await sending.send_unapproved(desk, actor, action)
        case CorrectItem():
            return await changing.correct(desk, actor, action)
        case WithdrawItem():
            return await changing.withdraw(desk, actor, action)
        case TakeUpItem():
            return await changing.restore(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: SupplementsQuery | SupplementsCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or how things stand."""
    match action:
        case OpenSupplement() | OpenSentItem() | ShowVersions():
            return None
        case AddLate() | RemoveLate() | AskSupplement():
            return await preparing.as_refused(desk, actor, action)
        case AnswerSupplement() | TakeBackSupplement():
            return await answering.as_refused(desk, actor, action)
        case SendSupplement() | SendSupplementUnapproved():
            return await sending.as_refused(desk, actor, action)
        case CorrectItem() | WithdrawItem() | TakeUpItem():
            return await changing.as_refused(desk, actor, action)
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: SupplementNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.render(desk, notice, kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan every timed notice of a supplement that waits."""
    await telling.plan(desk, meeting)
