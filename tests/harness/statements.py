"""What a database is asked: every statement, whether SQLAlchemy runs it or we do, on connections opened meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Every statement from now on; what asyncpg runs is heard one turn of the event loop later."""
    said: list[str] = []

    def listen(connection: Any, _record: object) -> None:
        line = getattr(connection, "driver_connection", connection)
        if hasattr(line, "add_query_logger"):
            line.add_query_logger(lambda query: said.append(query.query))
        else:
            line.set_trace_callback(said.append)

    def prepared(conn: Any, _cursor: object, statement: str, *_more: object) -> None:
        if conn.dialect.name == "postgresql":  # asyncpg does not tell of what SQLAlchemy prepares
            said.append(statement)

    event.listen(Engine, "connect", listen)
    event.listen(Engine, "before_cursor_execute", prepared)
    try:
        yield said
    finally:
        event.remove(Engine, "connect", listen)
        event.remove(Engine, "before_cursor_execute", prepared)
