"""Which item of a meeting was on from when until when, and who was recused from one or stepped in"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0029"
branch_labels = None
depends_on = None

_ID = sa.String(64)


def upgrade() -> None:
    """Add the table; no meeting was started here before."""
    op.create_table(
        "live_meetings",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("meeting", _ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("spells", sa.JSON(), nullable=False),
        sa.Column("recusals", sa.JSON(), nullable=False),
        sa.Column("stepped_in", sa.JSON(), nullable=False),
        sa.Column("is_running", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_live_meetings_meetings"
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", name="pk_live_meetings"),
    )
    op.create_index(
        "ix_live_meetings_running",
        "live_meetings",
        ["forum", "meeting"],
        sqlite_where=sa.text("is_running"),
        postgresql_where=sa.text("is_running"),
    )
