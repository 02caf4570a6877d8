"""To whom an organisation has delegated the shared funds, and from when to when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DelegatedTo(StrEnum):
    """Who disposes of the shared funds for an organisation; `NOBODY` where its council kept that to itself."""

    POLITICAL = "political_representative"
    ADMINISTRATION = "administration"
    NOBODY = "not_delegated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """What one organisation told, for a period (both ends included); `person` is who holds a political one.

    `basis` is what it rests on, such as the council's decision.
    """

    organisation: str
    to: DelegatedTo
    person: str | None = None
    since: date | None = None
    until: date | None = None
    basis: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
