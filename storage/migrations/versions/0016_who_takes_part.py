"""Confirmed mandates, which doctors' organisation comes to a meeting, and guests"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    """Add their tables, empty."""
    op.create_table(
        "mandates",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("person", _ID, nullable=False),
        sa.Column("organisation", _ID, nullable=False),
        sa.Column("confirmed", sa.String(length=10), nullable=False),
        sa.Column("said_by", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_withdrawn", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_mandates_forums")),
        sa.PrimaryKeyConstraint("forum", "person", "organisation", name=op.f("pk_mandates")),
    )
    op.create_table(
        "gp_answers",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("meeting", _ID, nullable=False),
        sa.Column("organisations", sa.JSON(), nullable=False),
        sa.Column("said_by", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _of_meeting("gp_answers"),
        sa.PrimaryKeyConstraint("forum", "meeting", name=op.f("pk_gp_answers")),
    )
    op.create_table(
        "guests",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("meeting", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("said_by", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_withdrawn", sa.Boolean(), server_default=sa.false(), nullable=False),
        _of_meeting("guests"),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name=op.f("pk_guests")),
    )


def _of_meeting(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_meetings")
    return sa.ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"], name=name)
