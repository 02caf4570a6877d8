"""A meeting and its items are filed on a case, and what was filed is known

The subjects that a municipality files by are looked up in its own list, which nothing is proved by.
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty."""
    op.create_table(
        "case_numbers",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(10), nullable=False),
        sa.Column("facet", sa.String(10), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_case_numbers_meetings"
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "item", name="pk_case_numbers"),
    )
    op.create_table(
        "filings",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(20), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_filings_meetings"),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name="pk_filings"),
    )
    op.create_table(
        "search_kle",
        sa.Column("part", sa.String(10), nullable=False),
        sa.Column("code", sa.String(10), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("part", "code", name="pk_search_kle"),
    )
