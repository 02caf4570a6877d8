"""A proposal for the agenda and the states it may be in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from bot.domain.kernel.handed import Origin
from bot.domain.kernel.stations import Sender


class ItemKind(StrEnum):
    """What the meeting is asked to do with an item (sagstype)."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"
    THEME = "theme"
    EXCHANGE = "exchange"


class ProposalStatus(StrEnum):
    """Where a proposal stands."""

    RECEIVED = "received"
    NEEDS_INFO = "needs_info"
    ACCEPTED = "accepted"
    POSTPONED = "postponed"
    DECLINED = "declined"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"
    HANDED_ON = "handed_on"  # another forum goes on with it, under a number there


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What an item is about: the fields that a proposal and an agenda item share.

    What a charter lets one choose is kept by its name, so that it reads as it was said when the charter has changed.
    """

    title: str
    kind: ItemKind
    summary: str = ""
    case_description: str = ""  # the whole case (sagsfremstilling), folded on cards
    recommendation: str = ""
    basis: str | None = None
    financial_note: str = ""
    amount: Decimal | None = None  # Danish kroner
    duration: timedelta = timedelta(minutes=15)
    links: tuple[str, ...] = ()
    is_closed: bool = False
    topic: str = ""
    purpose: str = ""
    principles: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()  # by their ids
    local_policy: str = ""
    involvement: str = ""
    joint_position: str = ""
    is_local_challenge: bool = False
    on_funds: bool = False  # it was ticked as one on the shared funds
    fund_purposes: tuple[str, ...] = ()
    fund_parties: tuple[str, ...] = ()
    fund_effort: str = ""

    @property
    def is_on_funds(self) -> bool:
        """Whether it is about the shared funds: ticked, or filled in as such."""
        return self.on_funds or bool(self.fund_purposes or self.fund_parties or self.fund_effort)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the secretariat asked the proposer, and what they answered."""

    question: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the proposer would like the treated proposal to say; `before` is what it said when they wrote that."""

    before: Content
    after: Content
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderQuestion:
    """What the secretariat asks the meeting leader: whether the item may wait, until that meeting or one to be set.

    `revision` is the proposal's that it was asked with.
    """

    words: str
    meeting: str | None
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a meeting leader settled of an item that is set by right; `asked` is the revision that asked it, if any.

    `instead_of` are the leaders in whose place it was, as they were then.
    """

    by: str
    stays: bool
    asked: int = 0
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """What is said of a proposal between its proposer, the secretariat and the meeting leader, and nobody else."""

    answers: tuple[Answer, ...] = ()
    change: Change | None = None
    leader: LeaderQuestion | None = None
    ruling: Ruling | None = None


NOTHING_SAID = Dialogue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposal; `number` counts per forum and year, `revision` grows with every change to it.

    Its proposer is a person of the forum, or none where another forum is its `sender`.
    """

    id: int
    forum: str
    year: int
    number: int
    revision: int
    meeting: str | None
    proposer: str | None
    on_behalf_of: str | None
    by_right: bool
    content: Content
    status: ProposalStatus
    words: str = ""  # the reason or the question that came with the status
    received_at: datetime
    after_deadline: bool = False
    postponed_from: str | None = None  # the meeting that it was last put off from
    dialogue: Dialogue = NOTHING_SAID
    sender: Sender | None = None
    origin: Origin | None = None  # in the forum that handed it on
