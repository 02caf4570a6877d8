"""What was last said to somebody in a place, for a day"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing is known of what was said before."""
    op.create_table(
        "talks",
        sa.Column("conversation", sa.String(400), nullable=False),
        sa.Column("sender", sa.String(36), nullable=False),
        sa.Column("activity", sa.String(200), nullable=False),
        sa.Column("reply", sa.String(200), nullable=True),
        sa.Column("forum", sa.String(64), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=True),
        sa.Column("offered", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("conversation", "sender", name=op.f("pk_talks")),
    )
    op.create_index("ix_talks_at", "talks", ["at"])
