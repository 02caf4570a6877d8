"""The table of the outbox, and what a row of it is; notices.py owes, claims.py sends."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    FromClause,
    Index,
    Integer,
    String,
    Table,
    Text,
    bindparam,
    literal_column,
    text,
)

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import notice_kind
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime

# No other column: SQLite plans a statement anew for each value that it compares with one of an index's condition.
FAILED = text(f"state = '{NoticeState.FAILED.value}'")

notices = Table(
    "notices",
    metadata,
    Column("key", String(400), primary_key=True),
    Column("forum", ID, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("meeting", ID),
    Column("recipient", ID),
    Column("subject", Plain, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("is_timed", Boolean, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("unknown_posts", Integer, nullable=False),
    Column("retry_at", UtcTime),  # real time, not the pinned clock's
    Column("leased_until", UtcTime),  # real time likewise
    Column("conversation", String(400)),
    Column("activity", String(400)),
    Column("thread", String(400)),
    Column("reason", Text, nullable=False),
    Column("sent_at", UtcTime),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    Index(
        "ix_notices_waiting",
        "due_at",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index(
        "ix_notices_leased",
        "forum",
        "leased_until",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index("ix_notices_meeting", "forum", "meeting", "kind"),
    Index("ix_notices_told", "forum", "recipient", "sent_at"),
    Index("ix_notices_failed", "due_at", sqlite_where=FAILED, postgresql_where=FAILED),
)


def waits(table: FromClause) -> ColumnElement[bool]:
    """Whether a notice waits; written out, since to a planner a parameter does not mean the index of what waits."""
    return table.c.state == literal_column(f"'{NoticeState.WAITING.value}'")


WAITING = waits(notices)
NAMED = notices.c.key == bindparam("named")
PAUSED = datetime(9999, 1, 1, tzinfo=UTC)
"""When what is paused is tried again; what is owed anew meanwhile has another time."""

ONCE_MORE = "/again/"
"""In the key of a reminder that somebody asked for once more: no plan knows of it, so none takes it back."""
AGAIN = notices.c.key.contains(ONCE_MORE, autoescape=True)

COLUMNS = tuple(each.name for each in fields(Notice))


def values_of(notice: Notice) -> dict[str, Any]:
    """The notice as a row of the table."""
    values = {name: getattr(notice, name) for name in COLUMNS}
    return values | {"kind": notice.kind.value, "state": notice.state.value, "subject": dict(notice.subject)}


def read_notice(row: Any) -> Notice:
    """The notice in a row of the table."""
    values = {name: getattr(row, name) for name in COLUMNS}
    return Notice(**values | {"kind": notice_kind(row.kind), "state": NoticeState(row.state)})
