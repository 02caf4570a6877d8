"""Erase what people wrote in an entry of the log; the entry stays, and a new one says that, why and by whom."""

from datetime import datetime

from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.refusal import Refusal
from storage import audit
from storage import forum as forums
from storage.database import Database


async def erase_texts(database: Database, now: datetime, forum: str, seq: int, *, by: str, ground: str) -> None:
    """Erase every text of the entry; Refusal where there is no such entry, or nothing to erase (any more).

    The ground stays in the log for ever, and so must be one line without anybody's CPR number.
    """
    grounds = " ".join(ground.split())
    if not grounds:
        raise Refusal("no_ground")
    check_confidential(grounds)
    async with database.writing(forum, wakes=False) as conn:
        if await forums.name(conn, forum) is None:
            raise Refusal("unknown_forum", forum=forum)
        entry = await audit.at(conn, forum, seq)
        if entry is None:
            raise Refusal("unknown_entry", forum=forum, nr=seq)
        if not entry.texts:
            raise Refusal("nothing_to_erase", forum=forum, nr=seq)
        await audit.erase(conn, entry, at=now, by=by, ground=grounds)
