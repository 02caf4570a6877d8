"""What those who serve a forum are called: the secretariat, or the chairmanship where nobody is in one (B27)."""

from datetime import date

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.settings import secretariat

SECRETARIAT, CHAIRMANSHIP, CHAIR = Term("office.secretariat"), Term("office.chairmanship"), Term("office.chair")


def office(forum: Forum, day: date) -> Term:
    """The word for them, in the definite form: whatever is said of the secretariat can be said of them."""
    serving = secretariat(forum, day)
    has_secretariat = any(Role.SECRETARIAT in seat.roles and seat.holds_on(day) for seat in forum.seats)
    if has_secretariat or not serving:
        return SECRETARIAT
    return CHAIR if len(serving) == 1 else CHAIRMANSHIP


def no_rights(forum: Forum, day: date) -> Refusal:
    """That it is not this person's to do, and who could tell more."""
    return Refusal("no_rights", forum=forum.name, kontor=office(forum, day))
