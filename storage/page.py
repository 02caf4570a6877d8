"""Addresses of pages that were used: a digest of each one's nonce among what was answered, so that it opens once."""

from datetime import datetime
from hashlib import sha256

from storage import answered
from storage.engine.connection import Connection, WritingConnection

_ADDRESS = "/svar/"
"""What stands for the conversation, which no activity bears."""


async def is_used(conn: Connection, nonce: str) -> bool:
    """Whether that address was used already."""
    return await answered.is_known(conn, _ADDRESS, "", _digest(nonce))


async def use(conn: WritingConnection, nonce: str, *, at: datetime) -> bool:
    """Use the address; False for all but the first who does."""
    return await answered.note(conn, _ADDRESS, "", _digest(nonce), at=at)


def _digest(nonce: str) -> str:
    return sha256(nonce.encode()).hexdigest()
