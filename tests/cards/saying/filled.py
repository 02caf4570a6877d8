"""Every action as it may be offered: with nothing but what it needs, with every field filled, and of each kind."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, replace
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from bot.domain.actions import AnyAction
from bot.domain.kernel.action import Action
from bot.domain.saying.actions import Offered, Said
from tests.harness.cases import SAMPLES
from tests.harness.cases.case import MEETING
from tests.harness.forging import NORD

KINDS: tuple[type[Action], ...] = tuple(each for each in get_args(AnyAction) if each not in (Said, Offered))

SILENT = frozenset({"then", "onward"})
"""Fields that say where a form goes on to once what stands in it is saved."""

_LONG = "Ældre borgere på Læsø og i Frederikshavn, som flytter mellem hjem og hospital, skal følges tættere"
_TEXTS: Mapping[str, str] = {
    "meeting": MEETING,
    "person": "formand-laesoe",
    "organisation": "hjoerring",
    "host": "hjoerring",
    "party": "hjoerring",
    "owner": "hjoerring",
    "other": "frederikshavn",
    "of_year": "2028",
    "amount": "450.000",
    "day": "6. april 2027",
    "begins": "16.30",
    "ends": "19",
    "ended": "18.45",
    "due": "1. juni 2027",
    "choice": "minutes_remarks_days",
}


def least(kind: type[Action]) -> Action:
    """Nothing but what it needs."""
    hints = get_type_hints(kind)
    return kind(**{each.name: _some(each.name, hints[each.name]) for each in fields(kind) if each.default is MISSING})


def most(kind: type[Action]) -> Action:
    """Every field filled, and people's words long."""
    hints = get_type_hints(kind)
    given = {each.name: _some(each.name, hints[each.name]) for each in fields(kind) if each.name != "forum"}
    return kind(forum=NORD, **given)


def of_each_kind(action: Action) -> Iterator[Action]:
    """The action in each of the ways that a field with few values allows."""
    yield action
    hints = get_type_hints(type(action))
    for each in fields(action):
        if each.name not in SILENT:
            for value in values_of(hints[each.name]):
                if value != getattr(action, each.name):
                    yield replace(action, **{each.name: value})


def every() -> Iterator[Action]:
    """All of them."""
    for kind in KINDS:
        for action in (least(kind), most(kind), SAMPLES.get(kind, least(kind))):
            yield from of_each_kind(action)


def values_of(hint: Any) -> tuple[Any, ...]:
    """The values of a field that has few of them."""
    kind = _kind(hint)
    if kind is bool:
        return (False, True)
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


def _some(name: str, hint: Any) -> Any:
    kind = _kind(hint)
    if get_origin(kind) is tuple:
        return ("plo-kommunal",) if name == "organisations" else ("formand-laesoe",)
    if kind is str:
        return _TEXTS.get(name, _LONG)
    if kind is int:
        return {"year": 2027}.get(name, 2)
    return values_of(kind)[0]


def _kind(hint: Any) -> Any:
    options = [each for each in get_args(hint) if each is not NoneType]
    return options[0] if options and get_origin(hint) is not tuple else hint
