"""An Adaptive Card as an accessible HTML form that needs no script."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from cards.html import actions, fields, text, wheel
from cards.html.drawing import Drawing, drawing
from cards.html.markup import classes, join, tag
from cards.html.walk import INPUTS, PRESSED, Json, children, kind, unfolded
from cards.kit.wheel import WHEEL

_STYLES = ("emphasis", "good", "attention", "warning", "accent")
_ROLES = {"outcome": "status", "error": "alert"}  # by how the id begins of a block that says what came of a press
_SPACINGS = ("none", "small", "medium", "large", "extralarge", "padding")


def render(
    card: Json,
    *,
    action_url: str,
    hidden: Mapping[str, str],
    prefix: str = "card",
    level: int = 3,
    takes_focus: bool = False,
) -> str:
    """The card as one form that posts to `action_url` with the hidden fields.

    `prefix` must be its own on the page, and `level` is the one that the card's first heading has there.
    Where it `takes_focus`, a page that is opened begins at the first field that something is said against.
    """
    carried = [tag("input", type="hidden", name=name, value=value) for name, value in hidden.items()]
    # Enter in a text field presses a form's first button; a disabled one in front makes that do nothing, as in Teams.
    guard = tag("button", type="submit", disabled=True, hidden=True)
    drawn = _card(card, "", drawing(card, prefix, level, takes_focus=takes_focus))
    return str(tag("form", guard, *carried, drawn, method="post", action=action_url, class_="card"))


def _card(card: Json, at: str, whole: Drawing) -> Markup:
    below = [(step.split(".")[0], f"{at}.{step}" if at else step, part) for step, part in children(card)]
    body = join(_part(part, path, whole) for place, path, part in below if place == "body")
    row = [_part(part, path, whole) for place, path, part in below if place == "actions"]
    return join([body, tag("div", *row, class_="card-actions") if row else None])


def _part(element: Json, at: str, whole: Drawing) -> Markup | None:
    ident = whole.toggled.get(str(element.get("id", "")))
    is_hidden = element.get("isVisible") is False
    if ident is None:
        return None if is_hidden else _drawn(element, at, whole)
    return tag("div", _drawn(element, at, whole.lenient()), id=ident, data_hidden=is_hidden, class_="card-part")


def _drawn(element: Json, at: str, whole: Drawing) -> Markup | None:
    draw = _DRAW.get(kind(element))
    shown = draw(element, at, whole) if draw else None
    spacing = str(element.get("spacing", "default")).lower()
    is_apart = element.get("separator") is True
    if shown is None or not (is_apart or spacing in _SPACINGS):
        return shown
    look = classes(f"card-spacing-{spacing}" if spacing in _SPACINGS else None, "card-separator" if is_apart else None)
    return tag("div", shown, class_=look)


def _container(element: Json, at: str, whole: Drawing) -> Markup:
    style = str(element.get("style", "")).lower()
    look = classes("card-container", f"card-box card-{style}" if style in _STYLES else None)
    role = _ROLES.get(str(element.get("id", "")).partition("-")[0])
    drawn = wheel.picture(element) if element.get("id") == WHEEL else None
    return tag("div", drawn, *_inside(element, at, whole), id=whole.id(at) if role else None, role=role, class_=look)


def _column_set(element: Json, at: str, whole: Drawing) -> Markup:
    return tag("div", *_inside(element, at, whole), class_="card-columns")


def _column(element: Json, at: str, whole: Drawing) -> Markup:
    width = str(element.get("width", "stretch"))
    weight = width if len(width) == 1 and width in "123456789" else "auto" if width == "auto" else "stretch"
    return tag("div", *_inside(element, at, whole), class_=f"card-column card-column-{weight}")


def _action_set(element: Json, at: str, whole: Drawing) -> Markup:
    return tag("div", *_inside(element, at, whole), class_="card-actions")


def _show_card(action: Json, at: str, whole: Drawing) -> Markup:
    summary = tag("summary", str(action.get("title") or "Vis mere"), class_=actions.look(action))
    inner = tag("div", _card(unfolded(action), f"{at}.card", whole.lenient()), class_="card-unfolded")
    return tag("details", summary, inner, class_="card-details")


def _inside(element: Json, at: str, whole: Drawing) -> list[Markup | None]:
    return [_part(part, f"{at}.{step}", whole) for step, part in children(element)]


_DRAW: dict[str, Callable[[Json, str, Drawing], Markup | None]] = {
    "TextBlock": text.text_block,
    "RichTextBlock": text.rich_text,
    "FactSet": text.fact_set,
    "Image": text.image,
    "Container": _container,
    "ColumnSet": _column_set,
    "Column": _column,
    "ActionSet": _action_set,
    "Action.OpenUrl": actions.link,
    "Action.ShowCard": _show_card,
    "Action.ToggleVisibility": actions.toggle,
    **dict.fromkeys(INPUTS, fields.field),
    **dict.fromkeys(PRESSED, actions.sending),
}
