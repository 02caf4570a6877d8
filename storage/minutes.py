"""Minutes with their remarks and additions; a remark is added, never changed."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.minutes import Minutes, MinutesStatus, Remark
from storage.tables import minutes, minutes_remarks


async def get(conn: AsyncConnection, forum: str, meeting: str) -> Minutes | None:
    """The minutes of a meeting, or None before anything was recorded."""
    query = select(minutes).where(minutes.c.forum == forum, minutes.c.meeting == meeting)
    row = (await conn.execute(query)).one_or_none()
    if row is None:
        return None
    return Minutes(
        forum=forum,
        meeting=meeting,
        revision=row.revision,
        resolutions=row.resolutions,
        absent=tuple(row.absent),
        remarks=await _remarks(conn, forum, meeting),
        approved_by=tuple(row.approved_by),
        status=MinutesStatus(row.status),
        sent_at=row.sent_at,
    )


async def put(conn: AsyncConnection, each: Minutes) -> None:
    """Store the minutes and whatever remarks are new; the transaction must hold the forum."""
    values = {
        "revision": each.revision,
        "resolutions": each.resolutions,
        "absent": list(each.absent),
        "approved_by": list(each.approved_by),
        "status": each.status.value,
        "sent_at": each.sent_at,
    }
    before = await get(conn, each.forum, each.meeting)
    if before is None:
        await conn.execute(minutes.insert().values(forum=each.forum, meeting=each.meeting, **values))
    else:
        here = (minutes.c.forum == each.forum) & (minutes.c.meeting == each.meeting)
        await conn.execute(update(minutes).where(here).values(**values))
    stored = 0 if before is None else len(before.remarks)
    for remark in each.remarks[stored:]:
        fields = {name: getattr(remark, name) for name in ("person", "words", "at", "is_addition")}
        await conn.execute(minutes_remarks.insert().values(forum=each.forum, meeting=each.meeting, **fields))


async def _remarks(conn: AsyncConnection, forum: str, meeting: str) -> tuple[Remark, ...]:
    query = select(minutes_remarks).where(minutes_remarks.c.forum == forum, minutes_remarks.c.meeting == meeting)
    found = await conn.execute(query.order_by(minutes_remarks.c.id))
    return tuple(Remark(person=row.person, words=row.words, at=row.at, is_addition=row.is_addition) for row in found)
