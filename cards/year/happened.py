"""What happened in a year, as the text that its report is drafted with: plain lines, of a closed item no more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cards.kit.fitting import shorten
from cards.kit.words import count, listing, medium_date, say

LONGEST = 6_000  # characters of a text
_ROOMS = ((400, 60), (200, 60), (100, 40), (60, 20), (40, 8), (20, 3))
"""Characters of what was resolved, and lines of each list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a meeting that was held, with what was resolved, as far as the minutes have left.

    Of a closed one it is no more said than that something was.
    """

    title: str
    resolved: str = ""
    is_resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting that was held."""

    day: date
    host: str | None
    items: Sequence[Item]
    has_minutes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A year as it was until `until`; the tasks are by name and state, the principles in the charter's order."""

    forum: str
    year: int
    until: date
    is_over: bool
    meetings: Sequence[Held]
    planned: int
    tasks: Sequence[str]
    tasks_done: int
    covered: Sequence[tuple[str, int]]
    uncovered: Sequence[str]
    agreements: Sequence[str]

    @property
    def items(self) -> int:
        """How many items there were."""
        return sum(len(each.items) for each in self.meetings)

    @property
    def resolutions(self) -> int:
        """How many of them something was resolved on."""
        return sum(item.is_resolved for each in self.meetings for item in each.items)


def counted(year: Happened) -> dict[str, str | None]:
    """What there was, in numbers."""
    principles = len(year.covered) + len(year.uncovered)
    return {
        say("status.meetings"): say("status.meetings.count", afholdt=len(year.meetings), planlagt=year.planned),
        say("status.items"): str(year.items),
        say("status.resolutions"): str(year.resolutions),
        say("status.tasks"): say("status.tasks.count", antal=len(year.tasks), udfoert=year.tasks_done),
        say("status.principles"): say("status.principles.count", antal=len(year.covered), alle=principles)
        if principles
        else None,
        say("status.agreements"): str(len(year.agreements)) if year.agreements else None,
    }


def drafted(year: Happened) -> str:
    """The whole text, with less of everything where there is much."""
    for most, rows in _ROOMS:
        words = "\n".join(_lines(year, most, rows))
        if len(words) <= LONGEST:
            break
    return words[:LONGEST]


def _lines(year: Happened, most: int, rows: int) -> Iterator[str]:
    yield say("status.draft.title", aar=year.year, forum=year.forum)
    if not year.is_over:
        yield say("status.not_over", aar=year.year, dato=medium_date(year.until))
    yield from _meetings(year, most, rows)
    yield from _section(say("status.tasks"), [shorten(each, most) for each in year.tasks], rows)
    if year.covered or year.uncovered:
        yield from ("", say("status.principles"))
        yield say("status.covered", liste=_covered(year) or say("status.none"))
        if year.uncovered:
            yield say("status.uncovered", liste=listing(year.uncovered))
    if year.agreements:
        yield from _section(say("status.agreements"), [shorten(each, most) for each in year.agreements], rows)


def _meetings(year: Happened, most: int, rows: int) -> Iterator[str]:
    yield from ("", say("status.meetings"))
    yield say("status.held", antal=count(len(year.meetings), "møde", "møder"), planlagt=year.planned)
    for each in year.meetings:
        day = medium_date(each.day)
        yield from ("", day if each.host is None else say("status.meeting", dato=day, vaert=each.host))
        for place, item in enumerate(each.items[:rows], start=1):
            line = say("status.item", nr=place, titel=shorten(item.title, 200))
            yield f"{line}: {shorten(item.resolved, most)}" if item.resolved else line
        yield from _more(len(each.items) - rows)
        if not each.has_minutes:
            yield say("status.no_minutes")


def _section(title: str, lines: Sequence[str], rows: int) -> Iterator[str]:
    yield from ("", title)
    yield from (f"– {each}" for each in lines[:rows])
    yield from _more(len(lines) - rows)
    if not lines:
        yield say("status.none")


def _more(hidden: int) -> Iterator[str]:
    if hidden > 0:
        yield say("status.more", antal=hidden)


def _covered(year: Happened) -> str:
    return listing(f"{name} ({count(number, 'punkt', 'punkter')})" for name, number in year.covered)
