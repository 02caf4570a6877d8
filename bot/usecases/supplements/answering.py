"""Those who approve agendas answer about a supplement, answer otherwise and take it back, each for their seats."""

from dataclasses import replace

from bot.domain.approval import rules as approving
from bot.domain.approval.seats import answered_for, seats_of, taken_back_for
from bot.domain.approval.state import ApprovalRound, Response
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.supplements.actions import AnswerSupplement, SupplementAction, TakeBackSupplement
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.supplements import rounds, telling
from bot.usecases.supplements.loading import Sent, ahead
from bot.usecases.supplements.views import view_of
from cards.kit.elements import Card
from cards.kit.words import medium_date_time, say
from cards.supplements.view import LONGEST_WORDS, done_words, supplement
from storage import supplements as store


async def answer(desk: WritingDesk, actor: str, action: AnswerSupplement) -> Card:
    """Keep an approver's answer, for every seat that it counts for."""
    found, before = await _asked_of(desk, actor, action)
    words = clean_text(action.words, Term("approval.field.remarks"), LONGEST_WORDS, required=False)
    verdict = approving.with_words(action.verdict, words)
    until = approving.changeable_until(before, None)
    after = before
    for seat in answered_for(before, actor, verdict, now=desk.now, until=until, is_over=False):
        given = Response(
            person=seat,
            verdict=verdict,
            words=words,
            version=before.version if action.revision is None else action.revision,
            at=desk.now,
            account=None if desk.account is None else desk.account.written,
            given_by=None if seat == actor else actor,
        )
        after = _respond(after, given, desk, found)
    found = await _keep(desk, found, before, after)
    said = done_words(verdict, medium_date_time(desk.now, desk.forum.timezone))
    return supplement(await view_of(desk, actor, found, found.in_hand), above=[said])


async def take_back(desk: WritingDesk, actor: str, action: TakeBackSupplement) -> Card:
    """Let an approver's answer count no more."""
    found, before = await _asked_of(desk, actor, action)
    until, after = approving.changeable_until(before, None), before
    for seat in taken_back_for(before, actor):
        try:
            after = approving.take_back(
                after,
                seat,
                after.version if action.revision is None else action.revision,
                now=desk.now,
                until=until,
                is_over=False,
                account=None if desk.account is None else desk.account.written,
                given_by=None if seat == actor else actor,
            )
        except Refusal as no:
            raise _about_supplement(no) from None
    found = await _keep(desk, found, before, after)
    if after != before:
        await telling.plan_round(desk, found.meeting, found.in_hand)
    said = say("supplement.confirm.taken_back")
    return supplement(await view_of(desk, actor, found, found.in_hand, again=True), above=[said])


async def as_refused(desk: Desk, actor: str, action: AnswerSupplement | TakeBackSupplement) -> Card:
    """The request as it stands now, with what was typed."""
    found = await ahead(desk, action.meeting)
    typed = action.words if isinstance(action, AnswerSupplement) and not desk.is_overheard else ""
    this = found.in_hand if found.in_hand.asked is not None else found.last_sent or found.in_hand
    return supplement(await view_of(desk, actor, found, this, again=True), typed=typed)


async def _asked_of(desk: Desk, actor: str, action: SupplementAction) -> tuple[Sent, ApprovalRound]:
    """The round in question; Refusal "supplement_not_asked" or "supplement_over" where there is none.

    "not_approver" to those who are not asked.
    """
    found = await ahead(desk, action.meeting)
    current = rounds.round_of(desk, found.meeting, found.in_hand)
    if current is None:
        raise Refusal("supplement_over" if found.last_sent is not None else "supplement_not_asked")
    if not seats_of(current, actor):
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in current.approvers])
    return found, current


def _respond(current: ApprovalRound, given: Response, desk: Desk, found: Sent) -> ApprovalRound:
    try:
        return approving.respond(current, given, until=approving.changeable_until(current, None), is_over=False)
    except Refusal as no:
        raise _about_supplement(no) from None


def _about_supplement(no: Refusal) -> Refusal:
    """The same in words about a supplement, where it speaks of an agenda."""
    match no.key:
        case "round_returned":
            return Refusal("supplement_returned")
        case "closed":
            return Refusal("supplement_closed")
        case "stale":
            return Refusal("supplement_changed")
        case _:
            return no


async def _keep(desk: WritingDesk, found: Sent, before: ApprovalRound, after: ApprovalRound) -> Sent:
    """Store and log each answer that was just given, and tell whom it concerns."""
    if after == before:
        return found
    kept = rounds.with_round(found.in_hand, after)
    await store.put(desk.conn, kept)
    for given in after.responses[len(before.responses) :]:
        await desk.log(
            given.giver,
            "supplement.answered",
            meeting=kept.meeting,
            number=kept.number,
            revision=given.version,
            verdict=given.verdict.value,
            texts={"words": given.words},
            standpoint=after.standpoint.value,
            **({} if given.given_by is None else {"seat": given.person}),
        )
    await telling.answered(desk, found.meeting, before, after)
    others = tuple(each for each in found.supplements if each.number != kept.number)
    return replace(found, supplements=(*others, kept))
