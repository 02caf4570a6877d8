"""What every new draft of a forum begins with: fixed items, the charter's primary focus, and its own recurring ones.

What the forum has not chosen itself is as it always was; a charter's task that calls for a recurring item is offered
and never put on by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.agenda.state import Agenda, Standing
from bot.domain.kernel.forum import Forum

RECURRING = "fast-punkt"  # what carries a task that is done under a recurring item


@dataclass(frozen=True, slots=True)
class Recurring:
    """An item that comes again: its title, and the charter's words for it where it rests on them."""

    title: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The fixed items of a new draft, and the recurring ones that follow its opening, in their order."""

    fixed: tuple[Standing, ...] = tuple(Standing)
    recurring: tuple[Recurring, ...] = ()


def template(forum: Forum, day: date) -> Template:
    """What the draft for a meeting of that day begins with."""
    chosen = forum.choice("fixed_items")
    fixed = tuple(each for each in Standing if chosen is None or each.value in chosen)
    found = {each.title: each for each in (*_focus(forum, day), *_own(forum, day))}
    return Template(fixed=fixed, recurring=tuple(found.values()))


def offered(forum: Forum, agenda: Agenda) -> tuple[Recurring, ...]:
    """What the charter's tasks call for and the draft lacks; not what the forum has made a recurring item itself."""
    known = {item.content.title for item in agenda.items} | {_title(each) for each in _chosen(forum)}
    tasks = (*forum.charter.tasks.mandatory, *forum.charter.tasks.optional)
    return tuple(
        Recurring(each.name, each.words or "") for each in tasks if each.by == RECURRING and each.name not in known
    )


def _focus(forum: Forum, day: date) -> Iterator[Recurring]:
    """That the primary focus of a charter is an item is our reading of it, so that a forum may choose otherwise."""
    focus = forum.charter_on(day).agenda.primary_focus
    if focus.value is not None and forum.choice("primary_focus_item") is not False:
        yield Recurring(focus.name or focus.value.replace("-", " ").capitalize(), focus.words or "")


def _own(forum: Forum, day: date) -> Iterator[Recurring]:
    """The forum's own that are not phased out by then."""
    for each in _chosen(forum):
        until = None if isinstance(each, str) else each.get("until")
        if until is None or day <= date.fromisoformat(until):
            yield Recurring(_title(each))


def _chosen(forum: Forum) -> tuple[Any, ...]:
    return tuple(forum.choice("standing_items") or ())


def _title(each: Any) -> str:
    return each if isinstance(each, str) else str(each["title"])
