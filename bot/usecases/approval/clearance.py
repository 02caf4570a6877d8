"""Clearance in one's own organisation: asked with the chairs' approval, answered for an organisation, and shown."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.approval.actions import Clear, ShowClearance
from bot.domain.approval.clearance import Clearance, accepted, asked_organisations, entitled, standing, with_words
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.approval import asking
from bot.usecases.approval.clearance_views import (
    answers_for,
    clearable,
    cleared_of,
    giver_name,
    is_over,
    places_in,
    unasked_of,
)
from bot.usecases.approval.views import in_question, rounds_ahead
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import is_secretariat
from cards.approval import clearance as cards
from cards.kit.elements import Card
from cards.kit.words import say
from storage import clearance as clearances


async def clear(desk: WritingDesk, actor: str, action: Clear) -> Card:
    """Keep an organisation's answer; of somebody who answers for several, the question which."""
    meeting, current = await in_question(desk, action.meeting)
    asked = asked_organisations(desk.forum, current)
    organisation, words = _meant(desk, meeting, actor, action, asked)
    if organisation is None:
        return _which(desk, meeting, actor, action, asked)
    words = clean_text(words, Term("approval.field.remarks"), cards.LONGEST_WORDS, required=False)
    given = await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)
    answer = Clearance(
        organisation=organisation.id,
        clearing=with_words(action.clearing, words),
        words=words,
        version=current.version if action.version is None else action.version,
        at=desk.now,
        person=actor,
        is_on_behalf=not places_in(desk, meeting, organisation, actor),
        account=None if desk.account is None else desk.account.written,
    )
    kept = accepted(given, answer, newest=current.version, is_over=await is_over(desk, meeting))
    if kept is not None:
        await _keep(desk, meeting, current, given, kept)
        given = (*given, kept)
    this = clearable(desk, meeting, current, organisation, given, is_over=False)
    told = cards.confirmed(this, standing(given)[organisation.id], giver_name(desk, meeting, organisation, actor))
    return cards.asked(this, above=[told])


async def show(desk: Desk, actor: str, action: ShowClearance) -> Card:
    """Where it stands in each organisation, or with one of them what it is asked."""
    meeting, current = await in_question(desk, action.meeting)
    asked = asked_organisations(desk.forum, current)
    if action.organisation is not None:
        return await _one(desk, meeting, current, _named(desk, asked, action.organisation), action.words)
    unasked = unasked_of(desk, current)
    if not (asked or unasked.unsettled or unasked.departing):
        raise Refusal("no_clearance")
    own = () if await is_over(desk, meeting) else answers_for(desk, meeting, actor, asked)
    return cards.state(
        meeting,
        current,
        await cleared_of(desk, current),
        unasked,
        own=[(each.id, each.name) for each in own],
    )


async def clearance_awaited(desk: Desk, actor: str) -> Card | None:
    """What the person's silent organisation is asked, of the first agenda that awaits it; None where none does."""
    async for meeting, current in rounds_ahead(desk):
        asked = asked_organisations(desk.forum, current)
        own = [each for each in asked if places_in(desk, meeting, each, actor)]
        if not own or await is_over(desk, meeting):
            continue
        given = standing(await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id))
        silent = next((each for each in own if each.id not in given), None)
        if silent is not None:
            return await _one(desk, meeting, current, silent, "")
    return None


async def as_refused(desk: Desk, actor: str, action: Clear) -> Card:
    """What the organisation is asked as it stands now, with what was typed, or where all of them stand."""
    asks = ShowClearance(
        forum=action.forum, meeting=action.meeting, organisation=action.organisation, words=action.words
    )
    return await show(desk, actor, asks)


async def _keep(
    desk: WritingDesk, meeting: Meeting, current: ApprovalRound, given: Sequence[Clearance], kept: Clearance
) -> None:
    await clearances.add(desk.conn, desk.forum.id, meeting.id, len(given) + 1, kept)
    await desk.log(
        kept.person,
        "agenda.cleared",
        meeting=meeting.id,
        organisation=kept.organisation,
        version=kept.version,
        clearing=kept.clearing and kept.clearing.value,
        on_behalf=kept.is_on_behalf,
        texts={"words": kept.words},
    )
    await asking.answered(desk, meeting, current, given, kept)


async def _one(desk: Desk, meeting: Meeting, current: ApprovalRound, organisation: Organisation, typed: str) -> Card:
    given = await clearances.of_meeting(desk.conn, desk.forum.id, meeting.id)
    over = await is_over(desk, meeting)
    this = clearable(desk, meeting, current, organisation, given, is_over=over)
    return cards.asked(this, typed="" if desk.is_overheard else typed)


def _meant(
    desk: Desk, meeting: Meeting, actor: str, action: Clear, asked: Sequence[Organisation]
) -> tuple[Organisation | None, str]:
    """The organisation that is answered for, None where that must be asked, and the words without its name.

    Refusal: "no_clearance", "not_clearing" to those who may not answer for it.
    """
    if not asked:
        raise Refusal("no_clearance")
    if action.organisation is not None:
        return _allowed(desk, meeting, actor, _named(desk, asked, action.organisation)), action.words
    head, colon, rest = action.words.partition(":")
    named = next((each for each in asked if each.name.casefold() == head.strip().casefold()), None)
    if named is not None:
        return _allowed(desk, meeting, actor, named), rest.strip() if colon else ""
    own = answers_for(desk, meeting, actor, asked)
    if not own and len(asked) == 1:
        return _allowed(desk, meeting, actor, asked[0]), action.words
    if not own:
        raise Refusal("not_clearing.any", liste=[each.name for each in asked])
    return own[0] if len(own) == 1 else None, action.words


def _which(desk: Desk, meeting: Meeting, actor: str, action: Clear, asked: Sequence[Organisation]) -> Card:
    """The question for which organisation; where others read along it is typed once more, with its name."""
    own = answers_for(desk, meeting, actor, asked)
    if desk.is_overheard:
        raise Refusal("which_organisation", liste=[each.name for each in own], eksempel=own[0].name)
    return cards.which({each.name: replace(action, organisation=each.id) for each in own})


def _named(desk: Desk, asked: Sequence[Organisation], organisation: str) -> Organisation:
    """The organisation, if it is asked; Refusal("no_clearance") for one that is not, or that there is not."""
    found = next((each for each in asked if each.id == organisation), None)
    if found is None:
        raise Refusal("no_clearance")
    return found


def _allowed(desk: Desk, meeting: Meeting, actor: str, organisation: Organisation) -> Organisation:
    """The organisation; Refusal("not_clearing") unless the person answers for it, or serves the forum."""
    own = entitled(desk.forum, organisation, desk.today)
    if not places_in(desk, meeting, organisation, actor) and not is_secretariat(desk, actor):
        names = [desk.name_of(each) for each in own] or [say("clearance.secretariat")]
        raise Refusal("not_clearing", organisation=organisation.name, liste=names)
    return organisation
