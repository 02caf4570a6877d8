"""What one can ask about meetings, and who says that they are away from one."""

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


MeetingsQuery: TypeAlias = ShowMeetings | ShowDeadlines | ShowWhoComes | OpenAbsence | OpenPeriod
MeetingsCommand: TypeAlias = ReportAbsence | ReportPeriod | TakeBackAbsence
