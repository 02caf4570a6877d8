"""Meetings are made, moved and cancelled in Teams, and stay so when the forum's file is applied again"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add whether that was done, and why; what is there already is as the file says."""
    op.add_column("meetings", sa.Column("is_decided", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("meetings", sa.Column("reason", sa.String(400), nullable=False, server_default=""))
