"""Checks a file's shape against a model and tells every fault by line, in Danish, with an example where one helps."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.charters.problems import Problem, broken
from bot.charters.reader import Node, printable

Model = TypeVar("Model", bound=BaseModel)

_REASONS: Mapping[str, str] = {
    "bool_type": "skal være true eller false",
    "date_type": "skal være en dato, fx 2027-03-16",
    "dict_type": "skal bestå af nøgler og værdier",
    "int_type": "skal være et helt tal, fx 7",
    "model_type": "skal bestå af nøgler og værdier",
    "string_type": "skal være tekst (sæt anførselstegn om, hvis det ligner et tal eller en dato)",
    "too_short": "må ikke være tom",
    "tuple_type": "skal være en liste, fx [a, b]",
}
_EXAMPLES: Mapping[str, str] = {
    "channel": '"19:…@thread.tacv2"',
    "charter": "nordjylland-politisk-klynge",
    "chosen_by": "Politisk Klynge Nord",
    "ends": "2027-03-16T19:00",
    "forum": "politisk-klynge-nord",
    "id": "hjoerring",
    "kind": "municipality",
    "name": "Hjørring Kommune",
    "object_id": "00000000-0000-4000-8000-000000000001",
    "on": "2026-10-06",
    "organisation": "hjoerring",
    "person": "formand-kommunal",
    "place": "Hjørring Rådhus",
    "roles": "[politician]",
    "starts": "2027-03-16T16:30",
    "tenant": "00000000-0000-4000-8000-000000000001",
    "value": "7",
}
"""What may stand in a field that is missing."""

_NAMES = ("id", "name", "person", "charter", "organisation", "object_id")
"""What an entry of a list is known by, the first that it has."""

_ROUNDS = 8  # of leaving out what has a fault; the second is needed only where a list has become empty


def shaped(model: type[Model], node: Node, filename: str, *, extra: Literal["forbid", "ignore"] = "forbid") -> Model:
    """The file as that model; raises BrokenFile with every fault. `extra` is what becomes of unknown keys."""
    try:
        return model.model_validate(node.value, extra=extra)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise broken(filename, [_problem(fault, node) for fault in faults]) from None


def shaped_as_far(
    model: type[Model], node: Node, needed: Mapping[str, str]
) -> tuple[Model | None, Node, list[Problem]]:
    """The file without every entry and choice that has a fault, the node it was read from, and every fault.

    `needed` stands in for keys without which there is no such file. None where nothing whole is left.
    """
    problems: list[Problem] | None = None
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(node.value, extra="forbid"), node, problems or []
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
        if problems is None:  # later ones come of what was left out
            problems = [_problem(fault, node) for fault in faults]
        node = _filled(_without(node, {_part(fault["loc"]) for fault in faults}), needed)
    return None, node, problems or []


def _part(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The entry of a list, the choice of a section, or the key that has the fault."""
    first = next((position for position, step in enumerate(path) if isinstance(step, int)), 1)
    return path[: first + 1]


def _without(node: Node, paths: Iterable[tuple[str | int, ...]]) -> Node:
    """The node without the parts at those paths; later entries of a list move up."""
    paths = [path for path in paths if path]
    kept: dict[str | int, Node] = {}
    for step, part in node.parts.items():
        if (step,) not in paths:
            below = [path[1:] for path in paths if path[0] == step]
            kept[step] = _without(part, below) if below else part
    if isinstance(node.value, dict):
        return Node({step: part.value for step, part in kept.items()}, node.line, kept)
    entries = tuple(kept.values())
    return Node(tuple(part.value for part in entries), node.line, dict(enumerate(entries)))


def _filled(node: Node, needed: Mapping[str, str]) -> Node:
    values = {key: value for key, value in needed.items() if key not in node.parts}
    parts: dict[str | int, Node] = {key: Node(value, node.line) for key, value in values.items()}
    return Node({**node.value, **values}, node.line, {**node.parts, **parts})


def _problem(fault: ErrorDetails, node: Node) -> Problem:
    return Problem(node.line_of(*fault["loc"]), _reason(fault, node))


def _reason(fault: ErrorDetails, node: Node) -> str:
    where = named(fault["loc"], node)
    context: Mapping[str, Any] = fault.get("ctx", {})
    said = _SAID.get(fault["type"])
    if fault["type"] == "missing" and (example := _EXAMPLES.get(str(fault["loc"][-1]))):
        return f"»{where}« mangler, fx {fault['loc'][-1]}: {example}"
    if said is not None:
        return said(where, context)
    return f"»{where}« {_REASONS.get(fault['type'], 'har en forkert værdi')}"


def named(path: Iterable[str | int], node: Node) -> str:
    """The path with what an entry is known by in place of its position; without anything, its number from 1."""
    steps: list[str] = []
    for step in path:
        found = node.parts.get(step)
        steps.append(printable(str(step)) if isinstance(step, str) else _known_by(found, step))
        node = node if found is None else found
    return ".".join(steps)


def _known_by(entry: Node | None, position: int) -> str:
    value = None if entry is None else entry.value
    names = [value.get(name) for name in _NAMES] if isinstance(value, dict) else [value]
    return next((printable(name) for name in names if isinstance(name, str) and name), str(position + 1))


def _choices(where: str, context: Mapping[str, Any]) -> str:
    return f"»{where}« skal være {str(context['expected']).replace(' or ', ' eller ')}"


def _own_words(where: str, context: Mapping[str, Any]) -> str:
    return f"»{where}« {context['error']}" if where else str(context["error"])


_SAID: Mapping[str, Callable[[str, Mapping[str, Any]], str]] = {
    "extra_forbidden": lambda where, _: f"ukendt nøgle »{where}«",
    "missing": lambda where, _: f"»{where}« mangler",
    "literal_error": _choices,
    "value_error": _own_words,
    "greater_than_equal": lambda where, context: f"»{where}« skal være mindst {context['ge']}",
    "less_than_equal": lambda where, context: f"»{where}« må højst være {context['le']}",
}
