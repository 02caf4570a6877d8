"""The accessibility statement that the law asks for, and what these pages are and how they may be used."""

from collections.abc import Iterable

from markupsafe import Markup

from cards.html.document import clean, is_followed
from cards.html.markup import tag
from cards.kit.words import say
from cards.public.addresses import ABOUT, ACCESSIBILITY
from cards.public.frame import Page
from cards.public.pieces import body, heading, link, words
from cards.public.site import Site

_AUTHORITY = "https://digst.dk/tilgaengelighed"


def accessibility_page(site: Site) -> Page:
    """How accessible the pages are, what is not, whom to write to, and where to complain."""
    title = say("public.accessibility")
    drawn = body(
        heading(1, say("public.accessibility.heading")),
        words(say("public.accessibility.lead"), "lead"),
        heading(2, say("public.accessibility.status")),
        words(say("public.accessibility.status.body")),
        heading(2, say("public.accessibility.lacks")),
        words(say("public.accessibility.lacks.body")),
        _bullets((say("public.accessibility.lacks.files"), say("public.accessibility.lacks.texts"))),
        words(say("public.accessibility.lacks.links")),
        words(say("public.accessibility.instead")),
        heading(2, say("public.accessibility.how")),
        words(say("public.accessibility.how.body")),
        heading(2, say("public.accessibility.contact")),
        words(say("public.accessibility.contact.body")),
        contact(site),
        heading(2, say("public.accessibility.complain")),
        tag(
            "p",
            say("public.accessibility.complain.body"),
            " ",
            link(_AUTHORITY, say("public.accessibility.authority")),
            ".",
        ),
        tag("p", say("public.accessibility.written"), class_="small"),
    )
    return Page(title=title, body=drawn, way=_way(site), here=ACCESSIBILITY)


def about_page(site: Site) -> Page:
    """What stands here, in which formats, and on which terms."""
    title = say("public.about")
    at = site.addresses
    formats = (
        (at.feed(None), say("public.about.feed")),
        (at.calendar(None), say("public.about.calendar")),
        (at.data(), say("public.about.data")),
        (at.at("sitemap.xml"), say("public.about.sitemap")),
    )
    drawn = body(
        heading(1, title),
        words(say("public.about.lead"), "lead"),
        heading(2, say("public.about.what")),
        words(say("public.about.what.body")),
        words(say("public.about.closed")),
        heading(2, say("public.about.proof")),
        words(say("public.about.proof.body")),
        heading(2, say("public.about.formats")),
        words(say("public.about.formats.body")),
        tag("ul", *(tag("li", link(address, name)) for address, name in formats)),
        heading(2, say("public.about.licence")),
        words(say("public.about.licence.body")),
        heading(2, say("public.about.privacy")),
        words(say("public.about.privacy.body")),
        heading(2, say("public.about.contact")),
        words(say("public.about.contact.body")),
        contact(site),
    )
    return Page(title=title, body=drawn, way=_way(site), here=ABOUT)


def contact(site: Site) -> Markup:
    """Whom the operator names, or the secretariats by their role: never a person."""
    named = clean(site.contact.strip())
    if not named:
        return words(say("public.contact.secretariat"))
    if is_followed(named):
        return tag("p", tag("a", named, href=named))
    if "@" in named and " " not in named:
        return tag("p", tag("a", named, href=f"mailto:{named}"))
    return words(named)


def _bullets(lines: Iterable[str]) -> Markup:
    return tag("ul", *(tag("li", each) for each in lines))


def _way(site: Site) -> tuple[tuple[str, str], ...]:
    return ((site.addresses.front(), say("public.front")),)
