"""The form by which resolutions are looked for: it needs no script, and what was asked stands in the address."""

from markupsafe import Markup

from cards.html.document import clean
from cards.html.markup import tag
from cards.kit.words import say
from cards.public.addresses import RESOLUTIONS
from cards.public.site import Site

LONGEST = 100
"""As many characters of what is looked for."""
YEAR, WORD, PAGE = "aar", "ord", "side"
"""What an address may ask."""


def search_form(
    site: Site, forum: str | None, word: str = "", year: int | None = None, years: tuple[int, ...] = ()
) -> Markup:
    """By word and, where there are several, by year."""
    return tag(
        "form",
        tag(
            "div",
            tag("label", say("public.search.word"), for_=WORD),
            tag("input", type="search", id=WORD, name=WORD, value=clean(word), maxlength=LONGEST),
        ),
        _years(year, years) if years else None,
        tag("button", say("public.search.btn"), type="submit"),
        role="search",
        method="get",
        action=site.addresses.register(RESOLUTIONS, forum),
    )


def _years(chosen: int | None, years: tuple[int, ...]) -> Markup:
    every = tag("option", say("public.search.every_year"), value="")
    options = (tag("option", str(each), value=each, selected=each == chosen) for each in years)
    return tag(
        "div",
        tag("label", say("public.search.year"), for_=YEAR),
        tag("select", every, *options, id=YEAR, name=YEAR),
    )
