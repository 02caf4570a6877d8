"""Bilag: files and links that an item is read with."""

from typing import assert_never

from bot.domain.attachments.actions import (
    AttachFiles,
    AttachmentsCommand,
    AttachmentsQuery,
    FetchAttachment,
    OfferFiles,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
    TakeOffAttachment,
)
from bot.domain.attachments.notices import AttachmentNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.attachments import commands, notices, queries
from bot.usecases.attachments.phrases import PHRASES
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "query", "render"]


async def query(desk: Desk, actor: str, action: AttachmentsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowAttachments():
            return await queries.show(desk, actor, action)
        case ShowAttachment():
            return await queries.show_one(desk, actor, action)
        case FetchAttachment():
            return await queries.fetch(desk, actor, action)
        case OpenNewVersion():
            return await queries.open_new_version(desk, actor, action)
        case OfferFiles():
            return await queries.offer(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: AttachmentsCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case AttachFiles():
            return await commands.attach(desk, actor, action)
        case TakeOffAttachment():
            return await commands.take_off(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: AttachmentsQuery | AttachmentsCommand) -> Card | None:
    """What to show below a refusal: the question as it was answered."""
    if isinstance(action, AttachFiles) and action.upload and not desk.is_public:
        return await queries.as_refused(desk, actor, action)
    return None


async def render(desk: Desk, notice: Notice, kind: AttachmentNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.render(desk, notice, kind)
