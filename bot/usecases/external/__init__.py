"""Other bodies' meetings: registered, answered by each organisation, sent as one text, and met ahead of."""

from typing import assert_never

from bot.domain.external.actions import (
    AnswerInput,
    CancelExternal,
    ChangeExternal,
    EditJoint,
    ExternalAction,
    ExternalCommand,
    ExternalQuery,
    OpenExternal,
    OpenExternalForm,
    OpenJointText,
    RegisterExternal,
    SendJoint,
    ShowExternal,
    ShowExternals,
    ShowJoint,
)
from bot.domain.external.notices import ExternalNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.external import answering, commands, forms, joint, notices, queries, reminding
from bot.usecases.external.handing_on import hand_on
from bot.usecases.external.phrases import PHRASES
from bot.usecases.rights import is_secretariat, require_seat
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "hand_on", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: ExternalQuery) -> Card:
    """Show what the person asks for."""
    require_seat(desk, actor)
    match action:
        case ShowExternals():
            return await queries.show_all(desk, actor, action)
        case ShowExternal():
            return await queries.show(desk, actor, action)
        case OpenExternalForm():
            return await forms.open_new(desk, actor, action)
        case OpenExternal():
            return await forms.open_change(desk, actor, action)
        case ShowJoint():
            return await joint.show(desk, actor, action)
        case OpenJointText():
            return await joint.open_text(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: ExternalCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case RegisterExternal():
            return await commands.register(desk, actor, action)
        case ChangeExternal():
            return await commands.change(desk, actor, action)
        case CancelExternal():
            return await commands.cancel(desk, actor, action)
        case AnswerInput():
            return await answering.answer(desk, actor, action)
        case EditJoint():
            return await joint.edit(desk, actor, action)
        case SendJoint():
            return await joint.send(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: ExternalQuery | ExternalCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or the meeting as it stands."""
    if not any(desk.forum.seats_of(actor, desk.today)):
        return None
    if isinstance(action, RegisterExternal):
        return forms.new_as_refused(desk, action) if is_secretariat(desk, actor) else None
    if not isinstance(action, ExternalAction):
        return None
    try:
        return await _as_it_stands(desk, actor, action)
    except Refusal:  # there is no such meeting, which the refusal says
        return None


async def render(desk: Desk, notice: Notice, kind: ExternalNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.render(desk, notice, kind)


async def plan(desk: WritingDesk) -> None:
    """Plan the reminders of all that are coming."""
    await reminding.plan(desk)


async def _as_it_stands(desk: Desk, actor: str, action: ExternalAction) -> Card:
    if isinstance(action, AnswerInput):
        return await answering.as_refused(desk, actor, action)
    if isinstance(action, EditJoint) and is_secretariat(desk, actor):
        return await joint.text_as_refused(desk, actor, action)
    if isinstance(action, ChangeExternal) and is_secretariat(desk, actor):
        return await forms.change_as_refused(desk, action)
    if isinstance(action, SendJoint | ShowJoint | OpenJointText | EditJoint):
        return await joint.show(desk, actor, ShowJoint(number=action.number, year=action.year))
    return await queries.show(desk, actor, ShowExternal(number=action.number, year=action.year))
