"""What the channel sees of a proposal, and what secretariat and proposer hear, as of the moment it leaves."""

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.desk import Desk
from bot.usecases.proposals.views import place_on_agenda, view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.proposals import cards, triage
from storage import proposals


async def proposal(desk: Desk, notice: Notice) -> Card | Stale:
    """The living post of one that has no meeting."""
    found = await _told_of(desk, notice)
    return Stale(say("stale.proposal_changed")) if found is None else cards.posted(view_of(desk, found))


async def received(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: the proposal to treat; of one that was treated meanwhile, what came of it.

    Where that happens before the word has left, there is nothing to tell any more.
    """
    found, is_news = await _told_of(desk, notice), notice.activity is None
    if found is None:
        return Stale(say("stale.proposal_changed"))
    view = view_of(desk, found)
    if found.status is ProposalStatus.RECEIVED:
        return cards.posted(view, desk.called(notice) if is_news else None)
    if is_news:
        return Stale(say("stale.proposal_treated"))
    return triage.treated(view)


async def outcome(desk: Desk, notice: Notice) -> Card | Stale:
    """What was decided, unless something else was decided since."""
    found = await _told_of(desk, notice)
    if found is None or found.revision != notice.subject.get("revision"):
        return Stale(say("stale.proposal_changed"))
    view = view_of(desk, found)
    words = triage.outcome_words(view, place=await place_on_agenda(desk, found))
    return triage.outcome(view, words, desk.called(notice))


async def _told_of(desk: Desk, notice: Notice) -> Proposal | None:
    number = notice.subject.get("proposal")
    return await proposals.by_id(desk.conn, desk.forum.id, number) if isinstance(number, int) else None
