"""A card's inputs as labelled form fields."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from cards.html.drawing import Drawing
from cards.html.markup import Attribute, tag
from cards.html.walk import Json, listed
from cards.kit.unlinked import as_typed

PREFIX = "input."
"""Stands before an input's id in the name of its field, so that no input is mistaken for a button or a hidden field."""

_TEXT_TYPES = {"email": "email", "tel": "tel", "url": "url", "password": "password"}


def field(element: Json, at: str, drawing: Drawing) -> Markup:
    """The input with its label and what is said when it is wrong."""
    return _DRAW[element["type"]](element, drawing.id(at), drawing)


def chosen(element: Json) -> list[str]:
    """The values a choice starts with."""
    value = str(element.get("value", ""))
    return [each.strip() for each in value.split(",") if each.strip()] if is_multiple(element) else [value]


def is_multiple(element: Json) -> bool:
    """Whether several choices may be taken."""
    return element.get("isMultiSelect") is True


def label_of(element: Json) -> str:
    """The words that name an input."""
    return str(element.get("label") or element.get("title") or element.get("placeholder") or "Felt")


def _text(element: Json, ident: str, drawing: Drawing) -> Markup:
    value = str(element.get("value", ""))
    shared: dict[str, Attribute] = {
        **_common(element, ident, drawing),
        "placeholder": element.get("placeholder"),
        "maxlength": element.get("maxLength"),
        "autocomplete": "off",
    }
    if element.get("isMultiline") is True:
        # A browser drops the first line break of a textarea, so one is added that may be lost.
        return _labelled(element, ident, tag("textarea", "\n" + value, rows=3, **shared))
    kind = _TEXT_TYPES.get(str(element.get("style", "")).lower(), "text")
    return _labelled(element, ident, tag("input", type=kind, value=value, **shared))


def _plain(kind: str, **more: Attribute) -> Callable[[Json, str, Drawing], Markup]:
    def draw(element: Json, ident: str, drawing: Drawing) -> Markup:
        limits = {name: element.get(name) for name in ("min", "max", "placeholder", "value")}
        return _labelled(element, ident, tag("input", type=kind, **limits, **_common(element, ident, drawing), **more))

    return draw


def _toggle(element: Json, ident: str, drawing: Drawing) -> Markup:
    on = str(element.get("valueOn", "true"))
    is_on = str(element.get("value", "false")).lower() == on.lower()
    box = tag("input", type="checkbox", value=on, checked=is_on, **_common(element, ident, drawing))
    title = str(element.get("title") or label_of(element))
    line = tag(
        "div", box, tag("label", title, _must(element), for_=ident), _error(element, ident), class_="card-option"
    )
    if not element.get("label") or element["label"] == title:
        return tag("div", line, class_="card-field")
    return tag("fieldset", tag("legend", str(element["label"])), line, class_="card-field")


def _choice(element: Json, ident: str, drawing: Drawing) -> Markup:
    if is_multiple(element) or str(element.get("style", "compact")).lower() == "expanded":
        return _expanded(element, ident, drawing)
    blank = tag("option", str(element.get("placeholder", "")) or "Vælg …", value="")
    options = [_option(each, chosen(element)) for each in _choices(element)]
    return _labelled(element, ident, tag("select", blank, *options, **_common(element, ident, drawing)))


def _expanded(element: Json, ident: str, drawing: Drawing) -> Markup:
    kind = "checkbox" if is_multiple(element) else "radio"
    # Every box of a group marked required would have to be ticked; a group of boxes is therefore only described.
    is_required = kind == "radio" and element.get("isRequired") is True and drawing.strict
    wrong = _wrong(element, ident, drawing)
    boxes = [
        _box(each, kind, element, f"{ident}-{number}", required=is_required, **(wrong if number == 0 else {}))
        for number, each in enumerate(_choices(element))
    ]
    legend = tag("legend", label_of(element), _must(element))
    described = _described(element, ident, drawing)
    return tag("fieldset", legend, *boxes, _error(element, ident), class_="card-field", aria_describedby=described)


def _box(choice: Json, kind: str, element: Json, ident: str, **more: Attribute) -> Markup:
    value = str(choice.get("value", ""))
    box = tag(
        "input",
        type=kind,
        id=ident,
        name=PREFIX + str(element.get("id", "")),
        value=value,
        checked=value in chosen(element),
        **more,
    )
    return tag("div", box, tag("label", as_typed(str(choice.get("title", ""))), for_=ident), class_="card-option")


def _option(choice: Json, values: list[str]) -> Markup:
    value = str(choice.get("value", ""))
    return tag("option", as_typed(str(choice.get("title", ""))), value=value, selected=value in values)


def _choices(element: Json) -> list[Any]:
    return [each for each in listed(element, "choices") if isinstance(each, dict)]


def _common(element: Json, ident: str, drawing: Drawing) -> dict[str, Attribute]:
    is_required = element.get("isRequired") is True
    return {
        "id": ident,
        "name": PREFIX + str(element.get("id", "")),
        "required": is_required and drawing.strict,
        "aria_required": "true" if is_required and not drawing.strict else None,
        "aria_describedby": _described(element, ident, drawing),
        **_wrong(element, ident, drawing),
    }


def _wrong(element: Json, ident: str, drawing: Drawing) -> dict[str, Attribute]:
    """What tells that something is said against the input on this card."""
    if str(element.get("id", "")) not in drawing.errors:
        return {}
    return {"aria_invalid": "true", "autofocus": drawing.focused is not None and drawing.id(drawing.focused) == ident}


def _described(element: Json, ident: str, drawing: Drawing) -> str | None:
    """The ids of what is said about the input: on this card, and when it is left empty."""
    said = drawing.errors.get(str(element.get("id", "")))
    return " ".join(each for each in (said, _error_id(element, ident)) if each) or None


def _labelled(element: Json, ident: str, control: Markup) -> Markup:
    label = tag("label", label_of(element), _must(element), for_=ident)
    return tag("div", label, control, _error(element, ident), class_="card-field")


def _must(element: Json) -> Markup | None:
    return tag("span", " (skal udfyldes)", class_="card-required") if element.get("isRequired") is True else None


def _error_id(element: Json, ident: str) -> str | None:
    return f"{ident}-error" if element.get("errorMessage") else None


def _error(element: Json, ident: str) -> Markup | None:
    message = element.get("errorMessage")
    return tag("p", str(message), id=_error_id(element, ident), class_="card-error") if message else None


_DRAW: dict[str, Callable[[Json, str, Drawing], Markup]] = {
    "Input.Text": _text,
    "Input.Number": _plain("number", step="any", inputmode="decimal"),
    "Input.Date": _plain("date"),
    "Input.Time": _plain("time"),
    "Input.Toggle": _toggle,
    "Input.ChoiceSet": _choice,
}
