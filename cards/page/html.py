"""A page of one's own as HTML that needs no script: the door, the card, and what is said where there is none."""

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from enum import StrEnum
from importlib.resources import files
from string import Template

from markupsafe import Markup, escape

from cards.html.markup import join, tag
from cards.html.render import render
from cards.kit.elements import Card
from cards.kit.words import clock_time, keyed, say

STYLE = "\n".join(
    files(room).joinpath(name).read_text("utf-8")
    for room, name in (
        ("cards.html", "card.css"),
        ("cards.page", "page.css"),
    )
)
"""The look of every page."""


class Why(StrEnum):
    """Why there is no page: it cannot be opened (again), the form is another's, too many ask, or we failed."""

    GONE = "gone"
    OTHER = "other"
    OVER = "over"
    FAILED = "failed"


_TITLES, _BODIES = keyed(Why, "page", ".title"), keyed(Why, "page", ".body")


def door(path: str, hidden: Mapping[str, str]) -> str:
    """What an address leads to: whatever follows links by itself presses no button."""
    button = tag("button", say("page.btn.enter"), type="submit", class_="card-button card-positive")
    form = tag("form", *_carried(hidden), button, method="post", action=path)
    return _page(path, say("page.title"), tag("p", say("page.enter.body")), form)


def shown(path: str, card: Card, hidden: Mapping[str, str], until: datetime, tz: tzinfo) -> str:
    """The card as a form; `until` is when the page closes."""
    drawn = Markup(render(card.content, action_url=path, hidden=hidden, level=2))  # noqa: S704 - it escapes everything
    back = tag("p", tag("a", say("page.btn.begin"), href=path))
    foot = tag("p", say("page.foot", tid=clock_time(until, tz)), class_="foot")
    return _page(path, say("page.title"), drawn, back, foot)


def told(path: str, why: Why, **facts: object) -> str:
    """A page that only says why not, and what to do."""
    return note(path, say(_TITLES[why]), say(_BODIES[why], **facts))


def note(path: str, title: str, words: str) -> str:
    """A page with nothing on it but these words; its look lies below that path."""
    return _page(path, title, tag("p", words))


def closed(path: str, typed: Iterable[str]) -> str:
    """The visit is over; what was typed meanwhile can still be copied."""
    kept = [tag("div", words, class_="typed", tabindex=0) for words in typed]
    rescue = [tag("h2", say("page.closed.typed")), tag("p", say("page.closed.typed.help")), *kept] if kept else []
    return _page(path, say("page.closed.title"), tag("p", say("page.closed.body")), *rescue)


def _page(path: str, title: str, *body: Markup) -> str:
    parts = {"title": title, "style": f"{path}side.css", "body": join(body)}
    return _TEMPLATE.substitute({name: escape(part) for name, part in parts.items()})


def _carried(hidden: Mapping[str, str]) -> list[Markup]:
    return [tag("input", type="hidden", name=name, value=value) for name, value in hidden.items()]


_TEMPLATE = Template(files("cards.page").joinpath("page.html").read_text("utf-8"))
