"""What a document's code is: which meeting's document, which version, and when it left; nothing of what it says."""

from markupsafe import Markup

from bot.domain.documents.proof import Proof, Sort
from cards.html.document import clean
from cards.html.markup import tag
from cards.kit.words import keyed, say
from cards.public.frame import Page
from cards.public.meeting import meeting_title
from cards.public.pieces import body, facts, heading, link, moment, words
from cards.public.site import Site

SORTS = keyed(Sort, "public.sort")


def proof_page(site: Site, proof: Proof) -> Page:
    """That we issued the code, and of what."""
    forum = site.forums.get(proof.forum)
    title = say("public.proof.found")
    standing = tag("p", tag("strong", say("public.proof.newest" if proof.is_newest else "public.proof.older")))
    drawn = body(
        heading(1, title),
        tag("div", standing, class_="resolution" if proof.is_newest else "note"),
        facts(
            (
                (say("public.fact.forum"), link(site.addresses.forum(forum.id), forum.name) if forum else None),
                (say("public.fact.meeting"), _meeting(site, proof)),
                (say("public.fact.document"), say(SORTS[proof.sort])),
                (say("public.fact.version"), str(proof.version) if proof.version is not None else None),
                (say("public.fact.left"), moment(proof.at)),
                (say("public.fact.entry"), say("public.proof.entry", nr=proof.seq)),
                (say("public.fact.code"), tag("code", clean(proof.code))),
            )
        ),
        words(say("public.proof.means")),
    )
    return Page(title=title, body=drawn, way=_way(site), is_found=False)


def no_proof_page(site: Site) -> Page:
    """That nobody issued such a code, or that what is asked is none."""
    title = say("public.proof.none")
    drawn = body(heading(1, title), words(say("public.proof.none.body")), words(say("public.proof.means")))
    return Page(title=title, body=drawn, way=_way(site), is_found=False)


def _meeting(site: Site, proof: Proof) -> Markup | None:
    meeting = site.meetings.get((proof.forum, proof.meeting))
    return link(site.addresses.meeting(proof.forum, meeting.id), meeting_title(meeting)) if meeting else None


def _way(site: Site) -> tuple[tuple[str, str], ...]:
    return ((site.addresses.front(), say("public.front")),)
