"""What to show below a refusal: the form as it was filled in, or the card as it stands now."""

from bot.domain import actions as do
from bot.usecases import approval, drafts, minutes, proposals, sending, triage
from bot.usecases.desk import Desk
from cards.elements import Card


async def again(desk: Desk, actor: str, action: do.AnyAction) -> Card | None:
    """The card that belongs to the action, or None where the refusal says all there is to say."""
    match action:
        case do.Propose():
            return await proposals.again(desk, actor, action)
        case do.ProposalAction():
            return await triage.again(desk, actor, action)
        case do.ItemAction() | do.AddItem():
            return await drafts.again(desk, actor, action)
        case do.SendUnapproved() | do.SendAgenda():
            return await sending.again(desk, actor, action)
        case do.Circulate() | do.Respond():
            return await approval.again(desk, actor, action)
        case do.ShowAgenda() | do.EditAgenda() | do.ShowVersion():
            return await drafts.agenda_card(desk, actor, desk.meeting(action.meeting))
        case do.MeetingAction():
            return await minutes.again(desk, actor, action)
        case _:
            return None
