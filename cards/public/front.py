"""The front page: every forum by region, the meetings that come, and what was released last."""

from itertools import groupby

from markupsafe import Markup

from bot.domain.documents.state import Kind
from bot.domain.publication.public import PublicForum, PublicMeeting, Published
from cards.html.markup import join, tag
from cards.kit.words import count, say
from cards.public.frame import Page
from cards.public.pieces import body, day, day_words, heading, link, listed, moment, record_title, span, words
from cards.public.search import search_form
from cards.public.site import Site

_MOST_AHEAD, _MOST_LATEST = 8, 10


def front(site: Site) -> Page:
    """Where somebody begins who knows nothing of it."""
    going = [each for each in site.state.forums if each.ended_at is None]
    ended = [each for each in site.state.forums if each.ended_at is not None]
    drawn = body(
        heading(1, say("public.site")),
        words(say("public.front.lead"), "lead"),
        search_form(site, None),
        tag(
            "div",
            tag("section", heading(2, say("public.front.ahead")), _ahead(site, going)),
            tag("section", heading(2, say("public.front.latest")), latest(site, site.latest[:_MOST_LATEST])),
            class_="wide two",
        ),
        heading(2, say("public.front.forums")),
        tag("div", _by_region(site, going), class_="wide"),
        *((heading(2, say("public.front.ended")), _cards(site, ended, 3)) if ended else ()),
    )
    return Page(title=say("public.site"), body=drawn, description=say("public.front.lead"))


def latest(site: Site, published: tuple[Published, ...], *, of_one: bool = False) -> Markup:
    """What was released last, or that nothing was."""
    if not published:
        return words(say("public.nothing"))
    return listed(_published(site, each, of_one=of_one) for each in published)


def _published(site: Site, each: Published, *, of_one: bool) -> Markup:
    record = each.record
    about_it = {"papir": record_title(record), "dag": day_words(record.starts)}
    is_before = record.kind in (Kind.AGENDA, Kind.SUPPLEMENT)
    said = say("public.latest.ahead", **about_it) if is_before else say("public.latest", **about_it)
    about = None if of_one else words(record.forum_name)
    when = tag("p", say("public.released"), " ", moment(each.release.visible_at), class_="small")
    return join((tag("p", link(site.addresses.document(record), said), class_="t"), about, when))


def _ahead(site: Site, forums: list[PublicForum]) -> Markup:
    ahead = sorted(
        ((meeting, forum) for forum in forums for meeting in site.next_meetings(forum)), key=lambda each: each[0].starts
    )
    if not ahead:
        return words(say("public.no_meetings"))
    return listed(_meeting(site, forum, meeting) for meeting, forum in ahead[:_MOST_AHEAD])


def _meeting(site: Site, forum: PublicForum, meeting: PublicMeeting) -> Markup:
    to = tag("a", span(meeting.starts, meeting.ends), href=site.addresses.meeting(forum.id, meeting.id))
    return join((tag("p", to, class_="t"), words(forum.name), words(meeting.place, "small") if meeting.place else None))


def _by_region(site: Site, forums: list[PublicForum]) -> Markup:
    if not forums:
        return words(say("public.no_forums"))
    in_order = sorted(forums, key=lambda each: (each.region, each.name))
    return join(
        join((heading(3, region or say("public.no_region")), _cards(site, list(some), 4)))
        for region, some in groupby(in_order, key=lambda each: each.region)
    )


def _cards(site: Site, forums: list[PublicForum], level: int) -> Markup:
    return listed((_forum(site, each, level) for each in sorted(forums, key=lambda each: each.name)), "cards")


def _forum(site: Site, forum: PublicForum, level: int) -> Markup:
    name = tag(f"h{level}", link(site.addresses.forum(forum.id), forum.name))
    ahead = site.next_meetings(forum)
    if forum.ended_at is not None:
        said = tag("p", say("public.ended"), " ", day(forum.ended_at.date()), class_="small")
    elif ahead:
        said = tag("p", say("public.next"), " ", day(ahead[0].starts.date()), class_="small")
    else:
        said = words(say("public.no_meetings"), "small")
    parties = words(count(len(forum.organisations), "part", "parter"), "small") if forum.organisations else None
    return join((name, said, parties))
