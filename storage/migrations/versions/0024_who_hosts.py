"""Who hosts a meeting where people settled it in Teams, and that the host confirmed it"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what was settled of hosts."""
    op.create_table(
        "meeting_hosts",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("host", sa.String(64), nullable=False),
        sa.Column("instead_of", sa.String(64), nullable=True),
        sa.Column("said_by", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_for", sa.String(10), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_meeting_hosts_meetings"
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", name="pk_meeting_hosts"),
    )
