"""Every forum of somebody's, where nobody reads along: what is asked of all is answered of each that can be read."""

from dataclasses import dataclass

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.desk import Desk, open_desk
from bot.usecases.rights import require_seat
from storage import forum as forums


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the desk of one of their forums, with their id there."""

    desk: Desk
    person: str


@dataclass(frozen=True, slots=True)
class Seats:
    """The forum that is asked first, then the others; `unreadable` are the names of those that cannot be read."""

    every: tuple[Seat, ...]
    unreadable: tuple[str, ...] = ()


async def seats_of(desk: Desk, actor: str) -> Seats:
    """The forum that is asked and, in somebody's own chat, every other in which the account has a seat today."""
    own = Seat(desk, actor)
    if desk.place is not Place.PERSONAL:
        return Seats((own,))
    others: dict[str, str] = {}
    for account in desk.forum.person(actor).identities:
        for forum, person, tenant in await forums.seated(desk.conn, account.object_id):
            if tenant == account.tenant and forum != desk.forum.id:
                others.setdefault(forum, person)
    found, broken = [own], list[str]()
    for forum, person in others.items():
        try:
            other = await open_desk(desk.conn, forum, desk.now, desk.place)
            require_seat(other, person)
            found.append(Seat(other, person))
        except Refusal:  # they have none any more
            continue
        except Unreadable:  # which is its own fault alone
            broken.append(await forums.name(desk.conn, forum) or forum)
    return Seats(tuple(found), tuple(broken))
