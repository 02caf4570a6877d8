"""What is long past is not looked at: minutes that await approval and one's own proposals are found by themselves"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add an index of the minutes that nobody has approved yet, and of each proposer's proposals."""
    sent = sa.text("status = 'sent'")
    op.create_index("ix_minutes_sent", "minutes", ["forum", "meeting"], sqlite_where=sent, postgresql_where=sent)
    op.create_index("ix_proposals_proposer", "proposals", ["forum", "proposer", "id"])
