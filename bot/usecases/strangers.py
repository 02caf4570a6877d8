"""What somebody without a seat is told: in a forum whose chair is the way in, to turn to the chair (B21)."""

from datetime import date

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal


def no_member(forum: Forum, day: date) -> Refusal:
    """The refusal to whoever is not of the forum, though they know it by name."""
    is_way_in = forum.charter.chair.contact_point.value
    chairs = [forum.person(each).name for each in forum.choice("chairmanship") or ()] if is_way_in else []
    if chairs:
        return Refusal("unknown_user.chair", forum=forum.name, hvem=chairs)
    return Refusal("unknown_user", forum=forum.name, kontor=office(forum, day))
