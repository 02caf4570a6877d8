"""The proof that a paper stands where the charter wants it: a link, by whom and when."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.publication import rules
from bot.domain.publication.actions import InsertLink, OpenLink
from bot.domain.publication.links import checked_link
from bot.domain.publication.rules import Standing
from bot.domain.publication.settings import publishes
from bot.domain.publication.state import Paper, Proof
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.made_public import show_anew
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.publication.loading import THE, found, may_publish, require_prover, view_of
from bot.usecases.publication.queries import shown_of
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card
from cards.kit.words import say
from cards.publication import cards
from storage import publication_proofs as store


async def open_form(desk: Desk, actor: str, action: OpenLink) -> Card:
    """The form for the link."""
    require_prover(desk, actor)
    return await _form(desk, actor, *await _checked(desk, action))


async def insert(desk: WritingDesk, actor: str, action: InsertLink) -> Card:
    """Keep the link as the proof; the same again is answered again, and whoever did not see another one is told."""
    require_prover(desk, actor)
    meeting, standing = await _checked(desk, action)
    document, link = standing.document, checked_link(action.link)
    known = await _known(desk, meeting, document.paper)
    if known is not None and known.dead_since is None and (known.link, known.extent) == (link, document.extent):
        return await shown_of(desk, actor, meeting, say("publication.done.linked"))
    if action.seen not in (None, 0 if known is None else known.number):
        raise _other(desk, known)
    proof = Proof(
        forum=desk.forum.id,
        number=0,
        meeting=meeting.id,
        paper=document.paper,
        extent=document.extent,
        link=link,
        by=actor,
        at=desk.now,
    )
    await _log(desk, actor, await store.add(desk.conn, proof))
    await show_anew(desk, meeting)
    return await shown_of(desk, actor, meeting, _outcome(desk, known, proof))


async def as_refused(desk: Desk, actor: str, action: OpenLink | InsertLink) -> Card | None:
    """The form with what was typed, to those who may say it."""
    if not (may_publish(desk, actor) or is_secretariat(desk, actor)):
        return None
    try:
        meeting, standing = await _checked(desk, action)
    except Refusal:
        return None
    typed = action.link if isinstance(action, InsertLink) else ""
    return typed_on(desk, await _form(desk, actor, meeting, standing, typed))


async def _form(desk: Desk, actor: str, meeting: Meeting, standing: Standing, typed: str = "") -> Card:
    known = await _known(desk, meeting, standing.document.paper)
    view = await view_of(desk, actor, meeting, standing)
    return cards.link_form(desk.forum.id, view, 0 if known is None else known.number, typed)


async def _known(desk: Desk, meeting: Meeting, paper: Paper) -> Proof | None:
    """The link that counts by now."""
    every = await store.of_meeting(desk.conn, desk.forum.id, meeting.id)
    return next((each for each in reversed(every) if each.paper is paper), None)


def _other(desk: Desk, known: Proof | None) -> Refusal:
    """That somebody gave another link meanwhile."""
    if known is None:
        return Refusal("bad_card")
    return Refusal("link_changed", navn=desk.name_of(known.by), link=known.link)


def _outcome(desk: Desk, known: Proof | None, proof: Proof) -> str:
    """What was done, and in whose place where the same paper was said to stand elsewhere."""
    if known is None or known.extent != proof.extent or known.link == proof.link:
        return say("publication.done.linked")
    return say("publication.done.linked.instead", navn=desk.name_of(known.by), link=known.link)


async def _log(desk: WritingDesk, actor: str, proof: Proof) -> None:
    where = {"meeting": proof.meeting, "paper": proof.paper.value, "number": proof.number}
    await desk.log(actor, "publication.linked", **where, texts={"link": proof.link})


async def _checked(desk: Desk, action: OpenLink | InsertLink) -> tuple[Meeting, Standing]:
    """The paper that is meant, which has left; a Refusal where it has not, or is not made public."""
    meeting, standing = await found(desk, action)
    paper = standing.document.paper
    wanted = publishes(desk.forum, paper, meeting.day)
    if wanted is None:
        raise Refusal("publication_unsettled", papir=Term(THE[paper]))
    rules.check_wanted(standing.document, wanted)
    return meeting, standing
