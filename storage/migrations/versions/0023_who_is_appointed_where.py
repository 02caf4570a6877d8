"""Seats that the forum fills elsewhere, the candidates for them, working groups, and copies of agendas"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add their tables."""
    _appointments()
    op.create_table(
        "candidacies",
        *_key(),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("call", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "year", "number"],
            ["appointments.forum", "appointments.year", "appointments.number"],
            name="fk_candidacies_appointments",
        ),
        sa.PrimaryKeyConstraint("forum", "year", "number", "answer", name="pk_candidacies"),
    )
    _groups()
    _copies()


def _key() -> tuple[sa.Column[str], sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
    )


def _appointments() -> None:
    op.create_table(
        "appointments",
        *_key(),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("group_year", sa.Integer(), nullable=True),
        sa.Column("group_number", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_appointments_forums"),
        sa.PrimaryKeyConstraint("forum", "year", "number", name="pk_appointments"),
        sa.UniqueConstraint("forum", "form", name="uq_appointments_form"),
    )
    op.create_index("ix_appointments_closed", "appointments", ["forum", "is_closed"])


def _groups() -> None:
    op.create_table(
        "working_groups",
        *_key(),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("coordinator", sa.Text(), nullable=False),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("founding", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name="fk_working_groups_forums"),
        sa.PrimaryKeyConstraint("forum", "year", "number", name="pk_working_groups"),
        sa.UniqueConstraint("forum", "form", name="uq_working_groups_form"),
    )
    op.create_index("ix_working_groups_closed", "working_groups", ["forum", "is_closed"])


def _copies() -> None:
    op.create_table(
        "agenda_copies",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["agendas.forum", "agendas.meeting"], name="fk_agenda_copies_agendas"
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name="pk_agenda_copies"),
    )
