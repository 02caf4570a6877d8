"""Make a channel a forum's: asked for in the channel itself, by an admin or the forum's secretariat."""

from dataclasses import replace
from datetime import datetime

from bot.domain.forum.actions import TieChannel
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.refusal import Refusal
from bot.usecases.asker import account_of
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Desk, WritingDesk, open_desk, writing
from bot.usecases.forum.remarks import remarks_on
from bot.usecases.in_force import ended
from bot.usecases.rights import is_secretariat
from bot.usecases.turn import Turn
from cards.forum import welcome
from cards.forum.region import named
from cards.forum.remarks import sentence
from cards.kit.elements import Card
from storage import answered, chats
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import Connection, WritingConnection
from storage.outbox import reviving

_SHOWN = 100  # characters of what was typed that a refusal repeats


async def tie(database: Database, now: datetime, turn: Turn, action: TieChannel, admins: frozenset[str]) -> Card:
    """Tie the channel the turn came from; the conversation is the verified activity's own."""
    where = turn.conversation
    if where.place is not Place.CHANNEL:
        raise Refusal("tie_elsewhere")
    async with database.reading() as conn:
        seats = {seat[0] for seat in await forums.seated(conn, turn.sender.object_id)}
        forum = action.forum or _only(seats)
        if forum not in seats and turn.sender.object_id not in admins:  # who must not learn whether there is such one
            raise Refusal("tie_not_yours", forum=forum[:_SHOWN])
        if await forums.name(conn, forum) is None:
            raise Refusal("unknown_forum", forum=forum[:_SHOWN])
    async with database.writing(forum) as conn:
        known = await answered.find(conn, where.id, turn.sender.object_id, turn.activity)
        if known is not None:
            return known
        desk = await _desk(conn, forum, now, turn)
        person = await _allowed(desk, turn, admins)
        if desk.forum.has_ended(desk.today):
            raise await ended(desk, person)
        taken = await forums.taken_by(conn, where.id)
        if taken not in (None, forum):
            raise Refusal("channel_taken", forum=await forums.name(conn, taken))
        await _tie(desk, person, where)
        found = [sentence(each, desk.forum) for each in remarks_on(desk)]
        card = welcome.tied(desk.forum.id, named(desk.forum), remarks=found)
        await answered.remember(conn, where.id, turn.sender.object_id, turn.activity, at=now, card=card)
        return card


async def is_new_address(conn: Connection, forum: Forum, turn: Turn) -> bool:
    """Whether the turn comes from another address than the one we would write to."""
    where = turn.conversation
    match where.place:
        case Place.CHANNEL:
            return forum.channel is None or forum.channel.service_url != where.service_url
        case Place.PERSONAL:
            return await chats.get(conn, turn.sender) != where
        case _:
            return False


async def keep_in_touch(database: Database, now: datetime, turn: Turn) -> None:
    """What is heard from a forum's channel: the first ties the one its file named, and Teams' address may change."""
    where = turn.conversation
    if where.place is not Place.CHANNEL:
        return
    async with database.reading() as conn:
        forum = await forums.tied_to(conn, where.id, read_charter)
    if forum is None or (forum.channel is not None and forum.channel.service_url == where.service_url):
        return
    async with database.writing(forum.id) as conn:
        desk = await _desk(conn, forum.id, now, turn)
        if await forums.of_channel(conn, where.id) != forum.id:
            return
        if desk.forum.channel is None:
            await _tie(desk, None, where)
        else:
            await forums.tie(conn, forum.id, replace(desk.forum.channel, service_url=where.service_url))
            await reviving.hasten(conn, forum.id)


async def _desk(conn: WritingConnection, forum: str, now: datetime, turn: Turn) -> WritingDesk:
    """At which the sender acts, who need not be one of the forum's people."""
    desk = await open_desk(conn, forum, now, turn.conversation.place)
    seated = await forums.seated(conn, turn.sender.object_id)
    person = next((person for found, person, _ in seated if found == forum), None)
    account = account_of(desk.forum, person, turn.sender) if turn.sender.object_id else None
    return writing(desk, conn, account=account)


async def _tie(desk: WritingDesk, person: str | None, where: Conversation) -> None:
    await forums.tie(desk.conn, desk.forum.id, where)
    await reviving.revive(desk.conn, desk.forum.id)
    await reviving.hasten(desk.conn, desk.forum.id)
    await desk.log(person, "forum.tied", channel=where.id, tenant=where.tenant)


def _only(seats: set[str]) -> str:
    if len(seats) != 1:
        raise Refusal("tie_which")
    return next(iter(seats))


async def _allowed(desk: Desk, turn: Turn, admins: frozenset[str]) -> str | None:
    """The person who serves the forum, or None for an admin without a seat; anybody else is refused."""
    seated = await forums.seated(desk.conn, turn.sender.object_id)
    person = next((person for forum, person, _ in seated if forum == desk.forum.id), None)
    if person is not None and is_secretariat(desk, person) and any(desk.forum.seats_of(person, desk.today)):
        return person
    if turn.sender.object_id in admins:
        return person
    raise no_rights(desk.forum, desk.today)
