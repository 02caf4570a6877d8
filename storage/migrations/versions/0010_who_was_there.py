"""Minutes keep who was there, and not only who was absent; what nobody noted stays unknown

An absence that was ticked is known, and so is that nobody was absent where the log tells that this was saved. Whoever
was not ticked may have been there, which nobody said. A request for approval that is under way gets a kind of its own,
so that the minutes are a message of their own when they leave.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.engine.types import Plain

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_minutes = sa.table(
    "minutes",
    sa.column("forum", sa.String),
    sa.column("meeting", sa.String),
    sa.column("status", sa.String),
    sa.column("absent", Plain),
    sa.column("attendance", Plain(none_as_null=True)),
)
_audit = sa.table("audit", sa.column("forum", sa.String), sa.column("what", sa.String), sa.column("facts", Plain))
_notices = sa.table(
    "notices",
    sa.column("key", sa.String),
    sa.column("forum", sa.String),
    sa.column("kind", sa.String),
    sa.column("meeting", sa.String),
)


def upgrade() -> None:
    """Carry over what is known, and drop what said "nobody" where it meant "not noted"."""
    op.add_column("minutes", sa.Column("attendance", sa.JSON(), nullable=True))
    conn = op.get_bind()
    saved = conn.execute(sa.select(_audit.c.forum, _audit.c.facts).where(_audit.c.what == "minutes.absence"))
    known = {(row.forum, row.facts["meeting"]) for row in saved}
    for row in conn.execute(sa.select(_minutes.c.forum, _minutes.c.meeting, _minutes.c.absent)).all():
        if row.absent or (row.forum, row.meeting) in known:
            _note(conn, row)
    op.drop_column("minutes", "absent")
    _rename_requests(conn)


def _note(conn: sa.Connection, row: Any) -> None:
    here = (_minutes.c.forum == row.forum) & (_minutes.c.meeting == row.meeting)
    attendance = {"presences": [], "absent": row.absent, "ended_at": None}
    conn.execute(sa.update(_minutes).where(here).values(attendance=attendance))


def _rename_requests(conn: sa.Connection) -> None:
    asked = sa.select(_minutes.c.meeting).where(
        _minutes.c.forum == _notices.c.forum,
        _minutes.c.meeting == _notices.c.meeting,
        _minutes.c.status == "for_approval",
    )
    renamed = sa.update(_notices).where(_notices.c.kind == "minutes", asked.exists())
    key = _notices.c.forum + "/minutes_request/" + _notices.c.meeting + "/"
    conn.execute(renamed.values(kind="minutes_request", key=key))
