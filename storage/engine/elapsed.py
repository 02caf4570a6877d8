"""Real time as the database counts it, by which leases and pauses are bounded: never a wrong machine's.

A server's own clock is measured when a connection is made and about once a minute, and counted on from there by this
machine's monotonic clock. A file has no clock but that of the machine it is on.
"""

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect

from storage.engine.connection import Connection

_LASTS = 60.0  # seconds of one measure
_JUMP = timedelta(seconds=1)  # by which this machine's two clocks drift apart when it has slept, or was set right


class ServerTime:
    """One server's time, as it was measured last; until then this machine's."""

    def __init__(self) -> None:
        self._measured_at = monotonic()
        self._told = self._wall = machine_now()
        self._is_measured = False

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._told + timedelta(seconds=monotonic() - self._measured_at)

    @property
    def is_old(self) -> bool:
        """Whether it is to be measured again: a minute has passed, or the machine has slept meanwhile."""
        passed = monotonic() - self._measured_at
        drift = machine_now() - self._wall - timedelta(seconds=passed)
        return not self._is_measured or passed > _LASTS or abs(drift) > _JUMP

    async def measure(self, native: Any) -> None:
        """Ask the server on a connection of its driver."""
        asked_at = monotonic()
        told = await native.fetchval("SELECT clock_timestamp()")
        now = monotonic()
        self._measured_at, self._wall, self._is_measured = now, machine_now(), True
        self._told = told.astimezone(UTC) + timedelta(seconds=(now - asked_at) / 2)


_servers: WeakKeyDictionary[Dialect, ServerTime] = WeakKeyDictionary()


def machine_now() -> datetime:
    """The moment by this machine's clock."""
    return datetime.now(UTC)


def counts_by(dialect: Dialect, server: ServerTime) -> None:
    """Let every connection of that engine count by that server's time."""
    _servers[dialect] = server


def server_of(dialect: Dialect) -> ServerTime | None:
    """The time of the engine's server; None for a file."""
    return _servers.get(dialect)


def elapsed(conn: Connection) -> datetime:
    """The real moment, in UTC, never pinned."""
    return elapsed_of(conn.dialect)


def elapsed_of(dialect: Dialect) -> datetime:
    """The same for an engine."""
    server = _servers.get(dialect)
    return machine_now() if server is None else server.now()
