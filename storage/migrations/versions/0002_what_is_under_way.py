"""What is under way in a forum is found without looking at all it ever sent"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index that each claim asks."""
    waiting = sa.text("state = 'waiting'")
    op.create_index(
        "ix_notices_leased",
        "notices",
        ["forum", "leased_until"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
