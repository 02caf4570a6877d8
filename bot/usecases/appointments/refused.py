"""What stands below a refusal: the form with all that was typed, for those who may fill it in."""

from bot.domain.appointments.actions import Appoint, CreateAppointments, CreateGroup, NameCandidate, NoCandidate
from bot.usecases.appointments import forms
from bot.usecases.appointments.answering import seat_asked, shown
from bot.usecases.appointments.loading import seat_meant
from bot.usecases.desk import Desk
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import is_secretariat, require_seat
from cards.kit.elements import Card


async def as_typed(
    desk: Desk, actor: str, action: CreateAppointments | Appoint | CreateGroup | NameCandidate | NoCandidate
) -> Card | None:
    """The form, or the call as it stands; nothing for whoever may not fill it in."""
    if isinstance(action, NameCandidate | NoCandidate):
        return await _call(desk, actor, action)
    if not is_secretariat(desk, actor):
        return None
    match action:
        case CreateAppointments():
            return typed_on(desk, await forms.seat_form(desk, action))
        case CreateGroup():
            return typed_on(desk, await forms.group_form(desk, action))
        case Appoint():
            one = await seat_meant(desk, action.number, action.year, action.body, action.other or action.name)
            return typed_on(desk, await forms.appoint_form(desk, actor, action, one))


async def _call(desk: Desk, actor: str, action: NameCandidate | NoCandidate) -> Card:
    require_seat(desk, actor)
    one = await seat_asked(desk, action)
    is_kept = isinstance(action, NameCandidate) and not desk.is_overheard
    typed = (action.name, action.level) if is_kept and isinstance(action, NameCandidate) else ("", "")
    return typed_on(desk, await shown(desk, actor, one, typed=typed))
