"""What a forum may choose can be decided in Teams, and stands before what its file says"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "choices",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("choice", sa.String(150), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.String(10), nullable=False),
        sa.Column("registered_by", sa.String(64), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_in_force", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("forum", "choice", name="pk_choices"),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_choices_forums"),
    )
