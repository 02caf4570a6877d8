"""An approval round: who is asked about an agenda version, what they answered, and where that leaves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.kernel.charter import Mode
from bot.domain.kernel.needed import UNSETTLED, AnswerRule


class Verdict(StrEnum):
    """What one approver answered, or that they took their answer back."""

    APPROVED = "approved"
    APPROVED_WITH_REMARKS = "approved_with_remarks"
    RETURNED = "returned"
    OBJECTED = "objected"
    NO_REMARKS = "no_remarks"
    REMARKS = "remarks"
    TAKEN_BACK = "taken_back"


class Standpoint(StrEnum):
    """Where a round stands."""

    OPEN = "open"
    APPROVED = "approved"
    APPROVED_WITH_REMARKS = "approved_with_remarks"
    RETURNED = "returned"
    CONSULTED = "consulted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"  # nobody need answer any more, and no newer version is asked about
    SENT_UNAPPROVED = "sent_unapproved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer by one person to one version; later answers stand beside earlier ones, never in their place.

    `person` is whose seat it counts for, `given_by` who gave it in their place, where somebody did. `account` is the
    one that it was given from; None of answers from before accounts were noted.
    """

    person: str
    verdict: Verdict
    words: str
    version: int
    at: datetime
    account: str | None = None
    given_by: str | None = None

    @property
    def giver(self) -> str:
        """Who gave it."""
        return self.given_by or self.person


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRound:
    """The round of one agenda; `version` is the newest version it covers and `first_version` the one it opened with.

    `accounts` are those that each approver had as it was opened; nobody's in rounds from before they were noted.
    `rule` is whose answers it needs.
    `stand_ins` says who is asked in an approver's place, `heirs` whose seat an approver's is by now: that approver's
    answer counts until the heir gives one.
    """

    number: int
    forum: str
    meeting: str
    mode: Mode
    approvers: tuple[str, ...]
    first_version: int
    version: int
    opened_at: datetime
    deadline: datetime | None
    responses: tuple[Response, ...] = ()
    standpoint: Standpoint = Standpoint.OPEN
    accounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rule: AnswerRule = UNSETTLED
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    heirs: Mapping[str, str] = field(default_factory=dict)
