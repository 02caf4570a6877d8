"""Which forum goes on where another ends, and where what it was handed comes from"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both; no forum was handed over before."""
    op.add_column("proposals", sa.Column("origin", sa.JSON(), nullable=True))
    op.create_table(
        "successions",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("heir", sa.String(64), nullable=False),
        sa.Column("until", sa.String(10), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("handed", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_successions_forums")),
        sa.ForeignKeyConstraint(["heir"], ["forums.id"], name=op.f("fk_successions_heirs")),
        sa.PrimaryKeyConstraint("forum", "heir", name=op.f("pk_successions")),
    )
    op.create_index("ix_successions_heir", "successions", ["heir"])
