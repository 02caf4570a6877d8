"""The money that each decision was about, with sums for each year: what minutes say, and no bookkeeping of ours."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from markupsafe import Markup

from bot.domain.minutes.state import Outcome
from cards.html.document import clean
from cards.html.markup import join, tag
from cards.kit.words import money, say
from cards.minutes.sentence import OUTCOMES
from cards.public.addresses import FUNDS
from cards.public.frame import Page
from cards.public.pieces import body, day, heading, link, pages, part, words
from cards.public.resolutions import way_to
from cards.public.search import PAGE
from cards.public.site import Case, Site

_GRANTED = frozenset({Outcome.APPROVED, Outcome.APPROVED_CHANGED, Outcome.LOCAL_INITIATIVE})


def funds_page(site: Site, forum: str | None, number: int = 1) -> Page | None:
    """Every item with an amount that something was resolved on, year by year; None where there is no such page."""
    found = [each for each in site.resolved(forum) if each.item.amount is not None and each.item.outcome is not None]
    shown = part(found, number)
    if shown is None:
        return None
    known = site.forums.get(forum or "")
    title = say("public.funds.of", forum=known.name) if known else say("public.funds.all")
    drawn = body(
        heading(1, title),
        words(say("public.funds.about"), "lead"),
        None if found else words(say("public.funds.none")),
        *(_year(site, year, list(some), found) for year, some in groupby(shown.entries, key=_year_of)),
        pages(number, shown.of, lambda page: _address(site, forum, page)),
    )
    return Page(
        title=title if number == 1 else say("public.page.title", titel=title, nr=number, af=shown.of),
        body=drawn,
        way=way_to(site, forum),
        here=FUNDS if forum is None else "",
        forum=forum,
        description=say("public.funds.about"),
    )


def _address(site: Site, forum: str | None, page: int) -> str:
    return site.addresses.register(FUNDS, forum, **{PAGE: None if page == 1 else page})


def _year_of(case: Case) -> int:
    return case.record.starts.year


def _year(site: Site, year: int, shown: Sequence[Case], every: Sequence[Case]) -> Markup:
    """The table of a year, with the sum of the whole year, also where it goes on on another page."""
    caption = say("public.funds.caption", aar=year)
    names = (say("public.funds.meeting"), say("public.funds.item"), say("public.funds.outcome"))
    head = [
        *(tag("th", each, scope="col") for each in names),
        tag("th", say("public.funds.amount"), scope="col", class_="num"),
    ]
    granted = sum(
        (_amount(each) for each in every if _year_of(each) == year and each.item.outcome in _GRANTED), Decimal()
    )
    total = (
        tag("th", say("public.funds.sum", aar=year), scope="row", colspan=3),
        tag("td", money(granted), class_="num"),
    )
    drawn = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *head)),
        tag("tbody", *(_row(site, each) for each in shown)),
        tag("tfoot", tag("tr", *total)),
    )
    framed = tag("div", drawn, class_="table", role="region", aria_label=caption, tabindex=0)
    return join((heading(2, str(year)), framed))


def _amount(case: Case) -> Decimal:
    return case.item.amount or Decimal()


def _row(site: Site, case: Case) -> Markup:
    record, item = case.record, case.item
    to = link(site.addresses.item(record.forum, record.meeting, item.number), item.title)
    return tag(
        "tr",
        tag("td", day(record.starts.date()), tag("br"), tag("bdi", clean(record.forum_name), class_="small")),
        tag("th", to, scope="row"),
        tag("td", say(OUTCOMES[item.outcome]) if item.outcome else ""),
        tag("td", money(_amount(case)), class_="num"),
    )
