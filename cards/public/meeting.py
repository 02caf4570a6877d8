"""A meeting's page: when and where it is, every document with all its editions and what became of them, its items."""

from typing import Any

from markupsafe import Markup

from bot.domain.publication.public import PublicForum, PublicMeeting, Published
from bot.domain.publication.state import Release
from cards.html.document import lined
from cards.html.markup import Child, join, tag
from cards.kit.words import medium_date, say
from cards.public.frame import Page
from cards.public.pieces import body, day_words, facts, files, heading, link, listed, moment, paper_title, span, words
from cards.public.site import Paper, Site

_MOST_ITEMS = 100


def meeting_page(site: Site, forum: PublicForum, meeting: PublicMeeting) -> Page:
    """The meeting, whatever was released of it."""
    papers = tuple(site.papers_of(forum.id, meeting.id).values())
    title = meeting_title(meeting)
    drawn = body(
        heading(1, title),
        tag("div", tag("p", tag("strong", say("public.cancelled.body"))), class_="note")
        if meeting.is_cancelled
        else None,
        facts(
            (
                (say("public.fact.forum"), link(site.addresses.forum(forum.id), forum.name)),
                (say("public.fact.when"), span(meeting.starts, meeting.ends)),
                (say("public.fact.place"), meeting.place),
                (say("public.fact.host"), meeting.host),
            )
        ),
        heading(2, say("public.documents")),
        join(_paper(site, each) for each in papers) if papers else words(say("public.meeting.nothing")),
        _items(site, forum.id, meeting.id),
    )
    return Page(
        title=title,
        body=drawn,
        way=way_to_forum(site, forum),
        forum=forum.id,
        description=say("public.meeting.about", forum=forum.name, dag=day_words(meeting.starts)),
        event=_event(forum, meeting),
    )


def meeting_title(meeting: PublicMeeting) -> str:
    """Like »Mødet den 16. marts 2027«."""
    return say("public.meeting.title", dag=day_words(meeting.starts))


def way_to_forum(site: Site, forum: PublicForum) -> tuple[tuple[str, str], ...]:
    """The pages above a meeting."""
    return (site.addresses.front(), say("public.front")), (site.addresses.forum(forum.id), forum.name)


def way_to_meeting(site: Site, forum: PublicForum, meeting: PublicMeeting) -> tuple[tuple[str, str], ...]:
    """The pages above what lies within a meeting."""
    return *way_to_forum(site, forum), (site.addresses.meeting(forum.id, meeting.id), meeting_title(meeting))


def taken_back(release: Release) -> Markup:
    """That a document is no longer to be seen, since when and why."""
    when = [] if release.taken_back_at is None else [" ", moment(release.taken_back_at)]
    why = tag("p", lined(release.taken_back_words), dir="auto") if release.taken_back_words else None
    return tag("div", tag("p", tag("strong", say("public.taken_back")), *when, "."), why, class_="note")


def edition_words(paper: Paper, each: Published) -> Markup | None:
    """What an edition says of how it differs from the one before: nothing of the first."""
    if each.release.edition == 1 and not each.release.words:
        return None
    said: list[Child] = [tag("strong", say("public.corrected"))]
    if each.release.words:
        said += [" ", lined(each.release.words)]
    return tag("p", *said, dir="auto")


def _paper(site: Site, paper: Paper) -> Markup:
    titled = heading(3, paper_title(paper), paper.slug)
    if (newest := paper.newest) is None:
        return join((titled, *map(taken_back, paper.taken_back)))
    record = newest.record
    read = link(site.addresses.document(record), say("public.read", papir=paper_title(paper)))
    told = tag("p", say("public.released"), " ", moment(newest.release.visible_at), ".", class_="small")
    return join(
        (
            titled,
            tag("p", read, class_="t"),
            told,
            edition_words(paper, newest),
            files(site, record),
            _earlier(site, paper),
        )
    )


def _earlier(site: Site, paper: Paper) -> Markup | None:
    """Every edition before the newest, so that a correction can be seen."""
    before = [(each.release, _edition(site, paper, each)) for each in paper.editions[:-1]]
    before += [(each, taken_back(each)) for each in paper.taken_back]
    if not before:
        return None
    in_order = sorted(before, key=lambda each: each[0].edition, reverse=True)
    return join((heading(4, say("public.editions")), listed(drawn for _, drawn in in_order)))


def _edition(site: Site, paper: Paper, each: Published) -> Markup:
    number = each.release.edition
    said = say("public.edition", papir=paper_title(paper), nr=number)
    read = tag("p", link(site.addresses.document(each.record, number), said))
    when = tag("p", say("public.released"), " ", moment(each.release.visible_at), ".", class_="small")
    return join((read, when, edition_words(paper, each)))


def _items(site: Site, forum: str, meeting: str) -> Markup | None:
    """What is open with its page, and of what is closed the number."""
    lines = {
        number: tag("li", link(site.addresses.item(forum, meeting, number), f"{number}. {case.item.title}"))
        for number, case in site.cases_of(forum, meeting).items()
    }
    newest = [each.newest for each in site.papers_of(forum, meeting).values() if each.newest is not None]
    closed = {item.number for each in newest for item in each.record.items if item.is_closed}
    lines |= {number: tag("li", f"{number}. {say('agenda.closed_item')}") for number in closed - set(lines)}
    if not lines:
        return None
    shown = (lines[number] for number in sorted(lines)[:_MOST_ITEMS])
    return join((heading(2, say("public.items")), tag("ul", *shown, class_="plain")))


def _event(forum: PublicForum, meeting: PublicMeeting) -> dict[str, Any]:
    """The meeting as schema.org knows it."""
    status = "EventCancelled" if meeting.is_cancelled else "EventScheduled"
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": say("public.event", forum=forum.name, dag=medium_date(meeting.starts.date())),
        "startDate": meeting.starts.isoformat(),
        "endDate": meeting.ends.isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "organizer": {"@type": "Organization", "name": forum.name},
        "inLanguage": "da",
    }
    return told | ({"location": {"@type": "Place", "name": meeting.place}} if meeting.place else {})
