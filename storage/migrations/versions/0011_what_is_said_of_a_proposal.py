"""What is said of a proposal is kept beside it, and those that await treatment are found by themselves"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what the proposer, the secretariat and the leader say of a proposal, and an index of what is open."""
    op.add_column("proposals", sa.Column("dialogue", sa.JSON(), nullable=False, server_default="{}"))
    op.create_index("ix_proposals_status", "proposals", ["forum", "status", "id"])
