"""How often a meeting changed, and which addresses of personal calendars hold no longer"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count from now on, and add the table of addresses."""
    op.add_column("meetings", sa.Column("changes", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("meetings", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
    table = "calendar_addresses"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("account", sa.String(80), nullable=False),
        sa.Column("renewed", sa.Integer(), nullable=False),
        sa.Column("renewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_calendar_addresses_forums")),
        sa.PrimaryKeyConstraint("forum", "account", name=op.f("pk_calendar_addresses")),
    )
    op.create_index("ix_calendar_addresses_account", table, ["account"])
