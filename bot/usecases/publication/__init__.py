"""Publication: what somebody entitled lets the public have, and the proof that it stands where the charter wants it."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.publication.actions import (
    InsertLink,
    OpenLink,
    OpenRelease,
    OpenTakeBack,
    PublicationCommand,
    PublicationQuery,
    ReleasePaper,
    ShowPublication,
    TakeBackRelease,
)
from bot.domain.publication.notices import PublicationNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.made_public import plan
from bot.usecases.publication import linking, notices, queries, releasing, taking_back
from bot.usecases.publication.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: PublicationQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowPublication():
            return await queries.show(desk, actor, action)
        case OpenRelease():
            return await releasing.open_form(desk, actor, action)
        case OpenTakeBack():
            return await taking_back.open_form(desk, actor, action)
        case OpenLink():
            return await linking.open_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: PublicationCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case ReleasePaper():
            return await releasing.release(desk, actor, action)
        case TakeBackRelease():
            return await taking_back.take_back(desk, actor, action)
        case InsertLink():
            return await linking.insert(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: PublicationQuery | PublicationCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or how the papers stand."""
    match action:
        case ShowPublication():
            return None
        case OpenRelease() | ReleasePaper():
            return await releasing.as_refused(desk, actor, action)
        case OpenTakeBack() | TakeBackRelease():
            return await taking_back.as_refused(desk, actor, action)
        case OpenLink() | InsertLink():
            return await linking.as_refused(desk, actor, action)
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: PublicationNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.draw(desk, notice, kind)
