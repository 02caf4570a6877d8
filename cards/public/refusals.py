"""Pages that say why there is none.

Nothing is there, it was taken back or erased, too much was asked for, or the fault is ours.
"""

from enum import StrEnum

from bot.domain.publication.state import Release
from cards.html.markup import tag
from cards.kit.words import keyed, say
from cards.public.frame import Page
from cards.public.meeting import taken_back
from cards.public.pieces import PAPERS, body, heading, link, words
from cards.public.site import Site


class Why(StrEnum):
    """Why there is no page."""

    NOT_FOUND = "not_found"
    NOT_ASKED = "not_asked"
    OVER = "over"
    FAILED = "failed"
    TOO_HEAVY = "too_heavy"
    GONE = "gone"


_TITLES, _BODIES = keyed(Why, "public.why", ".title"), keyed(Why, "public.why", ".body")


def refusal_page(site: Site, why: Why, **facts: object) -> Page:
    """One sentence, and the way to the front page."""
    title = say(_TITLES[why])
    back = tag("p", link(site.addresses.front(), say("public.to_front")))
    return Page(title=title, body=body(heading(1, title), words(say(_BODIES[why], **facts)), back), is_found=False)


def gone_page(site: Site, release: Release) -> Page:
    """That a document was taken back, when and why; nothing of what it said."""
    title = say("public.gone.title", papir=say(PAPERS[release.kind], nr=1))
    forum = site.forums.get(release.forum)
    back = link(site.addresses.meeting(release.forum, release.meeting), say("public.to_meeting"))
    above = () if forum is None else ((site.addresses.forum(forum.id), forum.name),)
    way = ((site.addresses.front(), say("public.front")), *above)
    return Page(title=title, body=body(heading(1, title), taken_back(release), tag("p", back)), way=way, is_found=False)
