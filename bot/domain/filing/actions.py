"""What can be asked for about filing; an item is named by its position, the meeting itself by none."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFiling(MeetingAction, Query):
    """»Journalisering«: what a meeting and its items are filed on, and what was filed; `pick` is the item to change."""

    pick: int | None = None
    kle: str = ""  # what is looked for among the municipality's subjects


class ShowUnfiled(Query):
    """Which meetings lack something in the records system."""


class FetchCaseFile(MeetingAction, Query):
    """»Hent sagsmappe«: all that has left of a meeting in one file; `words` are what stands in a field beside it."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOn(MeetingAction, Command):
    """The case of a meeting, or of one of its items; None leaves what stands, an empty text takes it away."""

    position: int | None = None
    case_number: str | None = None
    kle: str | None = None
    facet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkFiled(MeetingAction, Command):
    """»Markér som journaliseret«: everything that has left was put into the records system by hand, as that number."""

    reference: str = ""


FilingQuery: TypeAlias = ShowFiling | ShowUnfiled | FetchCaseFile
FilingCommand: TypeAlias = FileOn | MarkFiled
