"""Bilag go with an item or a case to where it goes on, each with an entry in the log there, by which it is erased."""

from dataclasses import replace

from bot.domain.attachments.state import OfItem, Owner, newest
from bot.usecases.desk import WritingDesk
from storage import attachments


async def carry(
    desk: WritingDesk, owner: Owner, there: WritingDesk, to: Owner, *, closed: bool = True, **about: object
) -> None:
    """Let them stand with that, too, as they are by now; those that are closed by themselves only if `closed`."""
    forum = desk.forum.id
    facts = about | ({"from_forum": forum} if there.forum.id != forum else {})
    for each in await attachments.carry(desk.conn, forum, owner, there.forum.id, to, closed=closed):
        await there.log(
            None,
            "attachment.carried",
            **facts,
            attachment=each.id,
            version=each.version,
            digest=each.digest,
            size=each.size,
            is_closed=each.is_closed,
            texts={"title": each.title, "name": each.name},
        )


async def take_back(desk: WritingDesk, owner: OfItem) -> None:
    """What was carried to an item that is gone stands nowhere, and so not with the next item that has its id."""
    every = await attachments.of_owners(desk.conn, desk.forum.id, [owner])
    for each in newest(every.get(owner, ())):
        await attachments.take_off(desk.conn, replace(each, taken_off_at=desk.now))
        await desk.log(None, "attachment.taken_off", attachment=each.id, version=each.version, digest=each.digest)
