"""A button's payload is a typed action: packed into card data here, and parsed back with every field distrusted."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from bot.domain.actions import AnyAction
from bot.domain.forum.actions import NotUnderstood
from bot.domain.kernel.action import Action
from bot.domain.kernel.refusal import Refusal

VERB = "verb"


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
    return kind(
        **{
            each.name: _read(data, each, hints[each.name])
            for each in fields(kind)
            if each.name in data or _needed(each)
        }
    )


def verb_of(kind: type[Action]) -> str:
    """The verb that names this kind of action on the wire."""
    return kind.__name__


_KINDS: dict[str, type[AnyAction]] = {verb_of(kind): kind for kind in get_args(AnyAction) if kind is not NotUnderstood}
_HINTS = {kind: get_type_hints(kind) for kind in _KINDS.values()}


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


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}"
    raise ValueError(value)


def _texts(value: Any) -> tuple[str, ...]:
    """A multiple choice arrives as one comma-separated text."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    raise ValueError(value)
