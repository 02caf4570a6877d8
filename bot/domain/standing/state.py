"""What awaits somebody: the matter, the way in to it, and until when it is in time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from bot.domain.kernel.action import Action

Way = TypeVar("Way", bound=Action)


class Matter(StrEnum):
    """What it is, the most pressing first where nothing else tells two apart.

    Somebody is themselves asked for all up to TASK; the rest is for those who serve the forum.
    """

    LIVE = "live"
    START = "start"
    ANSWER = "answer"
    SUPPLEMENT = "supplement"
    MINUTES_YES = "minutes_yes"
    RULING = "ruling"
    ELABORATE = "elaborate"
    CLEARANCE = "clearance"
    INPUT = "input"
    CANDIDATE = "candidate"
    COUNCIL = "council"
    HOST = "host"
    STAND_IN = "stand_in"
    MANDATE = "mandate"
    REMARKS = "remarks"
    TASK = "task"
    PROPOSALS = "proposals"
    DRAFT = "draft"
    RETURNED = "returned"
    CIRCULATE = "circulate"
    REVISED = "revised"
    UNANSWERED = "unanswered"
    DISPATCH = "dispatch"
    LATE_ITEMS = "late_items"
    DOCTORS = "doctors"
    MINUTES = "minutes"
    MINUTES_WAIT = "minutes_wait"
    SUGGESTIONS = "suggestions"
    PUBLISH = "publish"
    UNREACHED = "unreached"
    REFERRAL = "referral"
    OWNERLESS = "ownerless"
    OVERDUE = "overdue"
    AWAY = "away"


HELD = frozenset({Matter.LIVE, Matter.START})
WAITED_FOR = frozenset(  # somebody else cannot go on before this person has answered
    {Matter.ANSWER, Matter.SUPPLEMENT, Matter.MINUTES_YES, Matter.RULING, Matter.ELABORATE, Matter.CLEARANCE}
)


@dataclass(frozen=True, kw_only=True)  # without slots, in which a generic class cannot keep what it is made of
class Awaited(Generic[Way]):
    """One matter, with the `way` in to it and the last day on which it is in time.

    `serves` where it is for those who serve the forum. `meeting` is the one it is about, `title` what it is called, as
    it may be read where it is asked for, `version` the agenda's, and `count` how many there are of them.
    """

    matter: Matter
    way: Way
    due: date | None = None
    serves: bool = False
    meeting: str | None = None
    title: str = ""
    version: int | None = None
    count: int = 1
