"""The installation has a chain of its own in the log, which is no forum's"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a chain be of something else than a forum."""
    with op.batch_alter_table("audit") as table:
        table.drop_constraint("fk_audit_forums", type_="foreignkey")
