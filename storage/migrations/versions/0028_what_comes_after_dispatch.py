"""What is added to an agenda after it was sent, why there is each later version, and who was last shown which"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add all three; nothing came after dispatch before."""
    op.add_column("agenda_versions", sa.Column("later", sa.JSON(), nullable=True))
    op.create_table(
        "supplements",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("whole", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["agendas.forum", "agendas.meeting"], name=op.f("fk_supplements_agendas")
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name=op.f("pk_supplements")),
    )
    op.create_table(
        "agenda_readings",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("forum", "meeting", "person", name=op.f("pk_agenda_readings")),
    )
