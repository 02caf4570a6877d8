"""Minutes: what was resolved per item, who was there and when, and what was added after they were sent."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """The usual outcomes of an item."""

    APPROVED = "approved"
    APPROVED_CHANGED = "approved_changed"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    LOCAL_INITIATIVE = "local_initiative"


class MinutesStatus(StrEnum):
    """Where the minutes stand."""

    DRAFT = "draft"
    FOR_APPROVAL = "for_approval"
    SENT = "sent"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the meeting resolved on one item (beslutning)."""

    item: int
    outcome: Outcome | None
    words: str = ""


class WasThere(StrEnum):
    """What is known of somebody: that nothing is noted says neither yes nor no."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """That somebody was there from `since` (None: from its start) until just before `until` (None: to its end)."""

    person: str
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was there and who was not, as far as it was noted; see attendance.py for what keeps it in order.

    `absent` None is "nobody said", an empty one "nobody was absent". Whoever stands in neither is unknown.
    """

    presences: tuple[Presence, ...] = ()
    absent: tuple[str, ...] | None = None  # person ids
    ended_at: datetime | None = None  # when the meeting ended, where that was noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A remark before approval, or an addition after sending; never changed once written."""

    person: str
    words: str
    at: datetime
    is_addition: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of one meeting; corrections after sending are additions, never edits."""

    forum: str
    meeting: str
    revision: int
    resolutions: tuple[Resolution, ...] = ()
    attendance: Attendance = Attendance()
    remarks: tuple[Remark, ...] = ()
    approved_by: tuple[str, ...] = ()  # person ids, for `before_sending`
    status: MinutesStatus = MinutesStatus.DRAFT
    sent_at: datetime | None = None
