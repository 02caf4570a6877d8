"""Being the only one that writes for a forum, until the transaction ends."""

from sqlalchemy import bindparam, select

from storage.engine.connection import WritingConnection
from storage.engine.driver import is_file, native_of
from storage.engine.holds import hold
from storage.engine.prepared import Prepared
from storage.forum import forums
from storage.proof.ledger import ledger

# Not the strongest lock: what delivery writes refers to the forum and must not wait for it.
_HOLD = Prepared(select(forums.c.id).where(forums.c.id == bindparam("named")).with_for_update(key_share=True))


async def hold_forum(conn: WritingConnection, forum: str) -> None:
    """Wait until nobody else writes for the forum; its log vouches for what this transaction writes of it.

    Held is the forum's row, or its name while it has none, so that the first to make it is the only one. Two that wait
    for each other's forum raise DatabaseAway at one of them, which may begin anew.
    """
    ledger(conn).hold(forum)
    if is_file(native_of(conn)):  # has one writer
        return
    if await _HOLD.first(conn, named=forum) is None:
        await hold(conn, "forum", forum)
        await _HOLD.first(conn, named=forum)  # others may hold the row by now that was made meanwhile
