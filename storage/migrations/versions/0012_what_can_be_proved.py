"""Answers and remarks are numbered where they belong, a forum bears a stamp, and used addresses are answered activities

The numbers follow the order in which answers and remarks were given, which their ids told. A forum gets its stamp as
what stands is first entered in its log, which is not done here: see storage/proving.py.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give natural keys with every row kept, and move what was used of addresses."""
    op.add_column("forums", sa.Column("stamp", sa.String(length=32), nullable=True))
    _number("responses", "ix_responses_round", "forum", "meeting", "round")
    _number("minutes_remarks", "ix_minutes_remarks_meeting", "forum", "meeting")
    _move_visits()


def _number(table: str, index: str, *within: str) -> None:
    op.add_column(table, sa.Column("number", sa.Integer(), nullable=True))
    rows, earlier = (sa.table(table, *map(sa.column, (*within, "id", "number"))) for _ in range(2))
    these = earlier.alias("earlier")
    same = (these.c[name] == rows.c[name] for name in within)
    place = sa.select(sa.func.count()).select_from(these).where(*same, these.c.id <= rows.c.id).scalar_subquery()
    op.get_bind().execute(sa.update(rows).values(number=place))
    op.drop_index(index, table)  # the new key begins with it
    with op.batch_alter_table(table) as batch:
        batch.drop_column("id")
        batch.alter_column("number", existing_type=sa.Integer(), nullable=False)
        batch.create_primary_key(f"pk_{table}", [*within, "number"])


def _move_visits() -> None:
    visits = sa.table("visits", sa.column("nonce"), sa.column("at"))
    answered = sa.table("answered", *map(sa.column, ("conversation", "sender", "activity", "at")))
    used = sa.select(sa.literal("/svar/", sa.String), sa.literal("", sa.String), visits.c.nonce, visits.c.at)
    op.get_bind().execute(sa.insert(answered).from_select(list(answered.c), used))
    op.drop_table("visits")
