"""Each action finds its use case: the match is complete, so a button without one is a type error."""

from typing import assert_never

from bot.domain import actions as do
from bot.usecases import approval, drafts, minutes, overview, proposals, sending, triage
from bot.usecases.desk import Desk
from cards.elements import Card

READS = (
    do.ShowHelp,
    do.ShowMeetings,
    do.ShowDeadlines,
    do.ShowApprovals,
    do.ShowMyProposals,
    do.ShowAgenda,
    do.ShowVersion,
    do.ShowMinutes,
    do.NotUnderstood,
    do.OpenProposalForm,
    do.OpenTriage,
    do.EditAgenda,
    do.OpenItem,
    do.OpenResolution,
)
"""Actions that change nothing: they need no writing transaction and may be answered anew."""


async def perform(desk: Desk, actor: str, action: do.AnyAction) -> Card:
    """Do what the person asks; a Refusal says why not."""
    if isinstance(action, do.AboutForum):
        return await _look_around(desk, actor, action)
    if isinstance(action, do.AboutProposals):
        return await _propose(desk, actor, action)
    if isinstance(action, do.AboutOneProposal):
        return await _triage(desk, actor, action)
    if isinstance(action, do.AboutDraft):
        return await _draft(desk, actor, action)
    if isinstance(action, do.AboutApproval):
        return await _approve(desk, actor, action)
    if isinstance(action, do.AboutMinutes):
        return await _minute(desk, actor, action)
    if isinstance(action, do.TieChannel):
        raise TypeError("a channel is tied before anybody has a desk there: see tie.py")
    assert_never(action)


async def _look_around(desk: Desk, actor: str, action: do.AboutForum) -> Card:
    match action:
        case do.ShowHelp():
            return await overview.show_help(desk, actor, action)
        case do.NotUnderstood():
            return await overview.not_understood(desk, actor, action)
        case do.ShowMeetings():
            return await overview.show_meetings(desk, actor, action)
        case do.ShowDeadlines():
            return await overview.show_deadlines(desk, actor, action)
        case _:
            assert_never(action)


async def _propose(desk: Desk, actor: str, action: do.AboutProposals) -> Card:
    match action:
        case do.OpenProposalForm():
            return await proposals.open_form(desk, actor, action)
        case do.Propose():
            return await proposals.propose(desk, actor, action)
        case do.ShowMyProposals():
            return await proposals.show_mine(desk, actor, action)
        case _:
            assert_never(action)


async def _triage(desk: Desk, actor: str, action: do.AboutOneProposal) -> Card:
    match action:
        case do.OpenTriage():
            return await triage.open_triage(desk, actor, action)
        case do.Accept():
            return await triage.accept(desk, actor, action)
        case do.AskForMore():
            return await triage.ask_for_more(desk, actor, action)
        case do.Elaborate():
            return await triage.elaborate(desk, actor, action)
        case do.Postpone():
            return await triage.postpone(desk, actor, action)
        case do.Decline():
            return await triage.decline(desk, actor, action)
        case do.Withdraw():
            return await triage.withdraw(desk, actor, action)
        case _:
            assert_never(action)


async def _draft(desk: Desk, actor: str, action: do.AboutDraft) -> Card:
    match action:
        case do.ShowAgenda():
            return await drafts.show_agenda(desk, actor, action)
        case do.EditAgenda():
            return await drafts.edit_agenda(desk, actor, action)
        case do.OpenItem():
            return await drafts.open_item(desk, actor, action)
        case do.RemoveItem():
            return await drafts.remove_item(desk, actor, action)
        case do.MoveItem():
            return await drafts.move_item(desk, actor, action)
        case do.EditItem():
            return await drafts.edit_item(desk, actor, action)
        case do.AddItem():
            return await drafts.add_item(desk, actor, action)
        case _:
            assert_never(action)


async def _approve(desk: Desk, actor: str, action: do.AboutApproval) -> Card:
    match action:
        case do.Circulate():
            return await approval.circulate(desk, actor, action)
        case do.Respond():
            return await approval.respond(desk, actor, action)
        case do.ShowVersion():
            return await approval.show_version(desk, actor, action)
        case do.ShowApprovals():
            return await approval.show_approvals(desk, actor, action)
        case do.SendUnapproved():
            return await sending.send_unapproved(desk, actor, action)
        case do.SendAgenda():
            return await sending.send_now(desk, actor, action)
        case _:
            assert_never(action)


async def _minute(desk: Desk, actor: str, action: do.AboutMinutes) -> Card:
    match action:
        case do.ShowMinutes():
            return await minutes.show_minutes(desk, actor, action)
        case do.OpenResolution():
            return await minutes.open_resolution(desk, actor, action)
        case do.RecordResolution():
            return await minutes.record_resolution(desk, actor, action)
        case do.RecordAbsence():
            return await minutes.record_absence(desk, actor, action)
        case do.SendMinutes():
            return await minutes.send_minutes(desk, actor, action)
        case do.ApproveMinutes():
            return await minutes.approve_minutes(desk, actor, action)
        case do.RemarkOnMinutes():
            return await minutes.remark(desk, actor, action)
        case do.AddToMinutes():
            return await minutes.add(desk, actor, action)
        case _:
            assert_never(action)
