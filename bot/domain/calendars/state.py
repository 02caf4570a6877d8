"""A meeting as a calendar shows it: who was there first and what came later is told by how often it changed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How often what is stored of a meeting became another, and when it last did (None: before that was counted)."""

    times: int
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One meeting; nothing of its agenda. `sequence` rises with each change, and `changed_at` is the latest one's.

    `page` is where the public reads about it, if anywhere; `is_own` is one of somebody who takes part.
    """

    forum: str
    forum_name: str
    meeting: str
    starts: datetime
    ends: datetime
    place: str
    changed_at: datetime
    sequence: int = 0
    host: str = ""
    is_cancelled: bool = False
    page: str = ""
    is_own: bool = False
