"""A forum that has ended, or not begun, is an archive: no change is taken, and all it shows says so."""

from bot.domain.kernel import settings
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import Desk
from cards.kit.answers import below
from cards.kit.elements import Card
from cards.kit.words import listing
from storage import forum as forums


async def require_in_force(desk: Desk, actor: str) -> None:
    """Refusal("succession.archived" or "succession.not_begun") with whom to ask and what follows the forum."""
    if (why := await _why_not(desk, actor)) is not None:
        raise why


async def as_archive(desk: Desk, actor: str, shown: Card) -> Card:
    """The card, below that sentence where the forum is not in force: deadlines and buttons on it hold no more."""
    why = await _why_not(desk, actor)
    return shown if why is None else below(why, shown)


async def ended(desk: Desk, actor: str | None) -> Refusal:
    """What a forum that has ended answers with."""
    forum, whom = desk.forum, _whom(desk, actor)
    following, until = forum.succeeded_by, forum.valid_until
    if following is None:
        return Refusal("succession.ended", forum=forum.name, dato=until, hvem=whom)
    name = await forums.name(desk.conn, following) or following
    return Refusal("succession.archived", forum=forum.name, dato=until, efterfoelger=name, hvem=whom)


async def _why_not(desk: Desk, actor: str) -> Refusal | None:
    forum = desk.forum
    if forum.is_in_force(desk.today):
        return None
    if forum.has_ended(desk.today):
        return await ended(desk, actor)
    return Refusal("succession.not_begun", forum=forum.name, dag=forum.valid_from, hvem=_whom(desk, actor))


def _whom(desk: Desk, actor: str | None) -> str:
    """Those who serve it, or served it in the end; they themselves ask those who run the service."""
    day = min(desk.today, desk.forum.valid_until or desk.today)
    serving = settings.secretariat(desk.forum, day)
    return listing(map(desk.name_of, () if actor in serving else serving)) or Term("succession.nobody")
