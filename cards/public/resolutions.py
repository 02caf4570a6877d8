"""All that was resolved, of one forum or of all, by year and by word: a form without script, and pages of fifty."""

from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from bot.domain.kernel.danish import fold
from cards.html.document import clean, lined
from cards.html.markup import join, tag
from cards.kit.words import count, say
from cards.public.addresses import RESOLUTIONS
from cards.public.frame import Page
from cards.public.item import outcome_words
from cards.public.pieces import body, day, heading, link, listed, pages, part
from cards.public.search import LONGEST, PAGE, WORD, YEAR, search_form
from cards.public.site import Case, Site

_SHOWN = 400  # characters of a resolution in a list


@dataclass(frozen=True)
class Found:
    """A resolution, with what words are looked for in."""

    case: Case

    @cached_property
    def folded(self) -> str:
        """Title and resolution as words are compared."""
        return fold(f"{self.case.item.title}\n{outcome_words(self.case.item)}\n{self.case.record.forum_name}")

    @property
    def year(self) -> int:
        """Of the meeting."""
        return self.case.record.starts.year


@dataclass(frozen=True)
class Register:
    """Every resolution of a site, kept as long as the site is."""

    site: Site
    found: dict[str | None, tuple[Found, ...]] = field(default_factory=dict)

    def of(self, forum: str | None) -> tuple[Found, ...]:
        """Those of that forum or of all, the latest first."""
        if forum not in self.found:
            cases = self.site.resolved(forum)
            self.found[forum] = tuple(Found(each) for each in cases if outcome_words(each.item))
        return self.found[forum]


def resolutions_page(
    register: Register, forum: str | None, word: str = "", year: int | None = None, number: int = 1
) -> Page | None:
    """Those with all these words, of that year; None where there is no page of that number."""
    site, word = register.site, clean(word)[:LONGEST].strip()
    every = register.of(forum)
    years = tuple(sorted({each.year for each in every} | ({year} if year else set()), reverse=True))
    wanted = fold(word).split()
    found = [each for each in every if year in (None, each.year) and all(one in each.folded for one in wanted)]
    shown = part(found, number)
    if shown is None:
        return None
    named = site.forums[forum].name if forum in site.forums and forum is not None else None
    title = say("public.resolutions.of", forum=named) if named else say("public.resolutions.all")
    drawn = body(
        heading(1, title),
        search_form(site, forum, word, year, years if len(years) > 1 else ()),
        tag("p", _counted(len(found), word), role="status"),
        listed(_resolution(site, each.case, of_all=forum is None) for each in shown.entries) if found else None,
        pages(number, shown.of, lambda page: _address(site, forum, word, year, page)),
    )
    return Page(
        title=title if number == 1 else say("public.page.title", titel=title, nr=number, af=shown.of),
        body=drawn,
        way=way_to(site, forum),
        here=RESOLUTIONS if forum is None else "",
        forum=forum,
        description=say("public.resolutions.about"),
    )


def way_to(site: Site, forum: str | None) -> tuple[tuple[str, str], ...]:
    """The pages above a list of one forum or of all."""
    front = (site.addresses.front(), say("public.front"))
    known = site.forums.get(forum or "")
    return (front,) if known is None else (front, (site.addresses.forum(known.id), known.name))


def _counted(number: int, word: str) -> str:
    if not number:
        return say("public.resolutions.none", ord=word) if word else say("public.resolutions.nothing")
    counted = count(number, "beslutning", "beslutninger")
    return (
        say("public.resolutions.found", antal=counted, ord=word)
        if word
        else say("public.resolutions.count", antal=counted)
    )


def _address(site: Site, forum: str | None, word: str, year: int | None, page: int) -> str:
    asked: dict[str, str | int | None] = {WORD: word, YEAR: year, PAGE: None if page == 1 else page}
    return site.addresses.register(RESOLUTIONS, forum, **asked)


def _resolution(site: Site, case: Case, *, of_all: bool) -> Markup:
    record, item = case.record, case.item
    to = link(site.addresses.item(record.forum, record.meeting, item.number), item.title)
    said = outcome_words(item)
    short = said if len(said) <= _SHOWN else f"{said[:_SHOWN]} …"

    when = join((day(record.starts.date()), *((", ", tag("bdi", clean(record.forum_name))) if of_all else ())))
    return join((tag("p", to, class_="t"), tag("p", lined(short), dir="auto"), tag("p", when, class_="small")))
