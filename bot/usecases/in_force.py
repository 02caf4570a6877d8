"""A forum that has ended, or not begun, is an archive: whatever would change it is refused in one sentence."""

from bot.domain.kernel import settings
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import Desk
from cards.kit.words import listing
from storage import forum as forums


async def require_in_force(desk: Desk) -> None:
    """Refusal("succession.archived" or "succession.not_begun") with whom to ask and what follows the forum."""
    if desk.forum.has_ended(desk.today):
        raise await ended(desk)
    if not desk.forum.has_begun(desk.today):
        raise Refusal("succession.not_begun", forum=desk.forum.name, dag=desk.forum.valid_from, hvem=_whom(desk))


async def ended(desk: Desk) -> Refusal:
    """What a forum that has ended answers with."""
    following, until = desk.forum.succeeded_by, desk.forum.valid_until
    if following is None:
        return Refusal("succession.archived", forum=desk.forum.name, dag=until, hvem=_whom(desk))
    name = await forums.name(desk.conn, following) or following
    return Refusal("succession.archived.followed", forum=desk.forum.name, dag=until, efter=name, hvem=_whom(desk))


def _whom(desk: Desk) -> str:
    """Those who serve it, or served it in the end."""
    day = min(desk.today, desk.forum.valid_until or desk.today)
    return listing(map(desk.name_of, settings.secretariat(desk.forum, day))) or Term("succession.nobody")
