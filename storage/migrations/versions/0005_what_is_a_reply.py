"""A message may stand under another: it is changed by the thread that it stands in"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add to each notice the root message that its own is a reply to."""
    op.add_column("notices", sa.Column("thread", sa.String(400)))
