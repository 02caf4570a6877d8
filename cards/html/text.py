"""What a card says: text, rich text, facts and pictures as HTML."""

from typing import Any

from markupsafe import Markup

from cards.html.drawing import Drawing
from cards.html.markdown import blocks, inline
from cards.html.markup import classes, join, tag
from cards.html.walk import Json, listed
from cards.kit.unlinked import as_typed
from cards.kit.words import say

_SIZES = {"small", "medium", "large", "extralarge"}
_COLOURS = {"accent", "good", "warning", "attention", "dark", "light"}


def text_block(element: Json, at: str, drawing: Drawing) -> Markup:
    """A paragraph or a heading; the card's first heading stands one level above the rest."""
    words = str(element.get("text", ""))
    if element.get("style") == "heading":
        level = drawing.level if at == drawing.title else drawing.level + 1
        return tag(f"h{level}", inline(words, drawing.mentions), class_=_look(element, "card-heading"))
    return tag("div", blocks(words, drawing.mentions), class_=_look(element, "card-text"))


def rich_text(element: Json, at: str, drawing: Drawing) -> Markup:
    """Runs of text, each with a look of its own; no Markdown. What went and what came can be heard too."""
    return tag("p", *(_run(each) for each in listed(element, "inlines")), class_="card-rich")


def fact_set(element: Json, at: str, drawing: Drawing) -> Markup:
    """Names and values."""
    pairs = [each for each in listed(element, "facts") if isinstance(each, dict)]
    return tag("dl", *(_fact(each, drawing) for each in pairs), class_="card-facts")


def image(element: Json, at: str, drawing: Drawing) -> Markup | None:
    """A picture from the web or carried in the card; any other address is left out."""
    url = str(element.get("url", ""))
    if not url.lower().startswith(("https://", "data:image/")):
        return None
    look = classes("card-image", _among(element.get("size"), {*_SIZES, "auto", "stretch"}, "card-image"))
    return tag("img", src=url, alt=str(element.get("altText", "")), class_=look, loading="lazy")


def _fact(fact: Json, drawing: Drawing) -> Markup:
    name, value = str(fact.get("title", "")), str(fact.get("value", ""))
    return tag("div", tag("dt", inline(name, drawing.mentions)), tag("dd", blocks(value, drawing.mentions)))


def _run(run: Any) -> Markup:
    if not isinstance(run, dict):
        return join([str(run)])
    words: Markup = tag("span", as_typed(str(run.get("text", ""))), class_=_look(run, None) or None)
    for flag, wrapper in (("italic", "em"), ("highlight", "mark")):
        if run.get(flag) is True:
            words = tag(wrapper, words)
    if run.get("strikethrough") is True:
        words = tag("del", _heard(say("html.gone")), words)
    if run.get("underline") is True:
        words = tag("ins", _heard(say("html.new")), words)
    return words


def _heard(words: str) -> Markup:
    """For those who listen, to whom a line through or under the words says nothing."""
    return tag("span", f"{words} ", class_="card-unseen")


def _look(element: Json, own: str | None) -> str:
    return classes(
        own,
        _among(element.get("size"), _SIZES, "card"),
        _among(element.get("color"), _COLOURS, "card"),
        _among(element.get("weight"), {"bolder", "lighter"}, "card"),
        _among(element.get("horizontalAlignment"), {"center", "right"}, "card"),
        "card-one-line" if element.get("wrap") is False else None,
        "card-subtle" if element.get("isSubtle") is True else None,
    )


def _among(value: Any, allowed: set[str], prefix: str) -> str | None:
    name = str(value).lower()
    return f"{prefix}-{name}" if name in allowed else None
