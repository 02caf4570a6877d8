"""What went to the forum that goes on, and what came from those that ended: told to both, and looked up from either."""

from bot.domain.forum.actions import ShowSuccession
from bot.domain.forum.succession import Succession
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from cards.forum import succession as cards
from cards.forum.succession import Both
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from storage import forum as forums
from storage import succession as successions


async def show(desk: Desk, actor: str, action: ShowSuccession) -> Card:
    """The list of one, by its id, or of the only one there is; of several each with the way to its list."""
    every = await _around(desk)
    found = [each for each in every if action.ended in ("", each.forum)]
    if not found:
        return cards.nothing(desk.forum.name)
    shows_closed = not desk.is_public and is_secretariat(desk, actor)
    if len(found) == 1:
        both = await both_of(desk, found[0], shows_closed=shows_closed)
        return cards.shown(found[0], both, is_heir=found[0].heir == desk.forum.id)
    return cards.several([(each, await both_of(desk, each)) for each in found], desk.forum.id)


async def lines_of(desk: Desk) -> list[str]:
    """What »Om forummet« says of it, one line each."""
    found = []
    for each in await _around(desk):
        both = await both_of(desk, each)
        if each.forum == desk.forum.id:
            found.append(say("about.succeeded", forum=both.heir, dato=medium_date(each.day)))
        else:
            found.append(say("about.continues", forum=both.ended, dato=medium_date(each.day)))
    return found


async def announced(desk: Desk, notice: Notice) -> Card | Stale:
    """To everybody in the channel of the one that ended."""
    found = await successions.of(desk.conn, desk.forum.id)
    return _gone() if found is None else cards.announced(found, await both_of(desk, found))


async def told_of(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of those who serve either: all of it, as far as others do not read along."""
    found = await successions.of(desk.conn, str(notice.subject.get("ended")))
    if found is None:
        return _gone()
    return cards.told(found, await both_of(desk, found, shows_closed=not desk.is_public), desk.called(notice))


async def both_of(desk: Desk, each: Succession, *, shows_closed: bool = False) -> Both:
    """What the two are called."""
    ended, heir = [await forums.name(desk.conn, name) or name for name in (each.forum, each.heir)]
    return Both(ended=ended, heir=heir, shows_closed=shows_closed)


async def _around(desk: Desk) -> tuple[Succession, ...]:
    """That it was handed over, and what was handed over to it."""
    ended = await successions.of(desk.conn, desk.forum.id) if desk.forum.handed_over is not None else None
    came = await successions.into(desk.conn, desk.forum.id) if desk.forum.continues else ()
    return (*(() if ended is None else (ended,)), *came)


def _gone() -> Stale:
    return Stale(say("stale.archived"))
