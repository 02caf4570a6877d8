"""What one can ask about meetings, who says that they are away from one, and who makes, moves or cancels one."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, MeetingAction, Query


class ShowMeetings(Query):
    """Coming meetings and their hosts."""


class ShowDeadlines(Query):
    """The next deadlines."""


class ShowWhoComes(MeetingAction, Query):
    """Who comes to a meeting, who is away, and who stands in (hvem kommer)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAbsence(MeetingAction, Query):
    """The form for an absence from a meeting; `person` is whose, by id or name, and may say who comes instead."""

    person: str = ""


class OpenPeriod(Query):
    """The form for an absence of several days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoIsAway(Action):
    """Who is away (nobody named: whoever asks), and who steps in, by id or name; `outsider` is nobody of the forum."""

    person: str = ""
    substitute: str = ""
    outsider: str = ""
    mandate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAbsence(WhoIsAway, Command):
    """Away from one meeting (meld afbud)."""

    meeting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPeriod(WhoIsAway, Command):
    """Away for a period (fravær); typed in one go it is `words`."""

    since: str = ""
    until: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackAbsence(MeetingAction, Command):
    """Not away after all: from that absence, else from the one that the meeting falls in (fortryd afbud)."""

    person: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Action):
    """When, where and with which host a meeting is to be held, as typed."""

    day: str = ""
    begins: str = ""
    ends: str = ""
    place: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNewMeeting(Planned, Query):
    """The form for a new meeting (nyt møde), with what follows of what it says; typed in one go it is `words`."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeMeeting(Planned, Command):
    """A new meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAnew(Planned):
    """The same of a meeting that is planned already, and why; what is empty stays as it is."""

    meeting: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMove(PlannedAnew, Query):
    """The form for another day, time, place or host (flyt møde), with what follows; typed in one go it is `words`."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeeting(PlannedAnew, Command):
    """Another day, time, place or host; `seen` is a mark of the meeting as it was when the form was opened."""

    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCancel(MeetingAction, Query):
    """The form for cancelling a meeting (aflys møde), with what follows."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelMeeting(MeetingAction, Command):
    """The meeting is not held; `seen` as above."""

    reason: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeMeeting(MeetingAction, Command):
    """A cancelled meeting is held after all (hold mødet alligevel); None means the first of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Action):
    """A year's meetings as typed: how many altogether and on which weekday, then row by row; `kept` "false" is none.

    The third row is the third of each; an input of that row is named `day_3`.
    """

    of_year: str = ""
    how_many: str = ""
    weekday: str = ""
    day: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSeries(Series, Query):
    """A year's meetings (møder 2028), for the secretariat with those that it may make; `anew` as the bot proposes."""

    anew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSeries(Series, Command):
    """All of them at once; `seen` is a mark of the year's meetings as they were when the form was drawn."""

    seen: str = ""


MeetingsQuery: TypeAlias = (
    ShowMeetings
    | ShowDeadlines
    | ShowWhoComes
    | OpenAbsence
    | OpenPeriod
    | OpenNewMeeting
    | OpenMove
    | OpenCancel
    | ShowSeries
)
MeetingsCommand: TypeAlias = (
    ReportAbsence
    | ReportPeriod
    | TakeBackAbsence
    | MakeMeeting
    | MoveMeeting
    | CancelMeeting
    | ResumeMeeting
    | MakeSeries
)
