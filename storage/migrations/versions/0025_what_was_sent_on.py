"""What was sent on to another body, and who sent a proposal that came from another forum"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of referrals; a proposal may have a sender in place of a proposer."""
    with op.batch_alter_table("proposals") as batch:
        batch.alter_column("proposer", existing_type=sa.String(64), nullable=True)
        batch.add_column(sa.Column("sender", sa.JSON(), nullable=True))
    table = "referrals"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("body", sa.String(64), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("proposal", sa.Integer(), nullable=True),
        sa.Column("meeting", sa.String(64), nullable=True),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("receiver", sa.String(64), nullable=True),
        sa.Column("received", sa.Integer(), nullable=True),
        sa.Column("wanted", sa.String(10), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_referrals_forums"),
        sa.PrimaryKeyConstraint("forum", "year", "number", name="pk_referrals"),
        sa.UniqueConstraint("forum", "form", name="uq_referrals_form"),
    )
    op.create_index("ix_referrals_status", table, ["forum", "status"])
    op.create_index("ix_referrals_proposal", table, ["forum", "proposal"])
    op.create_index("ix_referrals_meeting", table, ["forum", "meeting"])
