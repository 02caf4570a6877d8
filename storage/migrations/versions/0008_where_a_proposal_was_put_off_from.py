"""An agenda that leaves names what was put off from its meeting, so each proposal knows which that was"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the meeting that a proposal was last put off from; of those put off before nobody knows it."""
    op.add_column("proposals", sa.Column("postponed_from", sa.String(64)))
    op.create_index("ix_proposals_postponed", "proposals", ["forum", "postponed_from"])
