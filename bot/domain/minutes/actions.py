"""Minutes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query
from bot.domain.minutes.state import Outcome


class Onward(StrEnum):
    """Where somebody who fills in one item's form goes on to."""

    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowMinutes(MeetingAction, Query):
    """The minutes; for the secretariat with what is needed to write them.

    `words` are what stood in the field for a remark or an addition, which stands there again.
    """

    words: str = ""


class ShowMinutesPreview(MeetingAction, Query):
    """The minutes just as the channel will read them."""


class OpenAttendance(MeetingAction, Query):
    """Show the form for who was there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenResolution(MeetingAction, Query):
    """Show the form for one item's resolution, or the item to whoever only reads; `words` as for the minutes."""

    position: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResolution(MeetingAction, Command):
    """What the meeting resolved on one item of the agenda that was sent, and a task that follows from it.

    With `adds_duty` one is wanted though nothing was typed of it; one without a name is called what the item is.
    `positions` are rows `organisation=stance`, `put_off_to` is a meeting's id, and `sentence` what the minutes are to
    say (None: not asked). With `remakes` it is made anew, and with `stays` the form comes back.
    """

    position: int
    revision: int | None = None
    outcome: Outcome | None = None
    words: str = ""
    positions: tuple[str, ...] = ()
    put_off_to: str = ""
    sentence: str | None = None
    remakes: bool = False
    stays: bool = False
    onward: Onward | None = None
    duty: str = ""
    owner: str = ""
    due: str = ""
    adds_duty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPositions(MeetingAction, Command):
    """How organisations stood on one item, as typed: "Læsø imod, regionen forbehold"; the others stay as they were."""

    position: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDissent(MeetingAction, Query):
    """Show the form for a dissenting opinion (Afvigende mening); without a position it asks which item.

    `words` are what stood in the field of the card that it was opened from, which stands there again.
    """

    position: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDissent(MeetingAction, Command):
    """A dissenting opinion in the words of whoever asks for it; it takes the place of their earlier one."""

    position: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackDissent(MeetingAction, Command):
    """Their dissenting opinion is not to stand in the minutes after all."""

    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAttendance(MeetingAction, Command):
    """The form for who was there as it was ticked, and when the meeting ended (left empty: as it stands).

    With `everybody` all are ticked, and the form comes back, so that the few who were missing are soon taken out.
    """

    revision: int | None = None
    present: tuple[str, ...] = ()
    ended: str = ""
    everybody: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPresence(MeetingAction, Command):
    """Who was there, by name; replaces what was recorded before, and says nothing of the others."""

    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAbsence(MeetingAction, Command):
    """Who was absent; replaces what was recorded before, and says nothing of the others."""

    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEverybody(MeetingAction, Command):
    """All were there or, with `but_the_absent`, all whose absence is not noted; `absent` are ids or names as typed."""

    revision: int | None = None
    but_the_absent: bool = False
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordArrival(MeetingAction, Command):
    """When somebody came, as typed: a name and a time."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeparture(MeetingAction, Command):
    """When somebody left, as typed: a name and a time."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEnd(MeetingAction, Command):
    """When the meeting ended, as typed."""

    ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMinutes(MeetingAction, Command):
    """Send them to the channel (or for approval first, where the forum wants that)."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(MeetingAction, Command):
    """An approver's yes, where minutes are approved before sending, with the remark that stood in the field."""

    revision: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackMinutesApproval(MeetingAction, Command):
    """An approver's yes is not given after all, as long as the minutes are not sent; `words` stand there again."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkOnMinutes(MeetingAction, Command):
    """A member's remark."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToMinutes(MeetingAction, Command):
    """The secretariat's correction after sending; of one item where a position is named."""

    words: str = ""
    position: int | None = None


MinutesQuery: TypeAlias = ShowMinutes | ShowMinutesPreview | OpenAttendance | OpenResolution | OpenDissent
DissentCommand: TypeAlias = RecordDissent | TakeBackDissent
AttendanceCommand: TypeAlias = (
    RecordAttendance | RecordPresence | RecordAbsence | RecordEverybody | RecordArrival | RecordDeparture | RecordEnd
)
MinutesCommand: TypeAlias = (
    RecordResolution
    | RecordPositions
    | AttendanceCommand
    | DissentCommand
    | SendMinutes
    | ApproveMinutes
    | TakeBackMinutesApproval
    | RemarkOnMinutes
    | AddToMinutes
)
