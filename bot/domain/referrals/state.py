"""A referral: a case that was sent on to another body, the way it came by, and what was told back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.kernel.stations import Station


class Status(StrEnum):
    """How it ended, or that it waits."""

    WAITING = "waiting"
    ANSWERED = "answered"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"
    HANDED_ON = "handed_on"  # another forum waits for the answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is only read whole: the question with its letter's facts, the stations before it and those told back.

    `way` are the ids of the forums that the case came by, our own last. `resolution` is what the forum resolved of it.
    """

    title: str
    is_closed: bool
    body_name: str
    question: str
    sent_on: date
    sent_by: str
    level: str = ""
    basis: str = ""
    before: tuple[Station, ...] = ()
    back: tuple[Station, ...] = ()
    way: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One case sent on; `number` counts per forum and year, `revision` grows with every change to it.

    It came from a `proposal`, or from the `item` of a `meeting`'s agenda. `receiver` is the forum that received it as
    its proposal `received`; None where the body is none of Klyngebot's, and gets a letter.
    """

    forum: str
    year: int
    number: int
    revision: int
    body: str
    status: Status
    details: Details
    proposal: int | None = None
    meeting: str | None = None
    item: int | None = None
    receiver: str | None = None
    received: int | None = None
    wanted: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether an answer is awaited."""
        return self.status is Status.WAITING

    @property
    def is_letter(self) -> bool:
        """Whether it went to a body that has no forum here, so that the answer is registered by hand."""
        return self.receiver is None
