"""HTML from small functions: what is not already markup is escaped, and `None` children vanish."""

from collections.abc import Iterable

from markupsafe import Markup, escape

Child = str | Markup | None
Attribute = str | int | bool | None

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """One element; `class_` stands for class, `aria_label` for aria-label, True for a bare attribute, None for none.

    Names are the code's own; whatever else is no markup is escaped.
    """
    opening = f"<{name}{''.join(_attribute(*each) for each in attributes.items())}>"
    told = opening if name in _VOID else f"{opening}{_joined(children)}</{name}>"
    return Markup(told)  # noqa: S704 - its parts were escaped


def join(children: Iterable[Child]) -> Markup:
    """The children after one another."""
    return Markup(_joined(children))  # noqa: S704 - as above


def classes(*names: str | None) -> str:
    """The value of a class attribute."""
    return " ".join(name for name in names if name)


def _joined(children: Iterable[Child]) -> str:
    return "".join(escape(child) for child in children if child is not None)


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{escape(value)}"'
