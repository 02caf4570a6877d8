"""A button's payload is a typed action: packed into card data here, and parsed back with every field distrusted.

A field for several texts may be filled in by several inputs: by rows, `day_3`, or by key, `positions.region`.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from bot.domain.actions import AnyAction
from bot.domain.kernel.action import Action
from bot.domain.kernel.refusal import Refusal
from bot.domain.saying.actions import Offered

VERB = "verb"
MOST_ROWS = 30


def pack(action: Action) -> dict[str, Any]:
    """The card data of a button that asks for this action; inputs may fill the fields left at their default."""
    data: dict[str, Any] = {VERB: verb_of(type(action))}
    for each in fields(action):
        value = getattr(action, each.name)
        if each.default is MISSING or value != each.default:
            data[each.name] = list(value) if isinstance(value, tuple) else value
    return data


def unpack(data: Mapping[str, Any]) -> AnyAction:
    """The action that untrusted card data asks for; Refusal("bad_card") if it is none."""
    kind = _KINDS.get(str(data.get(VERB)))
    if kind is None:
        raise Refusal("bad_card")
    hints = _HINTS[kind]
    data = {**data, **_keyed(data)}
    filled: dict[str, Any] = {
        each.name: _read(data, each, hints[each.name]) for each in fields(kind) if each.name in data or _needed(each)
    }
    return kind(**filled, **_rows(data, kind))


def verb_of(kind: type[Action]) -> str:
    """The verb that names this kind of action on the wire."""
    return kind.__name__


_KINDS: dict[str, type[AnyAction]] = {verb_of(kind): kind for kind in get_args(AnyAction) if kind is not Offered}
_HINTS = {kind: get_type_hints(kind) for kind in _KINDS.values()}
_SEVERAL: dict[type[Action], tuple[str, ...]] = {
    kind: tuple(name for name, hint in hints.items() if get_origin(hint) is tuple) for kind, hints in _HINTS.items()
}


def _rows(data: Mapping[str, Any], kind: type[Action]) -> dict[str, Any]:
    """The fields that inputs fill row by row, the third row by `day_3`; what is missing of a row is empty."""
    found = {}
    for name in _SEVERAL[kind]:
        values = [data.get(f"{name}_{number}") for number in range(1, MOST_ROWS + 1)]
        last = max((number for number, each in enumerate(values, start=1) if each is not None), default=0)
        if last and name not in data:
            found[name] = tuple(map(_in_row, values[:last]))
    return found


def _in_row(value: Any) -> str:
    if value is None:
        return ""
    try:
        return _text(value)
    except ValueError:
        raise Refusal("bad_card") from None


def _keyed(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """The fields that inputs fill by key, as `key=value`; an input `positions.region` fills one."""
    rows: dict[str, list[str]] = {}
    for name, value in data.items():
        field, dot, key = str(name).partition(".")
        if dot and isinstance(value, str):
            rows.setdefault(field, []).append(f"{key}={value}")
    return rows


def _needed(each: "Field[Any]") -> bool:
    return each.default is MISSING


def _read(data: Mapping[str, Any], each: "Field[Any]", hint: Any) -> Any:
    value = data.get(each.name)
    if value is None or (value == "" and not _is_text(hint)):
        if _needed(each):
            raise Refusal("bad_card")
        return each.default
    try:
        return _convert(value, hint)
    except (TypeError, ValueError, OverflowError):
        raise Refusal("bad_card") from None


def _is_text(hint: Any) -> bool:
    return str in (get_args(hint) or (hint,))


def _convert(value: Any, hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(option for option in get_args(hint) if option is not type(None))
    if get_origin(hint) is tuple:
        return _texts(value)
    if hint is bool:
        return _truth(value)
    if hint is int:
        return _whole(value)
    if hint is str:
        return _text(value)
    if issubclass(hint, Enum):
        return hint(value)
    raise TypeError(hint)


def _truth(value: Any) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise ValueError(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str) or len(str(value)) > _LONGEST_NUMBER:
        raise ValueError(value)
    return int(value)


_LONGEST_NUMBER = 9
_MOST_TEXTS = 120


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}"
    raise ValueError(value)


def _texts(value: Any) -> tuple[str, ...]:
    """A multiple choice arrives as one comma-separated text; more than any card offers is none."""
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",", 2 * _MOST_TEXTS) if part.strip()]
    if isinstance(value, list) and len(value) <= _MOST_TEXTS and all(isinstance(part, str) for part in value):
        return tuple(value)
    raise ValueError(value)
