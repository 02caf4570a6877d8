"""A council's answer is told, kept and heard of; a later one takes an earlier one's place, and both are in the log."""

from bot.domain.funds.actions import AnswerForCouncil
from bot.domain.funds.council import answered, asked_by
from bot.domain.funds.delegating import answering, awaits_council, delegating, may_answer, own_organisations
from bot.domain.funds.notices import FundNotice
from bot.domain.funds.state import CouncilAnswer, CouncilFollowUp, Decision
from bot.domain.kernel import settings
from bot.domain.kernel.danish import clean_text, fold
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.funds.loading import Decided, decided, decision_of, require_fund
from bot.usecases.funds.reminding import replan
from bot.usecases.funds.views import agendas_of, council_view, decision_view
from bot.usecases.rights import require_seat
from cards.funds import council as cards
from cards.funds.view import ANSWERS
from cards.kit.elements import Card
from cards.kit.words import listing, say
from storage import funds as store

_Owed = list[tuple[Decided, Organisation]]

_LONGEST = 500
_LONGEST_NAME = 200


async def answer(desk: WritingDesk, actor: str, action: AnswerForCouncil) -> Card:
    """What the council says from now on."""
    require_seat(desk, actor)
    await require_fund(desk)
    by, organisation = await _meant(desk, actor, action)
    if not may_answer(desk.forum, organisation, actor, desk.today):
        raise no_rights(desk.forum, desk.today)
    words = clean_text(action.words, Term("funds.field.note"), _LONGEST, required=False)
    if action.answer is CouncilAnswer.AWAITED:
        raise Refusal("bad_card")
    before = by.of(organisation.id) or await open_for(desk, actor, by.decision, organisation)
    after = answered(before, action.answer, words, actor, desk.now)
    if after != before:
        await _keep(desk, actor, after)
    done = say("funds.council.done", organisation=organisation.name, svar=say(ANSWERS[after.answer]))
    return await card_for(desk, actor, by.key, organisation.id, outcome=done)


async def card_for(
    desk: Desk, actor: str | None, key: str, organisation: str, *, outcome: str | None = None, typed: str = ""
) -> Card:
    """How it stands with one council."""
    by = await decision_of(desk, key)
    follow_up = by.of(organisation)
    if follow_up is None:
        raise Refusal("funds_no_council")
    view = council_view(desk, actor, by, follow_up, await agendas_of(desk, [by.decision]))
    return cards.answered(desk.forum.id, view, outcome=outcome, typed=typed)


async def as_refused(desk: Desk, actor: str, action: AnswerForCouncil) -> Card | None:
    """The card of that council as it stands, with what was typed."""
    if "/" not in action.decision:
        return None
    by = await decision_of(desk, action.decision)
    if by.of(action.party) is None:
        return None
    return await card_for(desk, actor, by.key, action.party, typed=action.words)


async def open_for(
    desk: WritingDesk, actor: str | None, decision: Decision, organisation: Organisation
) -> CouncilFollowUp:
    """An answer is owed from now on, and whoever answers is told and reminded."""
    new = CouncilFollowUp(
        forum=desk.forum.id,
        number=0,
        meeting=decision.meeting,
        item=decision.item,
        organisation=organisation.id,
        answer=CouncilAnswer.AWAITED,
        since=desk.now,
    )
    stored = await store.open_follow_up(desk.conn, new)
    await _log(desk, actor, stored, "funds.council_asked")
    for person in answering(desk.forum, organisation, desk.today):
        await desk.tell(
            FundNotice.COUNCIL, stored.number, recipient=person, number=stored.number, under=decision.meeting
        )
    await replan(desk, stored)
    return stored


async def open_lacking(desk: WritingDesk) -> None:
    """Those whose delegation has ended since a decision, and who have not disposed by it, are asked from now on."""
    for decision, organisation in await _lacking(desk):
        await open_for(desk, None, decision, organisation)


async def are_lacking(desk: Desk) -> bool:
    """Whether somebody is to be asked on this day's working hours, who was not when the decision was made."""
    at = desk.calendar.opens(desk.calendar.at_or_after(desk.today), desk.forum.timezone)
    return desk.now >= at and bool(await _lacking(desk))


async def _lacking(desk: Desk) -> list[tuple[Decision, Organisation]]:
    found: list[tuple[Decision, Organisation]] = []
    for each in await decided(desk):
        if each.left <= 0:
            continue
        entries = await store.by_decision(desk.conn, desk.forum.id, each.decision.meeting, each.decision.item)
        served = {entry.organisation for entry in entries}
        asked = asked_by(each.decision, desk.forum, desk.today)
        found += [(each.decision, it) for it in asked if each.of(it.id) is None and it.id not in served]
    return found


async def _keep(desk: WritingDesk, actor: str, after: CouncilFollowUp) -> None:
    await store.save_follow_up(desk.conn, after)
    seq = await _log(desk, actor, after, "funds.council_answered")
    await replan(desk, after)
    for person in settings.secretariat(desk.forum, desk.today):
        if person != actor:
            await desk.tell(
                FundNotice.ANSWERED, after.number, seq, recipient=person, number=after.number, under=after.meeting
            )


async def _log(desk: WritingDesk, actor: str | None, each: CouncilFollowUp, what: str) -> int:
    texts = {"words": each.words} if each.words else {}
    facts = {name: getattr(each, name) for name in ("number", "organisation", "item")}
    entry = await desk.log(actor, what, texts=texts, answer=each.answer.value, of_meeting=each.meeting, **facts)
    return entry.seq


async def _meant(desk: Desk, actor: str, action: AnswerForCouncil) -> tuple[Decided, Organisation]:
    """The decision and the organisation: as the button says, or the only open ones that are this person's.

    Refusal "funds_no_council" where nothing is open, "funds_which_council" where several are.
    """
    if "/" in action.decision:
        by = await decision_of(desk, action.decision)
        organisation = next((each for each in delegating(desk.forum) if each.id == action.party), None)
        if organisation is None or not _is_asked(desk, by, organisation):
            raise Refusal("funds_no_council")
        return by, organisation
    own = _own(desk, actor, action.party)
    every = [(by, each) for by in await decided(desk) for each in own if by.of(each.id) is not None]
    if action.decision:
        every = await _on_item(desk, actor, action.decision, every)
    usable = [(by, each) for by, each in every if (said := by.of(each.id)) is not None and said.is_open]
    found = usable or every[:1]
    if not found:
        raise Refusal("funds_no_council")
    if len(found) > 1:
        raise await _which(desk, actor, found)
    return found[0]


async def _on_item(desk: Desk, actor: str, typed: str, every: _Owed) -> _Owed:
    """Those of the item at that position; Refusal "funds_no_decision_on"."""
    known = await agendas_of(desk, [by.decision for by, _ in every])
    found = [each for each in every if str(decision_view(desk, actor, each[0], known).position) == typed]
    if not found:
        raise Refusal("funds_no_decision_on", punkt=typed[:_LONGEST_NAME])
    return found


async def _which(desk: Desk, actor: str, found: _Owed) -> Refusal:
    """The answers that are owed, each as one would name it."""
    known = await agendas_of(desk, [by.decision for by, _ in found])
    views = [(each.name, decision_view(desk, actor, by, known)) for by, each in found]
    told = [
        say("funds.which.council", organisation=name, punkt=view.position, titel=view.title) for name, view in views
    ]
    return Refusal("funds_which_council", svar=listing(told), navn=views[0][0], nr=views[0][1].position)


def _is_asked(desk: Desk, by: Decided, organisation: Organisation) -> bool:
    return by.of(organisation.id) is not None or awaits_council(desk.forum, organisation, desk.today)


def _own(desk: Desk, actor: str, typed: str) -> list[Organisation]:
    """The organisation that is named, else those that the person is of, else all that they may answer for."""
    words = fold(typed[: _LONGEST_NAME + 1]).strip().rstrip(".")
    every = delegating(desk.forum)
    if words:
        return [each for each in every if words == fold(each.id) or words in fold(each.name)]
    own = [*own_organisations(desk.forum, actor, desk.today)]
    asked = [each for each in own if awaits_council(desk.forum, each, desk.today)]
    return asked or [each for each in every if may_answer(desk.forum, each, actor, desk.today)]
