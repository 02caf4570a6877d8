"""Meetings of other bodies, and what each organisation answered about their items"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add their tables."""
    table = "external_meetings"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("body", sa.String(64), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("is_cancelled", sa.Boolean(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_external_meetings_forums"),
        sa.PrimaryKeyConstraint("forum", "year", "number", name="pk_external_meetings"),
        sa.UniqueConstraint("forum", "form", name="uq_external_meetings_form"),
    )
    op.create_index("ix_external_meetings_day", table, ["forum", "day"])
    op.create_table(
        "external_answers",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("external", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(64), nullable=False),
        sa.Column("position", sa.String(20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("account", sa.String(80), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "year", "external"],
            ["external_meetings.forum", "external_meetings.year", "external_meetings.number"],
            name="fk_external_answers_external_meetings",
        ),
        sa.PrimaryKeyConstraint("forum", "year", "external", "number", name="pk_external_answers"),
    )
