"""A meeting as its documents tell of it: one record, which every format, bundle and public page is made from.

An open record holds of a closed item its number and that it is closed, and nothing else; a whole one holds everything.
Nothing in it says how somebody can be reached.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.agenda.state import Gone, Late, LaterKind, Standing
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.state import Outcome, Stance
from bot.domain.proposals.state import Content


class Kind(StrEnum):
    """What a document is."""

    AGENDA = "agenda"
    SUPPLEMENT = "supplement"
    MINUTES = "minutes"
    APPROVAL_SHEET = "approval_sheet"
    EXTRACT = "extract"
    STATUS = "status"
    FUNDS = "funds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A bilag of an item: a file by its digest (sha256, hex), or a link where `digest` is None.

    `number` runs through the whole meeting and is kept; `version` rises with each file that takes the place of another.
    Of a closed one an open record holds the number alone.
    """

    number: int
    title: str = ""
    version: int = 1
    media_type: str = ""
    size: int = 0  # bytes
    digest: str | None = None
    link: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """How an organisation stood, by its name, where it stood otherwise than the meeting."""

    organisation: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A dissenting opinion (afvigende mening), in the words of who has it."""

    name: str
    organisation: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What somebody is to do that came of an item: whose it is as an organisation or a side, and until when."""

    title: str
    owner: str = ""
    due: date | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A body that an item was before or was sent on to, by the forum's id where it is ours, and what came of it."""

    name: str
    forum: str | None = None
    meeting: str | None = None
    item: int | None = None
    day: date | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordItem:
    """One item; `id` stays the same through every version, `number` is the one it has on paper.

    `content` is None where the item is closed and the record is open, and then nothing else is told of it either.
    """

    id: int
    number: int
    title: str
    is_closed: bool = False
    content: Content | None = None
    standing: Standing | None = None
    proposed_by: str = ""  # an organisation or a side
    begins: datetime | None = None
    late: Late | None = None
    gone: Gone | None = None
    attachments: tuple[Attachment, ...] = ()
    outcome: Outcome | None = None
    sentence: str = ""
    positions: tuple[Stood, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    amount: Decimal | None = None  # Danish kroner of the shared funds that the item is about
    came_from: tuple[Station, ...] = ()
    went_to: tuple[Station, ...] = ()
    case_number: str = ""  # where it is filed elsewhere than the meeting
    kle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody with a place in the meeting, by name, role and organisation; `instead_of` is whom they stood in for.

    A guest came for `items`, by their ids, or for all where there are none.
    """

    name: str
    role: str = ""
    organisation: str = ""
    is_present: bool | None = None  # None: nothing is noted
    instead_of: str = ""
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What was added after the minutes had left."""

    words: str
    name: str
    at: datetime
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A version of the agenda; one after dispatch says what it changed of which items, by their ids, and why."""

    version: int
    at: datetime
    later: LaterKind | None = None
    items: tuple[int, ...] = ()
    words: str = ""
    supplement: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord:
    """What an agenda, a supplement or minutes of one meeting say.

    `version` is the agenda's frozen one, or the revision of the minutes; `at` when that state left or, of a draft, when
    it was read. `witness` is the entry of the log that it left with. `is_whole` says whether closed items are told.
    `steps` are the versions of the agenda up to this one.
    """

    kind: Kind
    forum: str
    forum_name: str
    meeting: str
    starts: datetime
    ends: datetime
    place: str
    version: int
    at: datetime
    host: str = ""
    is_whole: bool = False
    is_cancelled: bool = False
    is_draft: bool = False
    is_approved: bool = False
    supplement: int | None = None
    items: tuple[RecordItem, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    additions: tuple[Addition, ...] = ()
    steps: tuple[Step, ...] = ()
    left_out: tuple[str, ...] = ()  # titles of what was proposed and is not on the agenda
    case_number: str = ""
    kle: str = ""
    witness: Witness | None = None
