"""A forum's page: its meetings by year with what was released of each, and what the forum is."""

from itertools import groupby

from markupsafe import Markup

from bot.domain.publication.public import PublicForum, PublicMeeting
from cards.html.markup import Child, join, tag
from cards.kit.words import say
from cards.public.addresses import COMMITMENTS, FUNDS, RESOLUTIONS
from cards.public.frame import Page
from cards.public.front import latest
from cards.public.pieces import body, day, day_words, facts, heading, link, listed, paper_title, span, words
from cards.public.search import search_form
from cards.public.site import Site

_MOST_LATEST, _A_PAGE = 5, 100


def forum_page(site: Site, forum: PublicForum, year: int | None) -> Page | None:
    """With the meetings of that year, or of the newest; None where there are none in it."""
    years = sorted({each.starts.year for each in forum.meetings}, reverse=True)
    if year is not None and year not in years:
        return None
    shown = year or (site.today.year if site.today.year in years else next(iter(years), None))
    published = tuple(each for each in site.latest if each.record.forum == forum.id)
    drawn = body(
        heading(1, forum.name),
        _ended(site, forum),
        _about(site, forum),
        _registers(site, forum),
        heading(2, say("public.front.latest")),
        latest(site, published[:_MOST_LATEST], of_one=True),
        heading(2, say("public.meetings"), "moeder"),
        _years(site, forum, years, shown),
        _meetings(site, forum, shown),
        heading(2, say("public.search.title")),
        search_form(site, forum.id),
    )
    title = forum.name if year is None else say("public.forum.title", forum=forum.name, aar=year)
    way = ((site.addresses.front(), say("public.front")),)
    return Page(
        title=title, body=drawn, way=way, forum=forum.id, description=say("public.forum.about", forum=forum.name)
    )


def _ended(site: Site, forum: PublicForum) -> Markup | None:
    """That it is over, since when, and which forum went on with it."""
    if forum.ended_at is None:
        return None
    heir = site.forums.get(forum.heir or "")
    goes_on: list[Child] = []
    if heir is not None:
        goes_on = [" ", say("public.heir"), " ", link(site.addresses.forum(heir.id), heir.name), "."]
    ended = tag("p", say("public.forum.ended"), " ", day(forum.ended_at.date()), ".", *goes_on)
    return tag("div", ended, class_="note")


def _about(site: Site, forum: PublicForum) -> Markup | None:
    parties = listed((tag("bdi", each) for each in forum.organisations), "plain") if forum.organisations else None
    ahead = site.next_meetings(forum)
    following = (
        tag("a", span(ahead[0].starts, ahead[0].ends), href=site.addresses.meeting(forum.id, ahead[0].id))
        if ahead
        else None
    )
    return facts(
        (
            (say("public.fact.region"), forum.region),
            (say("public.fact.next"), following),
            (say("public.fact.where"), forum.where),
            (say("public.fact.parties"), parties),
        )
    )


def _registers(site: Site, forum: PublicForum) -> Markup:
    named = (
        (site.addresses.register(RESOLUTIONS, forum.id), say("public.resolutions")),
        (site.addresses.register(COMMITMENTS, forum.id), say("public.commitments")),
        (site.addresses.register(FUNDS, forum.id), say("public.funds")),
        (site.addresses.calendar(forum.id), say("public.calendar")),
        (site.addresses.feed(forum.id), say("public.feed")),
    )
    links = tag("ul", *(tag("li", link(address, name)) for address, name in named), class_="files")
    return tag("nav", links, aria_label=say("public.forum.menu"))


def _years(site: Site, forum: PublicForum, years: list[int], shown: int | None) -> Markup | None:
    if len(years) < 2:
        return None
    links = (
        tag(
            "li",
            link(
                f"{site.addresses.forum(forum.id)}?aar={each}#moeder",
                say("public.meetings.of", aar=each),
                aria_current="page" if each == shown else None,
            ),
        )
        for each in years
    )
    return tag("nav", tag("ul", *links), aria_label=say("public.years"), class_="pages")


def _meetings(site: Site, forum: PublicForum, year: int | None) -> Markup:
    held = sorted((each for each in forum.meetings if each.starts.year == year), key=lambda each: each.starts)
    if not held:
        return words(say("public.no_meetings"))
    groups = [(ahead, list(some)) for ahead, some in groupby(held, key=lambda each: each.ends >= site.state.at)]
    return join(
        join(
            (
                heading(3, say("public.ahead" if ahead else "public.held")),
                listed(_meeting(site, forum, each) for each in some),
            )
        )
        for ahead, some in reversed(groups)
    )


def _meeting(site: Site, forum: PublicForum, meeting: PublicMeeting) -> Markup:
    to = tag("a", span(meeting.starts, meeting.ends), href=site.addresses.meeting(forum.id, meeting.id))
    cancelled = tag("p", tag("strong", say("public.cancelled"))) if meeting.is_cancelled else None
    papers = [each for each in site.papers_of(forum.id, meeting.id).values() if each.newest is not None]
    when = day_words(meeting.starts)
    links = (
        link(site.addresses.document(each.newest.record), say("public.of_day", papir=paper_title(each), dag=when))
        for each in papers
        if each.newest is not None
    )
    released = tag("ul", *(tag("li", each) for each in links), class_="files") if papers else None
    return join(
        (tag("p", to, class_="t"), words(meeting.place, "small") if meeting.place else None, cancelled, released)
    )
