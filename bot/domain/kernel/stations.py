"""The stations of a case on its way through several bodies, and who sent a proposal on from another forum."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """What befell the case at a station."""

    PROPOSED = "proposed"
    ON_AGENDA = "on_agenda"
    UNDECIDED = "undecided"
    LEFT_OUT = "left_out"
    POSTPONED = "postponed"
    DECLINED = "declined"
    RESOLVED = "resolved"
    SENT_ON = "sent_on"
    RECEIVED = "received"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One of them: at which body, by its name, what befell it, and on which day where that is known.

    `to` is the body that it was sent on to, `meeting` the day of the meeting that it is for, `position` its number on
    that agenda. `words` are what was said of it there; those of a closed case are for the few who may read it.
    """

    body: str
    stage: Stage
    on: date | None = None
    to: str = ""
    by: str = ""
    meeting: date | None = None
    position: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The forum that a proposal was sent on from, by id and name, and its referral there.

    A contribution has no right to be on the agenda. `before` are the stations that the case came by, `way` the ids of
    the forums, the sender last.
    """

    forum: str
    name: str
    year: int
    number: int
    on: date
    is_contribution: bool = False
    wanted: date | None = None
    level: str = ""
    before: tuple[Station, ...] = ()
    way: tuple[str, ...] = ()
