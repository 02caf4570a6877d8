"""When the public first saw a forum or a meeting, from now on"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is there began when it last changed, or earlier: nobody knows."""
    op.add_column("public_changes", sa.Column("since", sa.DateTime(timezone=True), nullable=True))
