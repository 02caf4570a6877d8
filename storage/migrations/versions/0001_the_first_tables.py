"""The first tables"""

import sqlalchemy as sa
from alembic import op

from storage.engine.types import UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, those that others refer to first."""
    _forums()
    _proposals()
    _agendas()
    _approvals()
    _minutes()
    _outbox()
    _log()


def _forums() -> None:
    op.create_table(
        "forums",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("config", sa.JSON(), nullable=False),
        sa.Column("charter", sa.Text(), nullable=False),
        sa.Column("overlays", sa.JSON(), nullable=False),
        sa.Column("channel", sa.JSON(), nullable=True),
        sa.Column("channel_id", sa.String(length=400), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forums")),
    )
    with op.batch_alter_table("forums", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_forums_channel_id"), ["channel_id"], unique=False)

    op.create_table(
        "identities",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("tenant", sa.String(length=36), nullable=False),
        sa.Column("object_id", sa.String(length=36), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_identities_forums")),
        sa.PrimaryKeyConstraint("forum", "tenant", "object_id", name=op.f("pk_identities")),
    )
    with op.batch_alter_table("identities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_identities_object_id"), ["object_id"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("starts", UtcTime(), nullable=False),
        sa.Column("ends", UtcTime(), nullable=False),
        sa.Column("place", sa.String(length=400), nullable=False),
        sa.Column("host", sa.String(length=64), nullable=True),
        sa.Column("is_ended", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_meetings_forums")),
        sa.PrimaryKeyConstraint("forum", "id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index("ix_meetings_starts", ["starts"], unique=False)


def _proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=True),
        sa.Column("proposer", sa.String(length=64), nullable=False),
        sa.Column("on_behalf_of", sa.String(length=64), nullable=True),
        sa.Column("by_right", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("received_at", UtcTime(), nullable=False),
        sa.Column("after_deadline", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_proposals_forums")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint("forum", "form", name="uq_proposals_form"),
        sa.UniqueConstraint("forum", "year", "number", name=op.f("uq_proposals_forum")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index("ix_proposals_meeting", ["forum", "meeting"], unique=False)


def _agendas() -> None:
    op.create_table(
        "agendas",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("sent_version", sa.Integer(), nullable=True),
        sa.Column("sent_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name=op.f("fk_agendas_meetings")
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", name=op.f("pk_agendas")),
    )
    op.create_table(
        "agenda_versions",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("frozen_at", UtcTime(), nullable=False),
        sa.Column("frozen_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["agendas.forum", "agendas.meeting"], name=op.f("fk_agenda_versions_agendas")
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name=op.f("pk_agenda_versions")),
    )


def _approvals() -> None:
    op.create_table(
        "approval_rounds",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(length=20), nullable=False),
        sa.Column("approvers", sa.JSON(), nullable=False),
        sa.Column("first_version", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opened_at", UtcTime(), nullable=False),
        sa.Column("deadline", UtcTime(), nullable=True),
        sa.Column("standpoint", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["agendas.forum", "agendas.meeting"], name=op.f("fk_approval_rounds_agendas")
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", "number", name=op.f("pk_approval_rounds")),
    )
    op.create_table(
        "responses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=30), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting", "round"],
            ["approval_rounds.forum", "approval_rounds.meeting", "approval_rounds.number"],
            name=op.f("fk_responses_approval_rounds"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responses")),
    )
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.create_index("ix_responses_round", ["forum", "meeting", "round"], unique=False)


def _minutes() -> None:
    op.create_table(
        "minutes",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("resolutions", sa.JSON(), nullable=False),
        sa.Column("absent", sa.JSON(), nullable=False),
        sa.Column("approved_by", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("sent_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["meetings.forum", "meetings.id"], name=op.f("fk_minutes_meetings")
        ),
        sa.PrimaryKeyConstraint("forum", "meeting", name=op.f("pk_minutes")),
    )
    op.create_table(
        "minutes_remarks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("is_addition", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "meeting"], ["minutes.forum", "minutes.meeting"], name=op.f("fk_minutes_remarks_minutes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_remarks")),
    )
    with op.batch_alter_table("minutes_remarks", schema=None) as batch_op:
        batch_op.create_index("ix_minutes_remarks_meeting", ["forum", "meeting"], unique=False)


def _outbox() -> None:
    op.create_table(
        "notices",
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=True),
        sa.Column("recipient", sa.String(length=64), nullable=True),
        sa.Column("subject", sa.JSON(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("is_timed", sa.Boolean(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("unknown_posts", sa.Integer(), nullable=False),
        sa.Column("retry_at", UtcTime(), nullable=True),
        sa.Column("leased_until", UtcTime(), nullable=True),
        sa.Column("conversation", sa.String(length=400), nullable=True),
        sa.Column("activity", sa.String(length=400), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("sent_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_notices_forums")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_notices")),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index("ix_notices_meeting", ["forum", "meeting", "kind"], unique=False)
        batch_op.create_index(
            "ix_notices_waiting",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "answered",
        sa.Column("conversation", sa.String(length=400), nullable=False),
        sa.Column("sender", sa.String(length=36), nullable=False),
        sa.Column("activity", sa.String(length=200), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("card", sa.JSON(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("conversation", "sender", "activity", name=op.f("pk_answered")),
    )
    with op.batch_alter_table("answered", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answered_at"), ["at"], unique=False)

    op.create_table(
        "chats",
        sa.Column("tenant", sa.String(length=36), nullable=False),
        sa.Column("object_id", sa.String(length=36), nullable=False),
        sa.Column("conversation", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "object_id", name=op.f("pk_chats")),
    )


def _log() -> None:
    op.create_table(
        "audit",
        sa.Column("forum", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=True),
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.id"], name=op.f("fk_audit_forums")),
        sa.PrimaryKeyConstraint("forum", "seq", name=op.f("pk_audit")),
    )
