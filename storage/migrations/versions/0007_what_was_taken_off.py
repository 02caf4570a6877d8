"""An agenda keeps the items that were last taken off its draft, so that they can be put back as they were"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for them; of what was taken off before nothing is known."""
    op.add_column("agendas", sa.Column("removed", sa.JSON(), nullable=False, server_default="[]"))
