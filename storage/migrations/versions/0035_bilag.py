"""Bilag: what files hold, every version of each, their numbers in a meeting, and what was sent and not placed"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add their tables."""
    _contents()
    _bilag()
    _numbers()
    _uploads()


def _contents() -> None:
    op.create_table(
        "attachment_contents",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_attachment_contents_forums")),
        sa.PrimaryKeyConstraint("forum", "digest", name=op.f("pk_attachment_contents")),
    )


def _bilag() -> None:
    table = "attachments"
    op.create_table(
        table,
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("form", sa.String(80), nullable=False),
        sa.Column("proposal", sa.Integer(), nullable=True),
        sa.Column("meeting", sa.String(64), nullable=True),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(120), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_off_by", sa.String(64), nullable=True),
        sa.Column("taken_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_attachments_forums")),
        sa.ForeignKeyConstraint(
            ["forum", "digest"],
            ["attachment_contents.forum", "attachment_contents.digest"],
            name=op.f("fk_attachments_attachment_contents"),
        ),
        sa.PrimaryKeyConstraint("forum", "id", "version", name=op.f("pk_attachments")),
        sa.UniqueConstraint("forum", "form", name="uq_attachments_form"),
    )
    op.create_index("ix_attachments_proposal", table, ["forum", "proposal"])
    op.create_index("ix_attachments_meeting", table, ["forum", "meeting"])


def _numbers() -> None:
    op.create_table(
        "attachment_numbers",
        sa.Column("forum", sa.String(64), nullable=False),
        sa.Column("meeting", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("attachment", sa.Integer(), nullable=True),
        sa.Column("link", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name=op.f("fk_attachment_numbers_meetings")
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name=op.f("pk_attachment_numbers")),
        sa.UniqueConstraint("forum", "meeting", "attachment", name="uq_attachment_numbers_attachment"),
        sa.UniqueConstraint("forum", "meeting", "link", name="uq_attachment_numbers_link"),
    )


def _uploads() -> None:
    table = "uploads"
    op.create_table(
        table,
        sa.Column("batch", sa.String(64), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tenant", sa.String(36), nullable=False),
        sa.Column("object_id", sa.String(36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=True),
        sa.Column("free_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("batch", "place", name=op.f("pk_uploads")),
    )
    op.create_index("ix_uploads_free_at", table, ["free_at"])
    op.create_index("ix_uploads_at", table, ["at"])
