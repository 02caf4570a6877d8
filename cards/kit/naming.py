"""What an offer is named by: the names behind the ids in an action, as somebody may see them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from cards.kit.words import day_and_month, medium_date

LONGEST = 90  # characters of a title
Numbered: TypeAlias = Mapping[tuple[int, int], str]
"""Titles by number and year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What stands behind the ids in an action; whatever has a title is here only where the reader may see it.

    `next` is the meeting that has not ended, `last` the latest that has begun. `items` are the titles of the agenda of
    the meeting `agenda_of` by their place, a closed one's neutral where others look on. A title has `room` for so many
    characters, and `quotes` the person's own words unless they are shown elsewhere.
    """

    forum: Forum
    today: date
    next: Meeting | None
    name_of: Callable[[str], str]
    last: Meeting | None = None
    agenda_of: str | None = None
    items: tuple[str, ...] = ()
    proposals: Numbered = field(default_factory=dict)
    tasks: Numbered = field(default_factory=dict)
    room: int = LONGEST
    quotes: bool = True

    def meeting(self, named: str | None, usual: Meeting | None) -> Meeting | None:
        """The meeting of that id, held or cancelled; where none is named, the usual one."""
        if not named:
            return usual
        return self.forum.meeting(named) or self.forum.cancelled_meeting(named)

    def day(self, day: date) -> str:
        """Like "16. marts", with the year where it is neither this one nor the next."""
        is_near = day.year in (self.today.year, self.today.year + 1)
        return day_and_month(day) if is_near else medium_date(day)

    def item(self, meeting: str, position: int) -> str:
        """The title of that item of a meeting's agenda, or nothing."""
        return self.items[position - 1] if meeting == self.agenda_of and 0 < position <= len(self.items) else ""

    def organisation(self, named: str) -> str:
        """The organisation's name, or as it was typed."""
        found = self.forum.organisation(named)
        return named if found is None else found.name

    def titled(self, among: Numbered, number: int | None, year: int | None) -> str:
        """The title of that number, of this year where none is said, or nothing."""
        return "" if number is None else among.get((number, year or self.today.year), "")


Title: TypeAlias = Callable[[Any, Naming], str]
"""What a click on an action of one kind will do."""
