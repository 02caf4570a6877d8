"""A meeting that lay in the past when its forum file first named it owes neither minutes nor publication"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of each meeting whether it owes them; every one that is known has owed them so far."""
    op.add_column("meetings", sa.Column("owes", sa.Boolean(), nullable=False, server_default=sa.true()))
