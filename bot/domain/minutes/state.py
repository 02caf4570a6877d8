"""Minutes: what was resolved per item and who dissented, who was there and when, and what was added afterwards."""

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
    REFERRED = "referred"
    LOCAL_INITIATIVE = "local_initiative"


class MinutesStatus(StrEnum):
    """Where the minutes stand."""

    DRAFT = "draft"
    FOR_APPROVAL = "for_approval"
    SENT = "sent"
    APPROVED = "approved"


class Stance(StrEnum):
    """How an organisation stood where it stood otherwise than the meeting as a whole."""

    FOR = "for"
    RESERVATION = "reservation"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One organisation's position on an item, where it differs."""

    organisation: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOff:
    """The meeting an item was put off to, and which item of that meeting's agenda it became, if it became one."""

    meeting: str
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the meeting resolved on one item (beslutning).

    `sentence` is what the minutes say of it, made from all the rest unless somebody edited it; none of minutes from
    before there was one.
    """

    item: int
    outcome: Outcome | None
    words: str = ""
    positions: tuple[Position, ...] = ()
    put_off: PutOff | None = None
    sentence: str = ""
    is_edited: bool = False

    @property
    def is_resolved(self) -> bool:
        """Whether it says what was resolved: a position alone does not."""
        return self.outcome is not None or bool(self.words or self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """A dissenting opinion (afvigende mening) in the person's own words; nobody else changes it."""

    item: int
    person: str
    organisation: str
    words: str
    at: datetime


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
    """A remark before approval, or an addition after sending, perhaps to one item; never changed once written."""

    person: str
    words: str
    at: datetime
    is_addition: bool = False
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of one meeting; corrections after sending are additions, never edits."""

    forum: str
    meeting: str
    revision: int
    resolutions: tuple[Resolution, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    attendance: Attendance = Attendance()
    remarks: tuple[Remark, ...] = ()
    approved_by: tuple[str, ...] = ()  # person ids, for `before_sending`
    status: MinutesStatus = MinutesStatus.DRAFT
    sent_at: datetime | None = None
