"""The answer to a letter is registered by hand, later ones in its place; what waits can be taken back."""

from dataclasses import replace
from datetime import date

from bot.domain.kernel.danish import clean_text, parse_past_date
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.stations import Stage
from bot.domain.proposals.notices import Event
from bot.domain.proposals.rules import LONGEST_TEXT
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.domain.proposals.triage import is_open
from bot.domain.referrals import rules
from bot.domain.referrals.actions import ReferralAction, RegisterAnswer, TakeBackReferral
from bot.domain.referrals.state import Referral
from bot.usecases.beside import beside
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals.places import place_of
from bot.usecases.proposals.telling import store as store_proposal
from bot.usecases.proposals.telling import tell_secretariat
from bot.usecases.proposals.triage import take_off
from bot.usecases.referrals.views import view_of
from bot.usecases.rights import require_secretariat
from bot.usecases.telling import tell_changed
from bot.usecases.telling_back import keep_told
from cards.kit.elements import Card
from cards.kit.words import say
from cards.referrals import cards
from storage import proposals
from storage import referrals as store


async def register(desk: WritingDesk, actor: str, action: RegisterAnswer) -> Card:
    """Keep the answer, which the proposer hears of."""
    require_secretariat(desk, actor)
    referral = await found(desk, action)
    check_place(desk, referral)
    if not action.words.strip():
        raise Refusal("missing_answer", field="words")
    words = clean_text(action.words, Term("referral.field.answer"), LONGEST_TEXT)
    after = rules.answered(referral, words, _day(desk, action.answered_on))
    stored = await keep_told(desk, actor, referral, after, "referral.answered")
    told = [say("referral.done.answered.told")] if await _has_other_proposer(desk, actor, stored) else []
    return cards.one(await view_of(desk, actor, stored), outcome=[say("referral.done.answered"), *told])


async def take_back(desk: WritingDesk, actor: str, action: TakeBackReferral) -> Card:
    """It is not to be answered after all: there it is withdrawn, and here it waits again."""
    require_secretariat(desk, actor)
    referral = await found(desk, action)
    after = rules.taken_back(referral, desk.today)
    await _withdraw_there(desk, referral)
    stored = await keep_told(desk, actor, referral, after, "referral.taken_back")
    await _wait_again(desk, actor, stored)
    words = say("referral.done.taken_back", til=stored.details.body_name)
    return cards.one(await view_of(desk, actor, stored), outcome=[words])


async def found(desk: Desk, action: ReferralAction) -> Referral:
    """The referral that is meant; Refusal("referral_unknown")."""
    referral = await store.by_number(desk.conn, desk.forum.id, action.number, action.year)
    if referral is None:
        raise Refusal("referral_unknown", nr=action.number, forum=desk.forum.name)
    return referral


def check_place(desk: Desk, referral: Referral) -> None:
    """What is said of a closed case is written where nobody else reads along."""
    if referral.details.is_closed and desk.is_public:
        raise Refusal("referral_closed")


async def _withdraw_there(desk: WritingDesk, referral: Referral) -> None:
    """Off the draft there, and its secretariat hears of it; Refusal("referral_sent_there") once it was sent.

    What was sent on from there is withdrawn as well, so that nobody takes up what nobody asks for any more.
    """
    if referral.receiver is None or referral.received is None:
        return
    there = await beside(desk, referral.receiver)
    proposal = await proposals.by_id(there.conn, there.forum.id, referral.received)
    if proposal is None or not (is_open(proposal.status) or proposal.status is ProposalStatus.FORWARDED):
        return
    if (await place_of(there, proposal)).sent_for is not None:
        raise Refusal("referral_sent_there", forum=there.forum.name)
    await take_off(there, proposal)
    withdrawn = replace(proposal, status=ProposalStatus.WITHDRAWN, words="")
    stored = await proposals.save(there.conn, withdrawn)
    facts = {name: getattr(stored, name) for name in ("number", "year", "revision", "meeting")}
    await there.log(None, "proposal.withdrawn", **facts, from_forum=desk.forum.id)
    await tell_changed(there, stored)
    await tell_secretariat(there, "", stored, Event.WITHDRAWN)


async def _wait_again(desk: WritingDesk, actor: str, referral: Referral) -> None:
    origin = await _origin(desk, referral)
    if origin is None or origin.status is not ProposalStatus.FORWARDED:
        return
    others = await store.of_proposal(desk.conn, desk.forum.id, origin.id)
    if not any(each.is_open for each in others):
        await store_proposal(desk, actor, replace(origin, status=ProposalStatus.RECEIVED), "proposal.undecided")


async def _origin(desk: Desk, referral: Referral) -> Proposal | None:
    return None if referral.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, referral.proposal)


async def _has_other_proposer(desk: Desk, actor: str, referral: Referral) -> bool:
    origin = await _origin(desk, referral)
    is_answered = bool(referral.details.back) and referral.details.back[-1].stage is Stage.ANSWERED
    return is_answered and origin is not None and origin.proposer not in (None, actor)


def _day(desk: Desk, typed: str) -> date:
    """The day that was typed, else today."""
    if not typed.strip():
        return desk.today
    try:
        day = parse_past_date(typed, desk.today)
    except Refusal:
        raise Refusal("referral_bad_date", field="answered_on") from None
    if day > desk.today:
        raise Refusal("referral_future", field="answered_on")
    return day
