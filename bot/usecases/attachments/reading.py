"""What the files of bilag hold, for whoever makes documents of a meeting."""

from storage import attachments as store
from storage.engine.connection import Connection


async def bytes_of(conn: Connection, forum: str, digest: str) -> bytes | None:
    """What a file holds; None where there is none of that digest, or it was erased."""
    return await store.bytes_of(conn, forum, digest)
