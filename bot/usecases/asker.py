"""Who asks, and of which forum: found in our own records from the verified account, never from card data."""

from dataclasses import dataclass

from bot.domain.actions import AnyAction
from bot.domain.conversation import Conversation, Place
from bot.domain.refusal import Refusal
from bot.usecases.turn import Roster, Turn
from storage import forums
from storage.database import Connection


@dataclass(frozen=True, slots=True)
class Asker:
    """A person of a forum."""

    forum: str
    person: str


class WhichForum(Exception):  # noqa: N818 - a question, not an error
    """The person sits in several forums and must say which is meant; `forums` are their ids."""

    def __init__(self, forums: tuple[str, ...]) -> None:
        super().__init__(", ".join(forums))
        self.forums = forums


async def find_asker(conn: Connection, turn: Turn, action: AnyAction, roster: Roster) -> Asker:
    """The person and the forum of a turn; a Refusal where the person is not known there, or the place is nobody's."""
    seats = await forums.seated(conn, turn.sender.object_id)
    forum = await _forum(conn, turn.conversation, action.forum, tuple(dict.fromkeys(seat[0] for seat in seats)))
    here = [(person, tenant) for where, person, tenant in seats if where == forum]
    if not here:
        name = await forums.name(conn, forum)
        raise Refusal("bad_card") if name is None else Refusal("unknown_user", forum=name)
    if len({person for person, _ in here}) == 1:
        return Asker(forum, here[0][0])
    return Asker(forum, await _by_tenant(here, turn, roster))


async def _forum(conn: Connection, where: Conversation, named: str | None, seated: tuple[str, ...]) -> str:
    """In a channel only its own forum is spoken of; in a chat the one named, or the only one."""
    if where.place is Place.CHANNEL:
        tied = await forums.of_channel(conn, where.id)
        if tied is None:
            raise Refusal("channel_not_linked")
        if named not in (None, tied):
            raise Refusal("other_forum")
        return tied
    if named is not None:
        return named
    if not seated:
        raise Refusal("unknown_anywhere")
    if len(seated) > 1:
        raise WhichForum(seated)
    return seated[0]


async def _by_tenant(here: list[tuple[str, str]], turn: Turn, roster: Roster) -> str:
    """Two people of the forum share an object id: the roster's tenant tells them apart, else the activity's."""
    home = await roster(turn.conversation, turn.sender.object_id) or turn.sender.tenant
    return next((person for person, tenant in here if tenant == home), here[0][0])
