"""What can be asked for about the year."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


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


YearQuery: TypeAlias = ShowYear | OpenSwap
YearCommand: TypeAlias = ConfirmHost | SwapHosts
