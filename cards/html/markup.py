"""HTML from small functions: what is not already markup is escaped, and `None` children vanish."""

from collections.abc import Iterable

from markupsafe import Markup, escape

Child = str | Markup | None
Attribute = str | int | bool | None

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """One element; `class_` stands for class, `aria_label` for aria-label, True for a bare attribute, None for none."""
    opening = Markup("<{}{}>").format(name, _attributes(attributes))
    if name in _VOID:
        return opening
    return opening + join(children) + Markup("</{}>").format(name)


def join(children: Iterable[Child]) -> Markup:
    """The children after one another."""
    return Markup("").join(child for child in children if child is not None)


def classes(*names: str | None) -> str:
    """The value of a class attribute."""
    return " ".join(name for name in names if name)


def _attributes(attributes: dict[str, Attribute]) -> Markup:
    return Markup("").join(_attribute(name, value) for name, value in attributes.items())


def _attribute(name: str, value: Attribute) -> Markup:
    if value is None or value is False:
        return Markup("")
    written = name.rstrip("_").replace("_", "-")
    if value is True:
        return Markup(" {}").format(written)
    return Markup(' {}="{}"').format(written, escape(value))
