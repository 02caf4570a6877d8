"""What somebody owes the forum: tasks, efforts, agreements, grants, and who took the minutes"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add their table."""
    table = "follow_ups"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=True),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("organisation", sa.String(64), nullable=True),
        sa.Column("person", sa.String(64), nullable=True),
        sa.Column("taker", sa.String(64), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_follow_ups_forums"),
        sa.PrimaryKeyConstraint("forum", "year", "number", name="pk_follow_ups"),
        sa.UniqueConstraint("forum", "form", name="uq_follow_ups_form"),
    )
    op.create_index("ix_follow_ups_status", table, ["forum", "status"])
    op.create_index("ix_follow_ups_kind", table, ["forum", "kind", "status"])
    op.create_index("ix_follow_ups_meeting", table, ["forum", "meeting"])
