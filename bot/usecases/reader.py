"""To whom a kept answer was shown: it leaves only while they are still everything that they were then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.forum.held import held
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Identity
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.charter_texts import read_charter
from cards.kit.words import say
from storage import forum as forums
from storage.engine.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """What somebody was in one forum as an answer was shown to them: see bot/domain/forum/held.py."""

    forum: str
    person: str
    held: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The account, by its object id, and what it stood for in each forum; a stranger's stood for nothing."""

    object_id: str = ""
    memberships: tuple[Membership, ...] = ()


async def reader_of(conn: Connection, sender: Identity, now: datetime, among: Iterable[str]) -> Reader:
    """What the sender is in those forums, as far as they can be read."""
    names = set(among)
    seated = [(forum, person) for forum, person, _ in await forums.seated(conn, sender.object_id) if forum in names]
    found = [each for forum, person in seated if (each := await _membership(conn, forum, person, now)) is not None]
    return Reader(object_id=sender.object_id, memberships=tuple(found))


async def lost(conn: Connection, reader: Reader, now: datetime) -> str | None:
    """What of it they are no longer, for the outbox; None where it is all still so. Unreadable where a forum is."""
    for each in reader.memberships:
        forum = await forums.get(conn, each.forum, read_charter)
        why = say("stale.no_seat") if forum is None else _lost(forum, each, reader.object_id, now)
        if why is not None:
            return why
    return None


async def _membership(conn: Connection, forum: str, person: str, now: datetime) -> Membership | None:
    try:
        found = await forums.get(conn, forum, read_charter)
    except Unreadable:
        return None
    return None if found is None else Membership(forum=forum, person=person, held=_held(found, person, now))


def _lost(forum: Forum, was: Membership, object_id: str, now: datetime) -> str | None:
    is_theirs = any(each.object_id == object_id for each in forum.person(was.person).identities)
    if not is_theirs:
        return say("stale.another_account")
    by_now = _held(forum, was.person, now)
    if was.held and not by_now:
        return say("stale.no_seat")
    return None if was.held <= by_now else say("stale.lost_right")


def _held(forum: Forum, person: str, now: datetime) -> frozenset[str]:
    return held(forum, person, now.astimezone(forum.timezone).date())
