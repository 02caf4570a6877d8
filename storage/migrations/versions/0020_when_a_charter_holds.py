"""A charter holds from a day on, has the forum's own layer, and what held before it is kept"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is known of a charter besides its text; what was applied earlier holds from the beginning, alone."""
    op.add_column("forums", sa.Column("layers", sa.JSON(), nullable=False, server_default="{}"))
