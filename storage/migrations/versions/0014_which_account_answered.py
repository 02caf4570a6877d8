"""Which account an answer was given from, and which accounts those had who were asked; unknown of what is older"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them."""
    op.add_column("responses", sa.Column("account", sa.String(80), nullable=True))
    op.add_column("approval_rounds", sa.Column("accounts", sa.JSON(), nullable=True))
