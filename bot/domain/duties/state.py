"""A follow-up (opgave): what is to be done, where it comes from, whose it is, who took it, and how far it is."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.kernel.handed import Origin

OTHER_SOURCE = "other"
"""The source of an effort, where the charter names no such."""


class Kind(StrEnum):
    """What a duty comes from; each kind has its own states and its own reminders."""

    TASK = "task"
    LOCAL_INITIATIVE = "local_initiative"
    MINUTES = "minutes"
    EFFORT = "effort"
    AGREEMENT = "agreement"
    GRANT = "grant"
    ASSIGNED = "assigned"  # by another body, which is owed an answer


class Status(StrEnum):
    """How far it is."""

    NOT_BEGUN = "not_begun"
    UNDERWAY = "underway"
    ON_HOLD = "on_hold"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    DONE = "done"
    DROPPED = "dropped"
    HANDED_ON = "handed_on"  # another forum goes on with it, under a number there


OPEN = (Status.NOT_BEGUN, Status.UNDERWAY, Status.ON_HOLD, Status.APPLIED)
"""States in which something is owed, or its answer awaited."""

_USUAL = (Status.NOT_BEGUN, Status.UNDERWAY, Status.ON_HOLD, Status.DONE)
_UNANSWERED = (Status.NOT_BEGUN, Status.UNDERWAY, Status.ON_HOLD)
_OF_GRANT = (Status.UNDERWAY, Status.APPLIED, Status.GRANTED, Status.REFUSED, Status.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What was answered to the body that set the task; never changed once it was sent."""

    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is only read whole: `words` is the latest note, `source` and `parties` of an effort or a grant.

    The `source` of a task that was set is the body that set it, by its id or as it was typed, and `reply` its answer.

    An agreement was last on an agenda on `followed_on`, and was put on the one of `agenda_meeting` as `agenda_item`.
    `origin` is in the forum that handed it on.
    """

    created_at: datetime
    created_by: str
    due: date | None = None
    words: str = ""
    source: str | None = None
    parties: str = ""
    followed_on: date | None = None
    agenda_meeting: str | None = None
    agenda_item: int | None = None
    finished_by: str | None = None
    reply: Reply | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One duty; `number` counts per forum and year, `revision` grows with every change to it.

    It belongs to a `person` or to an `organisation`, any of whose people may be its `taker`; to neither where nobody
    was named. `meeting` and `item` are those that it came from, and `is_closed` says that the item is closed.
    """

    forum: str
    year: int
    number: int
    revision: int
    kind: Kind
    status: Status
    title: str
    details: Details
    meeting: str | None = None
    item: int | None = None
    is_closed: bool = False
    organisation: str | None = None
    person: str | None = None
    taker: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.status in OPEN


def statuses(kind: Kind) -> tuple[Status, ...]:
    """The states that a duty of that kind may be put into."""
    if kind is Kind.ASSIGNED:  # done as its answer is given, and in no other way
        return _UNANSWERED
    return _OF_GRANT if kind is Kind.GRANT else _USUAL
