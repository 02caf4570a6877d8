"""A release: one approved document as it was when somebody entitled let the public have it, and what became of it.

A proof: that a document stands somewhere else, where the charter wants it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.documents.state import Kind


class Paper(StrEnum):
    """What a charter may want made public; each is the document's kind of that name."""

    AGENDA = "agenda"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The release of that number in its forum; an edition of the same document takes the place of the one before it.

    `digest` is the sha256 (hex) of the open record that was released, which is stored beside it and never changed.
    `extent` is how far the document had come by then (see rules.py). Seen from `visible_at` (an embargo) until
    `taken_back_at`.
    """

    forum: str
    number: int
    meeting: str
    kind: Kind
    edition: int
    version: int
    extent: int = 0
    digest: str
    by: str
    at: datetime
    visible_at: datetime
    words: str = ""  # what a correction says of itself
    taken_back_by: str | None = None
    taken_back_at: datetime | None = None
    taken_back_words: str = ""

    @property
    def was_seen(self) -> bool:
        """Whether it was taken back after the public could see it: what never was to be seen is nobody's business."""
        return self.taken_back_at is not None and self.visible_at <= self.taken_back_at

    def is_visible(self, now: datetime) -> bool:
        """Whether the public may have it at that moment."""
        return self.visible_at <= now and (self.taken_back_at is None or now < self.taken_back_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That the document stands at `link`, who said so and when; the newest of a document is the one that counts.

    `extent` is how far the document had come by then. `dead_since` is when the address was found to be dead.
    """

    forum: str
    number: int
    meeting: str
    paper: Paper
    extent: int
    link: str
    by: str
    at: datetime
    dead_since: datetime | None = None
