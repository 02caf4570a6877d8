"""An open connection as the rooms above storage know it: one that reads, and one that may write."""

from typing import NewType

from sqlalchemy.ext.asyncio import AsyncConnection

Connection = AsyncConnection
"""What a query is given; in `Database.reading` the database itself refuses every write on it."""

WritingConnection = NewType("WritingConnection", AsyncConnection)
"""What a command is given: it reads like the other, and every statement that writes asks for it."""
