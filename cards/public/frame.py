"""The frame of every public page: one request, no script, and a look that the page's own policy names by its hash."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from cards.html.document import clean
from cards.html.markup import join, tag
from cards.kit.words import say
from cards.public import addresses
from cards.public.addresses import Addresses

_STYLE = " ".join(files("cards.public").joinpath("public.css").read_text("utf-8").split())
STYLE_HASH = f"sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}"
"""What a Content-Security-Policy names the look by."""
_LOOK = Markup("<style>{}</style>").format(Markup(_STYLE))  # noqa: S704 - our own file
_TYPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page says: `way` are the pages above it, by address and name, and `event` what programs are told.

    `body` opens with the page's only h1.
    """

    title: str
    body: Markup
    way: tuple[tuple[str, str], ...] = ()
    description: str = ""
    here: str = ""
    event: Mapping[str, Any] | None = None
    forum: str | None = None
    is_found: bool = True


def framed(page: Page, where: Addresses) -> str:
    """The whole page."""
    return str(join((Markup("<!doctype html>\n"), tag("html", _head(page, where), _body(page, where), lang="da"))))


def _head(page: Page, where: Addresses) -> Markup:
    title = clean(page.title if page.title == say("public.site") else f"{page.title} – {say('public.site')}")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("meta", name="description", content=clean(page.description)) if page.description else None,
        None if page.is_found else tag("meta", name="robots", content="noindex"),
        tag("link", rel="icon", href="data:,"),
        tag(
            "link", rel="alternate", type="application/atom+xml", title=say("public.feed"), href=where.feed(page.forum)
        ),
        _LOOK,
        None if page.event is None else _told(page.event),
    )


def _told(event: Mapping[str, Any]) -> Markup:
    """Data inside a script element, which no browser runs, and out of which no text can break."""
    written = json.dumps(event, ensure_ascii=False).translate(_TYPED)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(written))  # noqa: S704 - see _TYPED


def _body(page: Page, where: Addresses) -> Markup:
    return tag(
        "body",
        tag("a", say("public.skip"), href="#indhold", class_="skip"),
        _top(page, where),
        tag("div", _way(page.way, page.title), tag("main", page.body, id="indhold", tabindex=-1), class_="in"),
        _bottom(page, where),
    )


def _top(page: Page, where: Addresses) -> Markup:
    registers = (
        (addresses.RESOLUTIONS, say("public.resolutions")),
        (addresses.COMMITMENTS, say("public.commitments")),
        (addresses.FUNDS, say("public.funds")),
        (addresses.ABOUT, say("public.about")),
    )
    links = [
        tag("li", tag("a", name, href=where.at(each), aria_current="page" if page.here == each else None))
        for each, name in registers
    ]
    name = tag("a", say("public.site"), href=where.front(), class_="name")
    menu = tag("nav", tag("ul", *links), aria_label=say("public.menu"))
    return tag("header", tag("div", name, menu, class_="in"), class_="top")


def _way(way: Iterable[tuple[str, str]], title: str) -> Markup | None:
    above = [tag("li", tag("a", clean(name), href=address, dir="auto")) for address, name in way]
    if not above:
        return None
    here = tag("li", clean(title), aria_current="page", dir="auto")
    return tag("nav", tag("ol", *above, here), aria_label=say("public.way"), class_="way")


def _bottom(page: Page, where: Addresses) -> Markup:
    links = (
        (where.feed(page.forum), say("public.feed")),
        (where.calendar(page.forum), say("public.calendar")),
        (where.data(), say("public.data")),
        (where.at(addresses.ABOUT), say("public.about")),
        (where.at(addresses.ACCESSIBILITY), say("public.accessibility")),
    )
    listed = tag("ul", *(tag("li", tag("a", name, href=address)) for address, name in links))
    return tag("footer", tag("div", listed, tag("p", say("public.foot")), class_="in"), class_="bottom")
