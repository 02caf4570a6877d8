"""Who asks, and of which forum: found in our own records from the verified account, never from card data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.actions import AnyAction
from bot.domain.kernel.action import AcrossForums
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Identity
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.charter_texts import read_charter
from bot.usecases.per_snapshot import per_snapshot
from bot.usecases.strangers import no_member
from bot.usecases.turn import Roster, Turn
from storage import forum as forums
from storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class Asker:
    """A person of a forum, which is as it was just read, and the account that acts: one of the person's own."""

    forum: Forum
    person: str
    account: Identity


class WhichForum(Exception):  # noqa: N818 - a question, not an error
    """The person sits in several forums and must say which is meant; `forums` are their ids."""

    def __init__(self, forums: tuple[str, ...]) -> None:
        super().__init__(", ".join(forums))
        self.forums = forums


async def find_asker(conn: Connection, turn: Turn, action: AnyAction, roster: Roster, now: datetime) -> Asker:
    """The person and the forum of a turn; a Refusal where the person is not known there, or the place is nobody's.

    Unreadable where the forum is; whoever has no seat in it is a stranger all the same.
    """
    forum = await _forum(conn, turn, action, now)
    here = _accounts(forum).get(turn.sender.object_id, ())
    if turn.person is not None and turn.person in {person for person, _ in here}:
        return _asker(forum, turn.person, turn.sender)
    if not here or turn.person is not None:
        day = now.astimezone(forum.timezone).date()
        is_here = turn.conversation.place in (Place.CHANNEL, Place.PAGE)  # and so knows the forum's name
        raise no_member(forum, day) if is_here else await _stranger(conn, turn)
    if len({person for person, _ in here}) == 1:
        return _asker(forum, here[0][0], turn.sender)
    return _asker(forum, await _by_tenant(here, turn, roster), turn.sender)


def account_of(forum: Forum, person: str | None, sender: Identity) -> Identity:
    """The account as the forum knows it: in a shared channel an activity names the host's tenant, not the person's.

    Whom the forum does not know is who the activity says.
    """
    own = (each for found in forum.people if found.id == person for each in found.identities)
    same = [each for each in own if each.object_id == sender.object_id]
    return sender if not same or sender in same else same[0]


def _asker(forum: Forum, person: str, sender: Identity) -> Asker:
    return Asker(forum, person, account_of(forum, person, sender))


async def _forum(conn: Connection, turn: Turn, action: AnyAction, now: datetime) -> Forum:
    """In a channel only its own forum is spoken of; in a chat the one named, or the only one.

    What is asked of all forums begins with the first of them that can answer.
    """
    named = action.forum
    if turn.conversation.place is Place.CHANNEL:
        return await _of_channel(conn, turn.conversation, named)
    if named is None and isinstance(action, AcrossForums):
        return await _first_seat(conn, turn, now)
    meant = named or await _only_seat(conn, turn)
    try:
        forum = await forums.get(conn, meant, read_charter)
    except Unreadable:
        if meant in {each for each, _, _ in await forums.seated(conn, turn.sender.object_id)}:
            raise
        forum = None
    if forum is None:
        raise await _stranger(conn, turn)
    return forum


async def _of_channel(conn: Connection, where: Conversation, named: str | None) -> Forum:
    tied = await forums.tied_to(conn, where.id, read_charter)
    if tied is None:
        raise Refusal("channel_not_linked")
    if named not in (None, tied.id):
        raise Refusal("other_forum")
    return tied


async def _only_seat(conn: Connection, turn: Turn) -> str:
    seated = dict.fromkeys(forum for forum, _, _ in await forums.seated(conn, turn.sender.object_id))
    if not seated:
        raise Refusal("unknown_anywhere")
    if len(seated) > 1:
        raise WhichForum(tuple(seated))
    return next(iter(seated))


async def _first_seat(conn: Connection, turn: Turn, now: datetime) -> Forum:
    """One that is in force and in which the account has a seat today, where there is such a one."""
    broken: Unreadable | None = None
    found: list[Forum] = []
    for meant, person, _ in await forums.seated(conn, turn.sender.object_id):
        try:
            forum = await forums.get(conn, meant, read_charter)
        except Unreadable as fault:
            broken = fault
            continue
        day = None if forum is None else now.astimezone(forum.timezone).date()
        if forum is not None and day is not None and any(forum.seats_of(person, day)):
            found.append(forum)
            if forum.is_in_force(day):
                return forum
    if found or broken is None:
        return found[0] if found else await _any_seat(conn, turn)
    raise broken


async def _any_seat(conn: Connection, turn: Turn) -> Forum:
    """The forum that says that nobody sits there any more; Refusal("unknown_anywhere") where there never was one."""
    seated = await forums.seated(conn, turn.sender.object_id)
    found = None if not seated else await forums.get(conn, seated[0][0], read_charter)
    if found is None:
        raise Refusal("unknown_anywhere")
    return found


@per_snapshot
def _accounts(forum: Forum) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The (person, tenant) of everybody with an object id."""
    found: dict[str, list[tuple[str, str]]] = {}
    for person in forum.people:
        for own in person.identities:
            found.setdefault(own.object_id, []).append((person.id, own.tenant))
    return found


async def _by_tenant(here: Sequence[tuple[str, str]], turn: Turn, roster: Roster) -> str:
    """Two people of the forum share an object id: the roster's tenant tells them apart, else the activity's."""
    home = await roster(turn.conversation, turn.sender.object_id) or turn.sender.tenant
    return next((person for person, tenant in here if tenant == home), here[0][0])


async def _stranger(conn: Connection, turn: Turn) -> Refusal:
    """To a forged card in a chat, which must not learn whether there is such a forum."""
    return Refusal("bad_card" if await forums.seated(conn, turn.sender.object_id) else "unknown_anywhere")
