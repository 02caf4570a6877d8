"""What members would have minutes say of an item, and what became of it"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add their table."""
    table = "wordings"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["minutes.forum", "minutes.meeting"], name=op.f("fk_wordings_minutes")
        ),
        sa.PrimaryKeyConstraint("forum", "year", "number", name=op.f("pk_wordings")),
        sa.UniqueConstraint("forum", "form", name="uq_wordings_form"),
    )
    op.create_index("ix_wordings_meeting", table, ["forum", "meeting"])
    op.create_index("ix_wordings_person", table, ["forum", "person"])
