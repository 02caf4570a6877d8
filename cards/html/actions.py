"""A card's buttons and links as HTML; what unfolds is drawn where whole cards are."""

from markupsafe import Markup

from cards.html.drawing import Drawing, targets
from cards.html.markdown import is_safe_link
from cards.html.markup import classes, tag
from cards.html.walk import Json

PRESS = "press"
"""The name of every button that sends; its value is the button's path in the card."""


def sending(action: Json, at: str, drawing: Drawing) -> Markup:
    """A button that sends the form."""
    return tag(
        "button",
        _title(action),
        type="submit",
        name=PRESS,
        value=at,
        class_=look(action),
        aria_label=_name(action),
        title=None if _name(action) else action.get("tooltip"),
        disabled=action.get("isEnabled") is False,
        formnovalidate=action.get("associatedInputs") == "none",
    )


def link(action: Json, at: str, drawing: Drawing) -> Markup | None:
    """A link that looks like a button; none for an address that may not be followed."""
    url = str(action.get("url", ""))
    if not is_safe_link(url):
        return None
    return tag("a", _title(action), href=url, class_=look(action), rel="noopener noreferrer")


def toggle(action: Json, at: str, drawing: Drawing) -> Markup:
    """A button for script to reveal: without script everything it governs is in sight and it is not needed."""
    aims = [(drawing.toggled[name], shown) for name, shown in targets(action) if name in drawing.toggled]
    return tag(
        "button",
        _title(action),
        type="button",
        class_=look(action),
        hidden=True,
        data_show=_those(aims, True),
        data_hide=_those(aims, False),
        data_toggle=_those(aims, None),
        aria_controls=" ".join(ident for ident, _ in aims),
    )


def _those(aims: list[tuple[str, bool | None]], shown: bool | None) -> str | None:
    return " ".join(ident for ident, wanted in aims if wanted is shown) or None


def _title(action: Json) -> str:
    return str(action.get("title") or "Vælg")


def _name(action: Json) -> str | None:
    """What a button is called that has its title in common with others: the title, and what it is about."""
    tooltip = str(action.get("tooltip") or "")
    return tooltip if tooltip.startswith(f"{_title(action)}: ") else None


def look(action: Json) -> str:
    """The classes of a button, also of one that unfolds."""
    style = str(action.get("style", "")).lower()
    return classes("card-button", f"card-{style}" if style in ("positive", "destructive") else None)
