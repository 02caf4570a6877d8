"""A charter with one provision said otherwise, at any path that its document has: another value, or no entry there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.charters.provision import Steps
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.provision import Provision

_ANOTHER = "noget-andet"
_CODES = (
    *("none", "consult", "approve", "single", "shared", "host_leads", "optional"),
    "politisk-klynge",
)

_ONE_OF = (
    ("all", "one-per-side", "2-of-n"),
    ("chairmanship", "meeting_leader"),
    ("before_sending", "next_meeting"),
)
"""Codes that there are no others of."""


def said_otherwise(charter: Charter, path: Steps) -> Iterator[Charter]:
    """The charter with that provision's value otherwise, its words and note as they are; the mildest changes first.

    What the value was called goes with it.
    """
    for other in _others(_at(charter, path)):
        yield _with(charter, path, other)


def _others(part: Any) -> Iterator[Any]:
    """What could stand there instead; None takes an entry out."""
    if not isinstance(part, Provision):
        yield None
        return
    first, *others = _values(part.value)
    for value in (first, None, *others):
        yield replace(part, value=value, name=None)


def _values(value: Any) -> Iterator[Any]:
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value + 7)
        case date():
            yield value + timedelta(days=1)
        case tuple():
            yield from (value[1:], value[:-1], (_ANOTHER,))
        case str():
            codes = next((each for each in _ONE_OF if value in each), (_ANOTHER, *_CODES))
            yield from (each for each in codes if each != value)


def _at(part: Any, path: Steps) -> Any:
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    return part


def _with(part: Any, path: Steps, other: Any) -> Any:
    if not path:
        return other
    step, *rest = path
    if isinstance(step, int):
        changed = _with(part[step], tuple(rest), other)
        return (*part[:step], *(() if changed is None else (changed,)), *part[step + 1 :])
    return replace(part, **{step: _with(getattr(part, step), tuple(rest), other)})
