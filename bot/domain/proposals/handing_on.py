"""A proposal that another forum goes on with: what it is there, and what is left of it where it was made."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import Origin, organisation_in, organisations_of, person_in
from bot.domain.kernel.settings import secretariat
from bot.domain.kernel.stations import Sender
from bot.domain.proposals.proposers import CIRCLES
from bot.domain.proposals.rules import right_of
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.domain.proposals.triage import settled


def taken_over(
    heir: Forum,
    content: Content,
    origin: Origin,
    *,
    number: int,
    now: datetime,
    proposer: str | None = None,
    behalf: str | None = None,
    sender: Sender | None = None,
) -> Proposal:
    """A proposal of the heir's, for no meeting yet; what nobody there proposed is its secretariat's to look after.

    What a third forum sent keeps its sender, who hears of what becomes of it.
    """
    right = None if proposer is None else right_of(heir, proposer, behalf, content.basis, now.date())
    return Proposal(
        id=0,
        forum=heir.id,
        year=now.year,
        number=number,
        revision=1,
        meeting=None,
        proposer=proposer or (secretariat(heir, now.date())[0] if sender is None else None),
        on_behalf_of=behalf,
        by_right=right is not None,
        content=content,
        status=ProposalStatus.RECEIVED,
        received_at=now,
        sender=sender,
        origin=origin,
    )


def as_it_stood(new: Proposal, old: Proposal, put_off: str) -> Proposal:
    """The heir's proposal with what was said of the old one; one that had a place on an agenda waits, with that word.

    What a meeting leader was asked or settled was about a meeting of the other forum.
    """
    dialogue = replace(old.dialogue, leader=None, ruling=None)
    had_place = old.status is ProposalStatus.ACCEPTED
    return replace(
        new,
        status=ProposalStatus.POSTPONED if had_place else old.status,
        words=put_off if had_place else old.words,
        received_at=old.received_at,
        dialogue=dialogue,
    )


def handed_on(old: Proposal, words: str) -> Proposal:
    """What is left: it is closed, and says where it went."""
    gone = replace(settled(old), postponed_from=old.meeting or old.postponed_from)
    return replace(gone, status=ProposalStatus.HANDED_ON, meeting=None, words=words)


def proposer_in(heir: Forum, forum: Forum, old: Proposal, now: datetime) -> tuple[str | None, str | None]:
    """Who has proposed it in the heir, if anybody there has, and on whose behalf."""
    proposer = person_in(heir, forum, old.proposer, now.date())
    return proposer, next(_behalves(heir, forum, old, is_known=proposer is not None), None)


def _behalves(heir: Forum, forum: Forum, old: Proposal, *, is_known: bool) -> Iterator[str]:
    party = old.on_behalf_of
    named = organisation_in(heir, forum.organisation(party))
    if named is not None:
        yield named
    circles = (each.id for each in heir.charter.agenda.proposers if each.id not in CIRCLES)
    yield from (each for each in circles if each == party)
    if not is_known:  # whose it was is told at least by the organisation
        found = (organisation_in(heir, each) for each in organisations_of(forum, old.proposer))
        yield from (each for each in found if each is not None)
