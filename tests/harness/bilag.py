"""Bilag that stand with something already, and what stands with it by now."""

from bot.domain.attachments.state import Bilag, Owner, newest
from bot.usecases.desk import Desk, WritingDesk
from storage import attachments

SECRETARIAT = "sekretariat-kommuner"


async def attach(desk: WritingDesk, owner: Owner, name: str, data: bytes = b"x", *, closed: bool = False) -> Bilag:
    """A text file of that name is a bilag of it."""
    forum = desk.forum.id
    one = Bilag(
        forum=forum,
        id=await attachments.next_id(desk.conn, forum),
        version=1,
        owner=owner,
        name=f"{name}.txt",
        title=name,
        media_type="text/plain",
        size=len(data),
        digest=await attachments.keep_bytes(desk.conn, forum, data),
        is_closed=closed,
        by=SECRETARIAT,
        at=desk.now,
    )
    await attachments.add(desk.conn, one, f"form-{one.id}")
    texts = {"title": one.title, "name": one.name}
    await desk.log(SECRETARIAT, "attachment.attached", attachment=one.id, version=1, texts=texts)
    return one


async def standing(desk: Desk, owner: Owner) -> list[Bilag]:
    """What stands with it, in its order."""
    every = await attachments.of_owners(desk.conn, desk.forum.id, [owner])
    return list(newest(every.get(owner, ())))
