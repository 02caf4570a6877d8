"""Checks a file's shape against a model and tells every fault by line, in Danish."""

from collections.abc import Callable, Mapping
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
    "int_type": "skal være et helt tal",
    "model_type": "skal bestå af nøgler og værdier",
    "string_type": "skal være tekst (sæt anførselstegn om, hvis det ligner et tal eller en dato)",
    "too_short": "må ikke være tom",
    "tuple_type": "skal være en liste",
}


def shaped(model: type[Model], node: Node, filename: str, *, extra: Literal["forbid", "ignore"] = "forbid") -> Model:
    """The file as that model; raises BrokenFile with every fault. `extra` is what becomes of unknown keys."""
    try:
        return model.model_validate(node.value, extra=extra)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise broken(filename, [_problem(fault, node) for fault in faults]) from None


def _problem(fault: ErrorDetails, node: Node) -> Problem:
    return Problem(node.line_of(*fault["loc"]), _reason(fault))


def _reason(fault: ErrorDetails) -> str:
    where = printable(".".join(str(step) for step in fault["loc"]))
    context: Mapping[str, Any] = fault.get("ctx", {})
    said = _SAID.get(fault["type"])
    if said is not None:
        return said(where, context)
    return f"»{where}« {_REASONS.get(fault['type'], 'har en forkert værdi')}"


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
