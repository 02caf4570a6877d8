"""What the channel sees of a proposal, and what each hears of it, as of the moment it leaves."""

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.proposals.notices import Event, ProposalNotice
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.desk import Desk
from bot.usecases.leaders import ruler_name
from bot.usecases.proposals.places import place_of
from bot.usecases.proposals.views import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.proposals import cards, triage
from cards.proposals import news as told
from storage import proposals


async def proposal(desk: Desk, notice: Notice) -> Card | Stale:
    """The living post of one that has no meeting."""
    found = await _told_of(desk, notice)
    return _stale() if found is None else cards.posted(view_of(desk, found))


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
    place = await place_of(desk, found)
    return triage.treated(view, is_left_out=place.is_sent and place.item is None)


async def outcome(desk: Desk, notice: Notice) -> Card | Stale:
    """Where the proposal stands after a decision, unless that is told by itself or is the proposer's own doing."""
    found = await _told_of(desk, notice)
    if found is None or await _is_told_later(desk, notice, found) or _is_own_doing(found, notice):
        return _stale()
    view = view_of(desk, found)
    place = await place_of(desk, found)
    words = triage.outcome_words(view, place=place.position, missing_from=place.missing_from)
    return triage.outcome(view, words, desk.called(notice))


async def news(desk: Desk, notice: Notice) -> Card | Stale:
    """What the secretariat hears, unless the proposal was withdrawn since."""
    found, what = await _told_of(desk, notice), Event(str(notice.subject["what"]))
    if found is None or (found.status is ProposalStatus.WITHDRAWN and what is not Event.WITHDRAWN):
        return _stale()
    words = found.words
    if what is Event.ELABORATED:
        words = found.dialogue.answers[-1].words if found.dialogue.answers else ""
    return told.news(view_of(desk, found, with_dialogue=True), what, words, _changed(notice), desk.called(notice))


async def leader(desk: Desk, notice: Notice) -> Card | Stale:
    """The question to the meeting leader as it stands, who answered it, or that nothing is asked any more.

    What was asked anew or came to nothing before it was sent is not said.
    """
    found, is_sent = await _told_of(desk, notice), notice.activity is not None
    if found is None or (not is_sent and await _is_told_later(desk, notice, found)):
        return _stale()
    ruling, asked = found.dialogue.ruling, notice.subject.get("revision")
    if is_sent and ruling is not None and isinstance(asked, int) and asked <= ruling.asked:
        return told.answered(view_of(desk, found), ruler_name(desk, found) or "", stays=ruling.stays)
    if found.dialogue.leader is None:
        return told.over(view_of(desk, found)) if is_sent else _stale()
    return told.to_leader(view_of(desk, found, with_dialogue=True), desk.called(notice))


async def changed(desk: Desk, notice: Notice) -> Card | Stale:
    """What the proposer hears of a change."""
    found, what = await _told_of(desk, notice), Event(str(notice.subject["what"]))
    if found is None:
        return _stale()
    words = str(notice.subject.get("words", ""))
    return told.to_proposer(view_of(desk, found), what, words, _changed(notice), desk.called(notice))


async def _told_of(desk: Desk, notice: Notice) -> Proposal | None:
    number = notice.subject.get("proposal")
    return await proposals.by_id(desk.conn, desk.forum.id, number) if isinstance(number, int) else None


async def _is_told_later(desk: Desk, notice: Notice, proposal: Proposal) -> bool:
    """Whether the same is told of a later revision, so that this is said once, as it is by now."""
    told, kind, recipient = notice.subject.get("revision"), ProposalNotice(notice.kind), notice.recipient or ""
    first = told + 1 if isinstance(told, int) else proposal.revision
    later = range(first, proposal.revision + 1)
    return any([await desk.told(kind, proposal.id, each, recipient=recipient) is not None for each in later])


def _is_own_doing(proposal: Proposal, notice: Notice) -> bool:
    """Whether the proposer answered the question, or took it all back, before they heard of this."""
    is_answered = notice.subject.get("decided") == ProposalStatus.NEEDS_INFO.value
    return proposal.status is ProposalStatus.WITHDRAWN or (is_answered and proposal.status is ProposalStatus.RECEIVED)


def _changed(notice: Notice) -> tuple[str, ...]:
    names = notice.subject.get("changed")
    return tuple(map(str, names)) if isinstance(names, list | tuple) else ()


def _stale() -> Stale:
    return Stale(say("stale.proposal_changed"))
