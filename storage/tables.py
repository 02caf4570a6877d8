"""Every table; what is asked about stands in columns, what is only read whole stands in JSON."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.domain.agenda import AgendaItem
from bot.domain.conversation import Conversation
from bot.domain.minutes import Resolution
from bot.domain.proposal import Content
from storage.types import Frozen, Plain, UtcTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

_ID = String(64)

forums = Table(
    "forums",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("config", Plain, nullable=False),  # people, seats, organisations, choices: see storage/forums.py
    Column("charter", Text, nullable=False),  # the text that was applied
    Column("overlays", Plain, nullable=False),  # texts likewise
    Column("channel", Frozen(Conversation)),
    Column("channel_id", String(400), index=True),
)

identities = Table(
    "identities",
    metadata,
    Column("forum", _ID, primary_key=True),
    Column("tenant", String(36), primary_key=True),
    Column("object_id", String(36), primary_key=True, index=True),
    Column("person", _ID, nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)

meetings = Table(
    "meetings",
    metadata,
    Column("forum", _ID, primary_key=True),
    Column("id", _ID, primary_key=True),
    Column("starts", UtcTime, nullable=False),
    Column("ends", UtcTime, nullable=False),
    Column("place", String(400), nullable=False),
    Column("host", _ID),
    Column("is_ended", Boolean, nullable=False, default=False),  # no longer named by the forum file
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    Index("ix_meetings_starts", "starts"),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("forum", _ID, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("form", String(64), nullable=False),
    Column("meeting", _ID),
    Column("proposer", _ID, nullable=False),
    Column("on_behalf_of", _ID),
    Column("by_right", Boolean, nullable=False),
    Column("status", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("content", Frozen(Content), nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("after_deadline", Boolean, nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "year", "number"),
    UniqueConstraint("forum", "form", name="uq_proposals_form"),
    Index("ix_proposals_meeting", "forum", "meeting"),
)

agendas = Table(
    "agendas",
    metadata,
    Column("forum", _ID, primary_key=True),
    Column("meeting", _ID, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("items", Frozen(tuple[AgendaItem, ...]), nullable=False),
    Column("sent_version", Integer),
    Column("sent_at", UtcTime),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

agenda_versions = Table(
    "agenda_versions",
    metadata,
    Column("forum", _ID, primary_key=True),
    Column("meeting", _ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("items", Frozen(tuple[AgendaItem, ...]), nullable=False),
    Column("frozen_at", UtcTime, nullable=False),
    Column("frozen_by", _ID),
    ForeignKeyConstraint(["forum", "meeting"], ["agendas.forum", "agendas.meeting"]),
)

approval_rounds = Table(
    "approval_rounds",
    metadata,
    Column("forum", _ID, primary_key=True),
    Column("meeting", _ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("mode", String(20), nullable=False),
    Column("approvers", Plain, nullable=False),
    Column("first_version", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_at", UtcTime, nullable=False),
    Column("deadline", UtcTime),
    Column("standpoint", String(30), nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["agendas.forum", "agendas.meeting"]),
)

responses = Table(
    "responses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("forum", _ID, nullable=False),
    Column("meeting", _ID, nullable=False),
    Column("round", Integer, nullable=False),
    Column("person", _ID, nullable=False),
    Column("verdict", String(30), nullable=False),
    Column("words", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
    ForeignKeyConstraint(
        ["forum", "meeting", "round"], ["approval_rounds.forum", "approval_rounds.meeting", "approval_rounds.number"]
    ),
    Index("ix_responses_round", "forum", "meeting", "round"),
)

minutes = Table(
    "minutes",
    metadata,
    Column("forum", _ID, primary_key=True),
    Column("meeting", _ID, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("resolutions", Frozen(tuple[Resolution, ...]), nullable=False),
    Column("absent", Plain, nullable=False),
    Column("approved_by", Plain, nullable=False),
    Column("status", String(20), nullable=False),
    Column("sent_at", UtcTime),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

minutes_remarks = Table(
    "minutes_remarks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("forum", _ID, nullable=False),
    Column("meeting", _ID, nullable=False),
    Column("person", _ID, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("is_addition", Boolean, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["minutes.forum", "minutes.meeting"]),
    Index("ix_minutes_remarks_meeting", "forum", "meeting"),
)

notices = Table(
    "notices",
    metadata,
    Column("key", String(400), primary_key=True),
    Column("forum", _ID, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("meeting", _ID),
    Column("recipient", _ID),
    Column("subject", Plain, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("is_timed", Boolean, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("unknown_posts", Integer, nullable=False),
    Column("retry_at", UtcTime),  # real time, not the pinned clock's
    Column("leased_until", UtcTime),  # real time likewise
    Column("conversation", String(400)),
    Column("activity", String(400)),
    Column("reason", Text, nullable=False),
    Column("sent_at", UtcTime),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    Index(
        "ix_notices_waiting",
        "due_at",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index(
        "ix_notices_leased",
        "forum",
        "leased_until",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index("ix_notices_meeting", "forum", "meeting", "kind"),
)

audit = Table(
    "audit",
    metadata,
    Column("forum", _ID, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("actor", _ID),  # None: the clock, or the command line
    Column("what", String(60), nullable=False),
    Column("facts", Plain, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)

answered = Table(
    "answered",
    metadata,
    Column("conversation", String(400), primary_key=True),
    Column("sender", String(36), primary_key=True),
    Column("activity", String(200), primary_key=True),
    Column("at", UtcTime, nullable=False, index=True),
    Column("card", Plain),
    Column("summary", Text),
)

chats = Table(
    "chats",
    metadata,
    Column("tenant", String(36), primary_key=True),
    Column("object_id", String(36), primary_key=True),
    Column("conversation", Frozen(Conversation), nullable=False),
)
