"""Approval of an agenda: asked for, answered, chased, and the agenda sent when nothing keeps it back."""

from typing import assert_never

from bot.domain.approval.actions import (
    ApprovalCommand,
    ApprovalQuery,
    Circulate,
    Clear,
    EditAnswer,
    MarkCopySent,
    OnForm,
    Respond,
    SendAgenda,
    SendUnapproved,
    ShowApprovals,
    ShowChanges,
    ShowClearance,
    ShowCopy,
    ShowVersion,
    TakeBack,
)
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.agenda.views import agenda_card
from bot.usecases.approval import (
    answering,
    asking,
    clearance,
    clearance_notices,
    commands,
    copying,
    dispatch,
    news,
    notices,
    queries,
    reminders,
    views,
)
from bot.usecases.approval.accounts import tell_account_changed
from bot.usecases.approval.phrases import PHRASES
from bot.usecases.desk import Desk, WritingDesk
from cards.approval.typed import still_typed
from cards.kit.answers import IN_HAND
from cards.kit.elements import Card
from cards.kit.fitting import is_small

__all__ = ["PHRASES", "command", "fresh_card", "plan", "query", "render", "tell_account_changed"]


async def query(desk: Desk, actor: str, action: ApprovalQuery) -> Card:
    """Show what the person asks for, and what they were writing meanwhile."""
    return still_typed(await _shown(desk, actor, action), action.words)


async def command(desk: WritingDesk, actor: str, action: ApprovalCommand) -> Card:
    """Do what the person asks for; what they were writing meanwhile stands there still."""
    done = await _done(desk, actor, action)
    if isinstance(action, Respond | Clear) or not isinstance(action, OnForm):
        return done
    return still_typed(done, action.words)


async def _shown(desk: Desk, actor: str, action: ApprovalQuery) -> Card:
    match action:
        case ShowApprovals():
            return await queries.show_approvals(desk, actor, action)
        case ShowVersion():
            return await queries.show_version(desk, actor, action)
        case ShowChanges():
            return await queries.show_changes(desk, actor, action)
        case EditAnswer():
            return await queries.edit_answer(desk, actor, action)
        case ShowClearance():
            return await clearance.show(desk, actor, action)
        case ShowCopy():
            return await copying.show(desk, actor, action)
        case _:
            assert_never(action)


async def _done(desk: WritingDesk, actor: str, action: ApprovalCommand) -> Card:
    match action:
        case Circulate():
            return await commands.circulate(desk, actor, action)
        case Clear():
            return await clearance.clear(desk, actor, action)
        case MarkCopySent():
            return await copying.mark_sent(desk, actor, action)
        case Respond():
            return await answering.respond(desk, actor, action)
        case TakeBack():
            return await answering.take_back(desk, actor, action)
        case SendAgenda():
            return await dispatch.send_now(desk, actor, action)
        case SendUnapproved():
            return await dispatch.send_unapproved(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: ApprovalQuery | ApprovalCommand) -> Card | None:
    """What to show with a refusal, and what the person was writing; where no card can hold it, theirs stays."""
    words = "" if desk.is_overheard or isinstance(action, Circulate) else action.words
    fresh = await _fresh(desk, actor, action)
    if fresh is None:
        return IN_HAND if words else None
    shown = still_typed(fresh, words)
    return shown if is_small(shown) else IN_HAND


async def _fresh(desk: Desk, actor: str, action: ApprovalQuery | ApprovalCommand) -> Card | None:
    match action:
        case ShowApprovals() | EditAnswer() | ShowClearance() | ShowCopy() | MarkCopySent():
            return None
        case Circulate() | ShowVersion() | ShowChanges():
            return await agenda_card(desk, actor, desk.meeting(action.meeting))
        case Clear():
            return await clearance.as_refused(desk, actor, action)
        case Respond() | TakeBack():
            return await views.as_refused(desk, actor, action)
        case SendAgenda() | SendUnapproved():
            return await dispatch.as_refused(desk, actor, action)
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: ApprovalNotice) -> Card | Stale:  # noqa: C901 - one case a kind
    """What the notice says as it leaves."""
    match kind:
        case ApprovalNotice.DRAFT_DUE:
            return await notices.draft_due(desk, notice)
        case ApprovalNotice.REQUEST:
            return await notices.request(desk, notice)
        case ApprovalNotice.MISSING:
            return await notices.missing(desk, notice)
        case ApprovalNotice.OVERDUE:
            return await notices.overdue(desk, notice)
        case ApprovalNotice.ANSWER:
            return await notices.answer(desk, notice)
        case ApprovalNotice.COMPLETE:
            return await notices.complete(desk, notice)
        case ApprovalNotice.ACCOUNT | ApprovalNotice.CHANGED | ApprovalNotice.MENDED:
            return await news.render(desk, notice)
        case (
            ApprovalNotice.CLEARANCE
            | ApprovalNotice.CLEARANCE_OWN
            | ApprovalNotice.CLEARANCE_MISSING
            | ApprovalNotice.CLEARANCE_ANSWER
            | ApprovalNotice.CLEARANCE_LATE
        ):
            return await clearance_notices.render(desk, notice)
        case ApprovalNotice.COPY:
            return await copying.to_send(desk, notice)
        case ApprovalNotice.COPY_RECEIVED:
            return await copying.received(desk, notice)
        case ApprovalNotice.AGENDA_SENT | ApprovalNotice.AGENDA_OVERDUE:
            return await notices.agenda(desk, notice)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan what is said of the meeting's agenda, and the reminders of answers to it."""
    await reminders.plan_draft(desk, meeting)
    await dispatch.plan(desk, meeting)
    await reminders.replan(desk, meeting)
    await asking.replan(desk, meeting)
