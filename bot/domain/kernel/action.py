"""What a person can ask for: a query shows something and changes nothing, a command changes something.

`forum` None means the one the conversation belongs to (or the only one the person sits in), `meeting` None the one
that is next in turn, `revision` or `version` None (a text command) the newest. A proposal is named by its number and
year, an item by its position. Texts are as typed: the rules parse and check them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What queries and commands have in common; never asked for itself."""

    forum: str | None = None


class Query(Action):
    """It is given a desk that cannot write, and may be answered anew as often as one likes."""

    __slots__ = ()


class AcrossForums(Query):
    """It is answered of everything the person sits in, so that in a chat none need be named."""

    __slots__ = ()


class Command(Action):
    """It is given a desk that writes, in a transaction of its own."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAction(Action):
    """Something about one meeting."""

    meeting: str | None = None
