"""What a posted card form says: the button that was pressed and the data that Teams would have sent with it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cards.html.actions import PRESS
from cards.html.fields import PREFIX, is_multiple
from cards.html.walk import Button, Json, buttons

Posted = Iterable[tuple[str, object]]
"""The form's fields as they came, names repeated where several boxes were ticked."""


def read_form(card: Json, posted: Posted) -> tuple[str, dict[str, Any]]:
    """The pressed button's verb (empty for Action.Submit) and its data with the inputs; ValueError if none was."""
    fields = list(posted)
    button = pressed(card, fields)
    return str(button.action.get("verb", "")), merged(button, inputs_of(fields))


def pressed(card: Json, posted: Posted) -> Button:
    """The button that the form names; ValueError unless it names exactly one that can be pressed."""
    names = [value for name, value in posted if name == PRESS]
    found = [each for each in buttons(card) if [each.path] == names and each.action.get("isEnabled") is not False]
    if not found:
        raise ValueError("no such button on this card")
    return found[0]


def inputs_of(posted: Posted) -> dict[str, list[str]]:
    """The values of each input by its id."""
    values: dict[str, list[str]] = {}
    for name, value in posted:
        if name.startswith(PREFIX) and isinstance(value, str):
            values.setdefault(name.removeprefix(PREFIX), []).append(value)
    return values


def merged(button: Button, values: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The button's data and over it the inputs, every one a text; as in Teams, what was left empty is not sent."""
    data = button.action.get("data")
    typed = {str(each.get("id")): _typed(each, values.get(str(each.get("id")), ())) for each in button.inputs}
    return (dict(data) if isinstance(data, Mapping) else {}) | {name: value for name, value in typed.items() if value}


def _typed(element: Json, values: Sequence[str]) -> str:
    if element.get("type") == "Input.Toggle":
        on = str(element.get("valueOn", "true"))
        return on if on in values else str(element.get("valueOff", "false"))
    if is_multiple(element):
        return ",".join(values)
    # A browser posts CRLF where Teams sends LF.
    return values[0].replace("\r\n", "\n") if values else ""
