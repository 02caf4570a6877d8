"""The ledger of the shared funds, what was decided on money, and what the councils say"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add their tables."""
    _entries()
    _decisions()
    _councils()


def _entries() -> None:
    table = "fund_entries"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("is_counter", sa.Boolean(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("purpose", sa.String(64), nullable=False),
        sa.Column("organisation", sa.String(64), nullable=True),
        sa.Column("meeting", sa.String(64), nullable=True),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("waiver", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_fund_entries_forums"),
        sa.PrimaryKeyConstraint("forum", "year", "number", name="pk_fund_entries"),
        sa.UniqueConstraint("forum", "form", name="uq_fund_entries_form"),
    )
    op.create_index("ix_fund_entries_meeting", table, ["forum", "meeting", "item"])


def _decisions() -> None:
    table = "fund_decisions"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("on_funds", sa.Boolean(), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_fund_decisions_meetings"
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "item", name="pk_fund_decisions"),
    )
    op.create_index("ix_fund_decisions_decided_at", table, ["forum", "decided_at"])


def _councils() -> None:
    table = "fund_councils"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(64), nullable=False),
        sa.Column("answer", sa.String(20), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(64), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_fund_councils_forums"),
        sa.PrimaryKeyConstraint("forum", "number", name="pk_fund_councils"),
        sa.UniqueConstraint("forum", "meeting", "item", "organisation", name="uq_fund_councils_organisation"),
    )
    op.create_index("ix_fund_councils_answer", table, ["forum", "answer"])
