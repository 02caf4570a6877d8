"""An address of a page of one's own opens it once: what was used is kept for a day"""

import sqlalchemy as sa
from alembic import op

from storage.engine.types import UtcTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of addresses that were used."""
    op.create_table(
        "visits",
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_visits")),
    )
