"""Where everything stands in a card: a path for each part, the same when it is drawn and when its answer is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]

_PLACES = {
    "AdaptiveCard": ("body", "actions"),
    "Container": ("items",),
    "ColumnSet": ("columns",),
    "Column": ("items",),
    "ActionSet": ("actions",),
}
INPUTS = frozenset(
    {"Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet"},
)
PRESSED = frozenset({"Action.Execute", "Action.Submit"})
_KNOWN = {*_PLACES, *INPUTS, *PRESSED, "TextBlock", "RichTextBlock", "FactSet", "Image", "ImageSet"} | {
    "Action.OpenUrl",
    "Action.ShowCard",
    "Action.ToggleVisibility",
}


@dataclass(frozen=True, slots=True)
class Button:
    """A button that sends something, its path in the card, and the inputs that go with it."""

    path: str
    action: Json
    inputs: tuple[Json, ...]

    @property
    def title(self) -> str:
        """What stands on it."""
        return str(self.action.get("title", ""))


def buttons(card: Json) -> Iterator[Button]:
    """Every button that sends; one on an unfolded card also sends the inputs of the cards around it."""
    return _buttons(card, "", ())


def parts(element: Json, at: str = "") -> Iterator[tuple[str, Json]]:
    """Every part below an element with its path, in reading order; what unfolds (Action.ShowCard) is not entered."""
    for step, child in children(element):
        path = f"{at}.{step}" if at else step
        yield path, child
        yield from parts(child, path)


def children(element: Json) -> Iterator[tuple[str, Json]]:
    """The parts directly inside, an unknown one replaced by its fallback or left out."""
    for place in _PLACES.get(kind(element), ()):
        for number, child in enumerate(listed(element, place)):
            if (shown := _understood(child)) is not None:
                yield f"{place}.{number}", shown


def kind(element: Json) -> str:
    """The element's type; a column needs not name its own."""
    return str(element.get("type", "Column" if "items" in element else ""))


def listed(element: Json, place: str) -> list[Any]:
    """The list in that place, empty where there is none."""
    found = element.get(place)
    return found if isinstance(found, list) else []


def _understood(element: Any) -> Json | None:
    if not isinstance(element, Mapping):
        return None
    return element if kind(element) in _KNOWN else _understood(element.get("fallback"))


def _buttons(card: Json, at: str, outer: tuple[Json, ...]) -> Iterator[Button]:
    below = list(parts(card, at))
    inputs = (*outer, *(part for _, part in below if kind(part) in INPUTS))
    for path, part in below:
        if kind(part) in PRESSED:
            yield Button(path, part, () if part.get("associatedInputs") == "none" else inputs)
        elif kind(part) == "Action.ShowCard":
            yield from _buttons(unfolded(part), f"{path}.card", inputs)


def unfolded(action: Json) -> Json:
    """The card behind an Action.ShowCard."""
    card = action.get("card")
    return {**card, "type": "AdaptiveCard"} if isinstance(card, Mapping) else {"type": "AdaptiveCard"}
