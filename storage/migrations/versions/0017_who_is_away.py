"""Who is away from which meeting, who answers in whose place, and whose answer counts for a seat that is another's"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; nobody was away, and everybody answered for themselves."""
    op.create_table(
        "absences",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=True),
        sa.Column("since", sa.String(length=10), nullable=True),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.Column("substitute", sa.String(length=64), nullable=True),
        sa.Column("outsider", sa.Text(), server_default="", nullable=False),
        sa.Column("mandate", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("told_by", sa.String(length=64), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_absences_forums")),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name=op.f("fk_absences_meetings")
        ),
        sa.PrimaryKeyConstraint("forum", "number", name=op.f("pk_absences")),
    )
    op.add_column("responses", sa.Column("given_by", sa.String(length=64), nullable=True))
    op.add_column("approval_rounds", sa.Column("stand_ins", sa.JSON(), nullable=True))
    op.add_column("approval_rounds", sa.Column("heirs", sa.JSON(), nullable=True))
