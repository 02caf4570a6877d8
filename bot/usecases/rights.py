"""Who may do what, and who may see closed items here: settled by our own records, never by what a card shows."""

from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import no_rights
from bot.domain.meetings.standing_in import acts_for
from bot.usecases.desk import Desk
from bot.usecases.strangers import no_member


def is_secretariat(desk: Desk, person: str | None) -> bool:
    """Whether the person serves the forum today."""
    return person is not None and person in settings.secretariat(desk.forum, desk.today)


def require_secretariat(desk: Desk, person: str) -> None:
    """Refusal("no_rights") unless the person serves the forum today."""
    if not is_secretariat(desk, person):
        raise no_rights(desk.forum, desk.today)


def require_seat(desk: Desk, person: str) -> None:
    """Refusal("unknown_user") unless the person has a seat today: whose seat has ended is a member no more."""
    if not any(desk.forum.seats_of(person, desk.today)):
        raise no_member(desk.forum, desk.today)


def sees_closed(desk: Desk, person: str | None, meeting: Meeting) -> bool:
    """Whether the person may see closed items here: the secretariat, those who lead the meeting, and the approvers.

    Whoever stands in for one of them sees what they see.
    """
    if desk.is_public or person is None:
        return False
    leading = {*settings.meeting_leaders(desk.forum, meeting), *settings.approvers(desk.forum, meeting)}
    return is_secretariat(desk, person) or bool(acts_for(desk.forum, meeting, person, leading, desk.today))
