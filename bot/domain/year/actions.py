"""What can be asked for about the year."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowYear(Query):
    """The meetings of a year against the charter, its hosts and its deadlines; `year` as typed, empty for this one."""

    of_year: str = ""


class OpenSwap(MeetingAction, Query):
    """The form in which the host of a meeting changes places with another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmHost(MeetingAction, Command):
    """»Bekræft værtskab«: place and leader are seen to; `host` is who was asked, where a card asked."""

    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapHosts(MeetingAction, Command):
    """»Byt værtskab« with the organisation that `other` names, by id or as typed; in a sentence perhaps both."""

    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusAction(Action):
    """Something about the report of a year, as typed (empty: this one); `report` is one of the charter's by its id."""

    of_year: str = ""
    report: str = ""


class ShowStatus(StatusAction, Query):
    """»Årsstatus«: what happened in the year, as a draft or as it was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStatus(StatusAction, Query):
    """The form with its text; `anew` as it would be drafted now, whatever was kept."""

    anew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStatus(StatusAction, Command):
    """Another text; `revision` is the one that it was written on."""

    words: str = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveStatus(StatusAction, Command):
    """Whoever leads approves the text of that revision."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendStatus(StatusAction, Command):
    """It leaves, once and as it is."""

    revision: int | None = None


class EvaluateOnAgenda(Command):
    """The forum's evaluation of its own work becomes an item of the next draft."""


YearQuery: TypeAlias = ShowYear | OpenSwap | ShowStatus | OpenStatus
YearCommand: TypeAlias = ConfirmHost | SwapHosts | SaveStatus | ApproveStatus | SendStatus | EvaluateOnAgenda
