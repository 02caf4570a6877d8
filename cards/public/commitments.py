"""What was promised at meetings, by whom and until when, of one forum or of all."""

from markupsafe import Markup

from bot.domain.documents.state import Commitment
from cards.html.markup import join, tag
from cards.kit.words import say
from cards.public.addresses import COMMITMENTS
from cards.public.frame import Page
from cards.public.item import commitment
from cards.public.pieces import body, day_words, heading, link, listed, pages, part, words
from cards.public.resolutions import way_to
from cards.public.search import PAGE
from cards.public.site import Case, Site


def commitments_page(site: Site, forum: str | None, number: int = 1) -> Page | None:
    """What is still to be done first, what falls due first foremost; None where there is no page of that number."""
    found = [(each, case) for case in site.resolved(forum) for each in case.item.commitments]
    found.sort(key=lambda pair: (pair[0].is_done, pair[0].due is None, pair[0].due or pair[1].record.starts.date()))
    shown = part(found, number)
    if shown is None:
        return None
    known = site.forums.get(forum or "")
    title = say("public.commitments.of", forum=known.name) if known else say("public.commitments.all")
    drawn = body(
        heading(1, title),
        words(say("public.commitments.about"), "lead"),
        listed(_one(site, *each) for each in shown.entries) if found else words(say("public.commitments.none")),
        pages(number, shown.of, lambda page: _address(site, forum, page)),
    )
    return Page(
        title=title if number == 1 else say("public.page.title", titel=title, nr=number, af=shown.of),
        body=drawn,
        way=way_to(site, forum),
        here=COMMITMENTS if forum is None else "",
        forum=forum,
        description=say("public.commitments.about"),
    )


def _address(site: Site, forum: str | None, page: int) -> str:
    return site.addresses.register(COMMITMENTS, forum, **{PAGE: None if page == 1 else page})


def _one(site: Site, promised: Commitment, case: Case) -> Markup:
    record, item = case.record, case.item
    said = say("public.commitment.from", punkt=item.title, dag=day_words(record.starts))
    to = link(site.addresses.item(record.forum, record.meeting, item.number), said)
    return join((commitment(promised), tag("p", to, class_="small")))
