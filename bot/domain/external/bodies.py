"""Whose meetings the forum prepares for: what its charter says of another body, and whom people mean by a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.forum.graph import Edge, Way, graph
from bot.domain.kernel.danish import fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Named, Provision

PREPARES = ("prepares", "gives-input-and-mandate")
"""The kinds of relation by which a forum has something to say at another body's meetings."""

CARRIER = "eksterne-moeder"
"""What a charter's task says that carries it here."""


class Cadence(StrEnum):
    """Whether the forum's own meetings are fitted to the body's."""

    ALIGNED = "aligned"
    PERHAPS = "perhaps"  # »evt.«
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A body that the charter names; `body` is its id."""

    body: str
    name: str
    cadence: Cadence


def others(forum: Forum) -> tuple[Other, ...]:
    """Every body whose meetings may concern the forum: those it meets ahead of first, then those it has ways to."""
    named = dict.fromkeys((*_aligned(forum), *_prepared(forum), *_perhaps(forum), *_related(forum)))
    return tuple(
        Other(body=each, name=_name(forum, each), cadence=cadence_of(forum, each))
        for each in named
        if each != forum.charter.body_kind.value
    )


def body_meant(forum: Forum, typed: str) -> tuple[str | None, str]:
    """The id and the name of the body that is meant by an id, a name or the beginning of one; else just what was typed.

    The beginning must be one alone's.
    """
    wanted = fold(typed)
    every = others(forum)
    for each in every:
        if wanted in (fold(each.body), fold(each.name)):
            return each.body, each.name
    begun = [each for each in every if len(wanted) > 2 and fold(each.name).startswith(wanted)]
    return (begun[0].body, begun[0].name) if len(begun) == 1 else (None, typed)


def cadence_of(forum: Forum, body: str | None) -> Cadence:
    """Whether the charter has the forum meet ahead of that body."""
    if body in _aligned(forum):
        return Cadence.ALIGNED
    return Cadence.PERHAPS if body in _perhaps(forum) else Cadence.NONE


def said_of_cadence(forum: Forum, body: str | None) -> Provision[tuple[str, ...]]:
    """What the charter says of it."""
    rules = forum.charter.meetings
    return rules.aligned_to_optional if cadence_of(forum, body) is Cadence.PERHAPS else rules.aligned_to


def bases(forum: Forum, body: str | None) -> tuple[Edge, ...]:
    """By what the forum has something to say at that body's meetings."""
    return tuple(each for each in _preparing(forum) if each.to.id == body)


def tasks(forum: Forum) -> tuple[Named, ...]:
    """The charter's tasks that are done by preparing for other bodies' meetings."""
    every = (*forum.charter.tasks.mandatory, *forum.charter.tasks.optional)
    return tuple(each for each in every if each.by == CARRIER)


def is_spoken_of(forum: Forum) -> bool:
    """Whether the charter has the forum prepare for the meetings of any other body."""
    return bool(tasks(forum) or _aligned(forum) or _perhaps(forum) or _prepared(forum))


def _aligned(forum: Forum) -> tuple[str, ...]:
    return forum.charter.meetings.aligned_to.value or ()


def _perhaps(forum: Forum) -> tuple[str, ...]:
    return forum.charter.meetings.aligned_to_optional.value or ()


def _preparing(forum: Forum) -> Iterator[Edge]:
    return (each for each in graph(forum) if each.way is Way.FROM_US and each.relation.kind in PREPARES)


def _prepared(forum: Forum) -> tuple[str, ...]:
    return tuple(each.to.id for each in _preparing(forum))


def _related(forum: Forum) -> Iterator[str]:
    for each in graph(forum):
        if each.way is not Way.BESIDE:
            yield (each.to if each.way is Way.FROM_US else each.origin).id


def _name(forum: Forum, body: str) -> str:
    named = (each.name_of_body(body) for each in (forum.charter, *forum.overlays))
    return next((name for name in named if name != body), body)
