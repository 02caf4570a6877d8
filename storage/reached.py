"""Where people reach the service that works on a database: whoever has a connection of it knows; it is kept nowhere."""

from storage.engine.connection import Connection

REACHED_AT = "klyngebot_reached_at"
"""The execution option of connections that tells it."""


def reached_at(conn: Connection) -> str:
    """The address, such as https://klyngebot.example.org; empty where nobody knows."""
    options = conn.sync_connection.get_execution_options() if conn.sync_connection is not None else {}
    return str(options.get(REACHED_AT, ""))
