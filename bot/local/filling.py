"""A card filled in by its words: which button a title means, and what the form holds when it is pressed."""

from collections.abc import Mapping, Sequence

from cards.html.answer import merged
from cards.html.fields import chosen, is_multiple, label_of
from cards.html.walk import Button, buttons, listed
from cards.html.walk import Json as Part

Value = str | bool | int | Sequence[str]


def find(card: Part, title: str) -> Button | None:
    """The button with that title."""
    return next((each for each in buttons(card) if each.title == title), None)


def filled(button: Button, inputs: Mapping[str, Value]) -> dict[str, object]:
    """The data the button sends; inputs are named by id or how their label begins, the rest is as the card has it."""
    values = {str(each["id"]): _initial(each) for each in button.inputs if "id" in each}
    for name, value in inputs.items():
        field = _named(button, name)
        values[str(field["id"])] = _typed(field, value)
    return merged(button, values)


def _named(button: Button, name: str) -> Part:
    def fits(each: Part) -> bool:
        return name == each.get("id") or name in (label_of(each), each.get("title"))

    def begins(each: Part) -> bool:
        return label_of(each).startswith(name)

    for rule in (fits, begins):
        for each in button.inputs:
            if rule(each):
                return each
    raise ValueError(f"no input »{name}« among {[label_of(each) for each in button.inputs]}")


def _initial(field: Part) -> list[str]:
    if field.get("type") == "Input.ChoiceSet":
        return [each for each in chosen(field) if each]
    return [str(field["value"])] if "value" in field else []


def _typed(field: Part, value: Value) -> list[str]:
    if isinstance(value, bool):
        return [str(field.get("valueOn", "true"))] if value else []
    values = [str(value)] if isinstance(value, str | int) else list(value)
    if field.get("type") == "Input.ChoiceSet":
        return [_choice(field, each) for each in (values if is_multiple(field) else values[:1])]
    return values


def _choice(field: Part, words: str) -> str:
    return next((str(each["value"]) for each in listed(field, "choices") if each.get("title") == words), words)
