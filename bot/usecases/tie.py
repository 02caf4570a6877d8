"""Make a channel a forum's: asked for in the channel itself, by an admin or the forum's secretariat."""

from datetime import datetime

from bot.domain.actions import TieChannel
from bot.domain.conversation import Place
from bot.domain.people import Role
from bot.domain.refusal import Refusal
from bot.usecases import welcome
from bot.usecases.desk import Desk, open_desk
from bot.usecases.turn import Turn
from cards.elements import Card
from storage import forums, notices
from storage.database import Connection, Database


async def tie(database: Database, now: datetime, turn: Turn, action: TieChannel, admins: frozenset[str]) -> Card:
    """Tie the channel the turn came from; the conversation is the verified activity's own."""
    where = turn.conversation
    if where.place is not Place.CHANNEL:
        raise Refusal("tie_elsewhere")
    async with database.reading() as conn:
        forum = action.forum or await _only_seat(conn, turn)
    async with database.writing(forum) as conn:
        desk = await open_desk(conn, forum, now, where.place)
        person = await _allowed(desk, turn, admins)
        taken = await forums.of_channel(conn, where.id)
        if taken not in (None, forum):
            raise Refusal("channel_taken", forum=await forums.name(conn, taken))
        await forums.tie(conn, forum, where)
        await notices.hasten(conn, forum)
        await desk.log(person, "forum.tied", channel=where.id, tenant=where.tenant)
        return welcome.tied(desk.forum)


async def _only_seat(conn: Connection, turn: Turn) -> str:
    seats = {seat[0] for seat in await forums.seated(conn, turn.sender.object_id)}
    if len(seats) != 1:
        raise Refusal("tie_which")
    return seats.pop()


async def _allowed(desk: Desk, turn: Turn, admins: frozenset[str]) -> str | None:
    """The secretariat's person, or None for an admin without a seat; anybody else is refused."""
    seated = await forums.seated(desk.conn, turn.sender.object_id)
    person = next((person for forum, person, _ in seated if forum == desk.forum.id), None)
    if person is not None and desk.has_role(person, Role.SECRETARIAT):
        return person
    if turn.sender.object_id in admins:
        return person
    raise Refusal("no_rights", forum=desk.forum.name)
