"""Which forum here a body is that a charter names: as the forum's file says, else by its kind and region."""

from collections.abc import Sequence

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Desk
from storage import forum as forums


async def forum_of(desk: Desk, body: str) -> Forum | None:
    """The forum in force that it is: the only one, or the nearest to us; None where there is none or none is nearer."""
    alike = [each for each in candidates(desk, body, await others(desk)) if each.is_in_force(desk.today)]
    return alike[0] if is_first_nearest(desk, alike) else None


def candidates(desk: Desk, body: str, known: Sequence[Forum]) -> tuple[Forum, ...]:
    """The known forums that it may be, whoever shares most organisations with us first."""
    said = desk.forum.bodies.get(body)
    if said is not None:
        return tuple(each for each in known if each.id == said)
    alike = [
        each
        for each in known
        if each.charter_on(desk.today).body_kind.value == body and each.region == desk.forum.region is not None
    ]
    return tuple(sorted(alike, key=lambda each: (-_shared(desk.forum, each), each.name)))


def is_first_nearest(desk: Desk, found: Sequence[Forum | None]) -> bool:
    """Whether the first is the only one, or shares more organisations with us than the next."""
    if len(found) < 2:
        return bool(found)
    first, second = (_shared(desk.forum, each) for each in found[:2])
    return first > second


async def others(desk: Desk) -> tuple[Forum, ...]:
    """Every other forum here that can be read."""
    found = [await _read(desk, each) for each in await forums.ids(desk.conn) if each != desk.forum.id]
    return tuple(each for each in found if each is not None)


async def _read(desk: Desk, forum: str) -> Forum | None:
    try:
        return await forums.get(desk.conn, forum, read_charter)
    except Unreadable:  # its own secretariat and the operator are told of that
        return None


def _shared(ours: Forum, other: Forum | None) -> int:
    """How many organisations take part in both."""
    if other is None:
        return 0
    return len({each.id for each in ours.organisations} & {each.id for each in other.organisations})
