"""How each person wants to be told what is news to them, and what somebody was told lately, found at once"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; everybody is told at once."""
    op.create_table(
        "notice_choices",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("choice", sa.String(length=20), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_notice_choices_forums")),
        sa.PrimaryKeyConstraint("forum", "person", name=op.f("pk_notice_choices")),
    )
    op.create_index("ix_notices_told", "notices", ["forum", "recipient", "sent_at"])
