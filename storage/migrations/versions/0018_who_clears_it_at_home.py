"""Whose answers a round needs, and what organisations answer about clearing an agenda themselves"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them."""
    op.add_column("approval_rounds", sa.Column("rule", sa.JSON(), nullable=True))
    op.create_table(
        "clearances",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(64), nullable=False),
        sa.Column("clearing", sa.String(30), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String(64), nullable=True),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.Column("account", sa.String(80), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["agendas.forum", "agendas.meeting"], name=op.f("fk_clearances_agendas")
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name=op.f("pk_clearances")),
    )
