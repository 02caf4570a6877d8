"""What hangs on a meeting's date: the deadlines that move with it, and those that then lie in the past."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.deadlines import Deadline

Days = Mapping[str, Deadline | None]
"""A meeting's deadlines by their names; None where nobody settled one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A deadline that becomes another one, or one that lies in the past (`is_past`) by then."""

    name: str
    was: Deadline | None
    now: Deadline | None
    is_past: bool

    @property
    def moves(self) -> bool:
        """Whether people must keep another day."""
        return (self.was and self.was.day) != (self.now and self.now.day)


def shifts(before: Days, after: Days, today: date) -> Iterator[Shift]:
    """Every deadline that moves or is past, in the order of `after`; `before` is empty of a meeting that is new."""
    for name, now in after.items():
        each = Shift(name=name, was=before.get(name), now=now, is_past=now is not None and now.day < today)
        if each.moves or each.is_past:
            yield each
