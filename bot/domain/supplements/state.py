"""A supplement: the late items of one meeting that are approved and sent together, and what was answered."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.approval.state import Response
from bot.domain.proposals.state import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class LateItem:
    """One late item and why it cannot wait; `proposal` is what it comes from, `item` its id where a draft has it."""

    content: Content
    reason: str
    proposal: int | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """The supplement of that number; one at a time is in preparation.

    `asked` is the revision that the approvers were asked about, None while nobody is asked. Who is asked and until when
    follows from the forum and the meeting as they are. `without` are those who had not answered as it was sent.
    """

    forum: str
    meeting: str
    number: int
    revision: int = 1
    items: tuple[LateItem, ...] = ()
    asked: int | None = None
    asked_at: datetime | None = None
    responses: tuple[Response, ...] = ()
    is_unapproved: bool = False
    sent_at: datetime | None = None
    sent_version: int | None = None
    without: tuple[str, ...] = ()
