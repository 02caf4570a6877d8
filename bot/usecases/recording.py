"""The topics that make a meeting's record, one case each: what happened, what was resolved, and what is said of it."""

from typing import assert_never

from bot.domain.actions import RecordingCommand, RecordingQuery
from bot.domain.attachments.actions import AttachmentsCommand, AttachmentsQuery
from bot.domain.attachments.notices import AttachmentNotice
from bot.domain.calendars.actions import CalendarsCommand, CalendarsQuery
from bot.domain.documents.actions import DocumentsQuery
from bot.domain.filing.actions import FilingCommand, FilingQuery
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.live.actions import LiveCommand, LiveQuery
from bot.domain.live.notices import LiveNotice
from bot.domain.minutes.actions import MinutesCommand, MinutesQuery
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.notices import RecordingNotice
from bot.domain.publication.actions import PublicationCommand, PublicationQuery
from bot.domain.publication.notices import PublicationNotice
from bot.domain.resolutions.actions import ResolutionsQuery
from bot.domain.wording.actions import WordingCommand, WordingQuery
from bot.domain.wording.notices import WordingNotice
from bot.usecases import attachments, calendars, documents, filing, live, minutes, publication, resolutions, wording
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.phrases import CommandPhrases, QueryPhrases
from cards.kit.elements import Card

PHRASES: tuple[QueryPhrases | CommandPhrases, ...] = (
    *live.PHRASES,
    *minutes.PHRASES,
    *wording.PHRASES,
    *resolutions.PHRASES,
    *calendars.PHRASES,
    *attachments.PHRASES,
    *documents.PHRASES,
    *publication.PHRASES,
    *filing.PHRASES,
)
"""How all of it is asked for in words."""


async def query(desk: Desk, actor: str, action: RecordingQuery) -> Card:
    """Show what the person asks for."""
    if isinstance(action, MinutesQuery):
        return await minutes.query(desk, actor, action)
    if isinstance(action, WordingQuery):
        return await wording.query(desk, actor, action)
    if isinstance(action, LiveQuery):
        return await live.query(desk, actor, action)
    if isinstance(action, ResolutionsQuery):
        return await resolutions.query(desk, actor, action)
    if isinstance(action, CalendarsQuery):
        return await calendars.query(desk, actor, action)
    if isinstance(action, AttachmentsQuery):
        return await attachments.query(desk, actor, action)
    if isinstance(action, FilingQuery):
        return await filing.query(desk, actor, action)
    if isinstance(action, DocumentsQuery):
        return await documents.query(desk, actor, action)
    if isinstance(action, PublicationQuery):
        return await publication.query(desk, actor, action)
    assert_never(action)


async def command(desk: WritingDesk, actor: str, action: RecordingCommand) -> Card:
    """Do what the person asks for."""
    if isinstance(action, MinutesCommand):
        return await minutes.command(desk, actor, action)
    if isinstance(action, WordingCommand):
        return await wording.command(desk, actor, action)
    if isinstance(action, LiveCommand):
        return await live.command(desk, actor, action)
    if isinstance(action, CalendarsCommand):
        return await calendars.command(desk, actor, action)
    if isinstance(action, AttachmentsCommand):
        return await attachments.command(desk, actor, action)
    if isinstance(action, PublicationCommand):
        return await publication.command(desk, actor, action)
    if isinstance(action, FilingCommand):
        return await filing.command(desk, actor, action)
    assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: RecordingQuery | RecordingCommand) -> Card | None:
    """What to show below a refusal."""
    if isinstance(action, MinutesQuery | MinutesCommand):
        return await minutes.fresh_card(desk, actor, action)
    if isinstance(action, WordingQuery | WordingCommand):
        return await wording.fresh_card(desk, actor, action)
    if isinstance(action, LiveQuery | LiveCommand):
        return await live.fresh_card(desk, actor, action)
    if isinstance(action, FilingQuery | FilingCommand):
        return await filing.fresh_card(desk, actor, action)
    if isinstance(action, AttachmentsQuery | AttachmentsCommand):
        return await attachments.fresh_card(desk, actor, action)
    if isinstance(action, ResolutionsQuery | CalendarsQuery | CalendarsCommand | DocumentsQuery):
        return None
    if isinstance(action, PublicationQuery | PublicationCommand):
        return await publication.fresh_card(desk, actor, action)
    assert_never(action)


async def render(desk: Desk, notice: Notice, kind: RecordingNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case MinutesNotice():
            return await minutes.render(desk, notice, kind)
        case WordingNotice():
            return await wording.render(desk, notice, kind)
        case LiveNotice():
            return await live.render(desk, notice, kind)
        case AttachmentNotice():
            return await attachments.render(desk, notice, kind)
        case PublicationNotice():
            return await publication.render(desk, notice, kind)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan every timed notice of a meeting that is still of use."""
    await minutes.plan(desk, meeting)
    await live.plan(desk, meeting)
    await publication.plan(desk, meeting)
