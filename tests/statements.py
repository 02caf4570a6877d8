"""What a database is asked: every statement that runs on a connection opened meanwhile, whoever runs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Every statement from now on, on connections that are opened from now on."""
    said: list[str] = []

    def listen(connection: Any, _record: object) -> None:
        line = getattr(connection, "driver_connection", connection)
        if hasattr(line, "add_query_logger"):
            line.add_query_logger(lambda query: said.append(query.query))
        else:
            line.set_trace_callback(said.append)

    event.listen(Engine, "connect", listen)
    try:
        yield said
    finally:
        event.remove(Engine, "connect", listen)
