"""What is wrong where a database cannot do its part: by the codes of the drivers, and by none of their words."""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from sqlalchemy.exc import DBAPIError

from storage.engine import server


class Trouble(StrEnum):
    """What somebody who runs the service must know to mend it."""

    FULL = "full"
    READ_ONLY = "read_only"
    DISK = "disk"
    DAMAGED = "damaged"
    NO_DATABASE = "no_database"
    NO_ACCESS = "no_access"
    BUSY = "busy"
    AWAY = "away"
    OTHER = "other"


LASTING = frozenset({Trouble.FULL, Trouble.READ_ONLY, Trouble.DISK, Trouble.DAMAGED})
"""What trying again some seconds later does not help against."""

_BEGINS = {
    "SQLITE_FULL": Trouble.FULL,
    "SQLITE_READONLY": Trouble.READ_ONLY,
    "SQLITE_IOERR": Trouble.DISK,
    "SQLITE_CORRUPT": Trouble.DAMAGED,
    "SQLITE_NOTADB": Trouble.NO_DATABASE,
    "SQLITE_CANTOPEN": Trouble.NO_ACCESS,
    "SQLITE_PERM": Trouble.NO_ACCESS,
    "SQLITE_AUTH": Trouble.NO_ACCESS,
    "SQLITE_BUSY": Trouble.BUSY,
    "SQLITE_LOCKED": Trouble.BUSY,
    "53100": Trouble.FULL,  # disk_full
    "25006": Trouble.READ_ONLY,  # read_only_sql_transaction: a standby, too
    "58": Trouble.DISK,  # io_error and the like
    "XX001": Trouble.DAMAGED,  # data_corrupted
    "XX002": Trouble.DAMAGED,  # index_corrupted
    "3D": Trouble.NO_DATABASE,  # invalid_catalog_name
    "28": Trouble.NO_ACCESS,  # invalid_authorization_specification, invalid_password
    "42501": Trouble.NO_ACCESS,  # insufficient_privilege
    "55P03": Trouble.BUSY,  # lock_not_available
    "08": Trouble.AWAY,  # connection_exception
    "53": Trouble.AWAY,  # too_many_connections and the like
    "57P": Trouble.AWAY,  # admin_shutdown, cannot_connect_now
}


def trouble_of(error: BaseException) -> tuple[Trouble, str]:
    """What is wrong, and the driver's code for it; `OTHER` and no code for what no driver has raised."""
    if not isinstance(error, (DBAPIError, sqlite3.Error, *server.FAULT)):
        return Trouble.OTHER, ""
    code = next(_codes(error), "")
    found = [trouble for begin, trouble in _BEGINS.items() if code.startswith(begin)]
    return (found[0] if found else Trouble.OTHER), code


def _codes(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
        if isinstance(code, str):
            yield code
        error = (error.orig if isinstance(error, DBAPIError) else None) or error.__cause__
