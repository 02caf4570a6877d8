"""What can be asked for about one's own messages."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, Query


class ShowNotices(Query):
    """»Påmindelser«: which choice is in force, what each does, and what waits."""


class ShowGathered(Query):
    """The latest of one's gathered messages once more, as things stand by now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseNotices(Command):
    """»Straks«, »Samlet kl. 7.30« or »Kun frister«; `chosen` is the choice by its name, or as typed."""

    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindTomorrow(Command):
    """»Mind mig i morgen«: `reminder` is what the message is known by, empty for the one that is still owed."""

    reminder: str = ""


RemindersQuery: TypeAlias = ShowNotices | ShowGathered
RemindersCommand: TypeAlias = ChooseNotices | RemindTomorrow
