"""Who dissented from what was resolved, and which item an addition to minutes is about"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both; nobody dissented before, and every addition is about the minutes as a whole."""
    op.add_column("minutes", sa.Column("dissents", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("minutes_remarks", sa.Column("item", sa.Integer(), nullable=True))
