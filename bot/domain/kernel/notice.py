"""A notice: one message the bot owes somebody, now or later, and how that went (a row of the outbox)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

GATHERING_TIME = timedelta(seconds=1)
"""How long a message that stands already waits to be changed, so that what changes meanwhile is one change."""


class NoticeState(StrEnum):
    """`WAITING` until it ends in one of the others, each with a reason."""

    WAITING = "waiting"
    SENT = "sent"
    SUPERSEDED = "superseded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`key` is unique for ever; `kind` is one of bot/domain/notices.py; `recipient` is a person id, None the channel.

    A timed notice leaves only while the forum's working day is open. `generation` grows when a living card changes.
    Its message is `activity` in `conversation`, under the root message `thread` where it is a reply.
    """

    key: str
    forum: str
    kind: StrEnum
    due_at: datetime
    is_timed: bool
    meeting: str | None = None
    recipient: str | None = None
    subject: Mapping[str, object] = field(default_factory=dict)
    generation: int = 1
    state: NoticeState = NoticeState.WAITING
    attempts: int = 0
    unknown_posts: int = 0
    conversation: str | None = None
    activity: str | None = None
    thread: str | None = None
    reason: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stale:
    """A notice that has become useless before it left; `reason` is a short Danish sentence for the outbox."""

    reason: str


def key_of(forum: str, kind: StrEnum, meeting: str | None = None, recipient: str | None = None, *about: object) -> str:
    """The key of a notice of that kind about these things."""
    return "/".join(str(part) for part in (forum, kind.value, meeting or "", recipient or "", *about))
