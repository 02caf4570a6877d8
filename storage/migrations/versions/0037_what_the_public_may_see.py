"""What was let out to the public with the record of it, what stands elsewhere, and when what it sees last changed"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_ID = sa.String(64)
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing was let out before."""
    op.create_table(
        "releases",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting", _ID, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("extent", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("by", _ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("visible_at", _MOMENT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("taken_back_by", sa.String(200), nullable=True),
        sa.Column("taken_back_at", _MOMENT, nullable=True),
        sa.Column("taken_back_words", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_releases_meetings"),
        sa.PrimaryKeyConstraint("forum", "number", name="pk_releases"),
        sa.UniqueConstraint("forum", "meeting", "kind", "edition", name="uq_releases_edition"),
    )
    op.create_index("ix_releases_visible_at", "releases", ["visible_at"])
    op.create_table(
        "public_changes",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("meeting", _ID, nullable=False),
        sa.Column("says", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("forum", "meeting", name="pk_public_changes"),
    )
    _add_proofs()


def _add_proofs() -> None:
    op.create_table(
        "publication_proofs",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting", _ID, nullable=False),
        sa.Column("paper", sa.String(20), nullable=False),
        sa.Column("extent", sa.Integer(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("by", _ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name="fk_publication_proofs_meetings"
        ),
        sa.PrimaryKeyConstraint("forum", "number", name="pk_publication_proofs"),
    )
    op.create_index("ix_publication_proofs_meeting", "publication_proofs", ["forum", "meeting"])
    op.create_table(
        "link_checks",
        sa.Column("forum", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("dead_since", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("forum", "number", name="pk_link_checks"),
    )
    op.create_index("ix_link_checks_due_at", "link_checks", ["due_at"])
