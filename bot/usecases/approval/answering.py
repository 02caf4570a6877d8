"""The approvers answer, answer otherwise and take it back; every answer is kept, and the secretariat hears of it."""

from dataclasses import replace

from bot.domain.agenda.state import Agenda
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import Respond, TakeBack
from bot.domain.approval.seats import answered_for, seats_of, taken_back_for, taken_over
from bot.domain.approval.state import ApprovalRound, Response
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.approval import dispatch, reminders
from bot.usecases.approval.views import answerable, circulated, in_question, request_of
from bot.usecases.desk import Desk, WritingDesk
from cards.approval import cards
from cards.approval.standing import counts_for, until_words
from cards.kit.elements import Card
from cards.kit.words import say
from storage import approval as approvals


async def respond(desk: WritingDesk, actor: str, action: Respond) -> Card:
    """Keep an approver's answer, for every seat that it counts for; one that completes a late approval sends it."""
    meeting, before = await _asked_of(desk, actor, action.meeting)
    agenda, current = await circulated(desk, meeting), taken_over(before, actor)
    until, is_over = answerable(desk, meeting, agenda, current)
    words = clean_text(action.words, Term("approval.field.remarks"), cards.LONGEST_WORDS, required=False)
    verdict = approving.with_words(action.verdict, words)
    seats = answered_for(current, actor, verdict, now=desk.now, until=until, is_over=is_over)
    is_sent = False
    for seat in seats:
        given = Response(
            person=seat,
            verdict=verdict,
            words=words,
            version=current.version if action.version is None else action.version,
            at=desk.now,
            account=_account(desk),
            given_by=None if seat == actor else actor,
        )
        current = approving.respond(current, given, until=until, is_over=is_over)
        is_sent |= current != before and await _keep(desk, meeting, before, current)
        before = current
    told = [
        cards.confirmed(
            current, approving.answers(current)[seats[0]], desk.forum.timezone, office(desk.forum, desk.today)
        )
    ]
    told += [_for_whom(desk, actor, seats)] if seats != (actor,) else []
    return await _answer(desk, actor, meeting, current, agenda, told, is_sent=is_sent)


async def take_back(desk: WritingDesk, actor: str, action: TakeBack) -> Card:
    """Let an approver's answer count no more, while nothing came of it that cannot be undone."""
    meeting, before = await _asked_of(desk, actor, action.meeting)
    agenda, current = await circulated(desk, meeting), taken_over(before, actor)
    until, is_over = answerable(desk, meeting, agenda, current)
    version = current.version if action.version is None else action.version
    seats = taken_back_for(current, actor)
    for seat in seats:
        current = approving.take_back(
            current,
            seat,
            version,
            now=desk.now,
            until=until,
            is_over=is_over,
            account=_account(desk),
            given_by=None if seat == actor else actor,
        )
        if current != before:
            await _keep(desk, meeting, before, current)
        before = current
    taken = next(each for each in reversed(current.responses) if each.person in seats)
    told = [cards.confirmed(current, taken, desk.forum.timezone, office(desk.forum, desk.today))]
    told += [_for_whom(desk, actor, seats)] if seats != (actor,) else []
    asked = await request_of(desk, actor, meeting, current, agenda, again=True)
    return cards.request(asked, above=told, typed=action.words)


def _for_whom(desk: Desk, actor: str, seats: tuple[str, ...]) -> str:
    """Whose seats the answer counts for, where they are not the person's own alone."""
    others = [desk.name_of(each) for each in seats if each != actor]
    return counts_for(others, is_own=actor in seats)


def _account(desk: WritingDesk) -> str | None:
    return None if desk.account is None else desk.account.written


async def _asked_of(desk: Desk, actor: str, meeting: str | None) -> tuple[Meeting, ApprovalRound]:
    """The round in question; Refusal("not_approver") to those who are not asked."""
    found, current = await in_question(desk, meeting)
    if not seats_of(current, actor):
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in current.approvers])
    return found, current


async def _keep(desk: WritingDesk, meeting: Meeting, before: ApprovalRound, after: ApprovalRound) -> bool:
    """Store the answer that was just given, and tell whom it concerns; whether it sent the agenda."""
    given = after.responses[-1]
    if replace(after, responses=before.responses) != before:
        await approvals.put(desk.conn, after)
    await approvals.answer(desk.conn, after, given)
    await reminders.answered(desk, meeting, before, after)
    await reminders.tell(desk, after)
    await reminders.tell_secretariat(desk, before, after)
    await desk.log(
        given.giver,
        "agenda.answered",
        meeting=meeting.id,
        round=after.number,
        version=given.version,
        verdict=given.verdict.value,
        texts={"words": given.words},
        standpoint=after.standpoint.value,
        **({} if given.given_by is None else {"seat": given.person}),
    )
    completes = after.standpoint in approving.APPROVED and before.standpoint not in approving.APPROVED
    return completes and await dispatch.send_due(desk, meeting, late=True)


async def _answer(
    desk: Desk,
    actor: str,
    meeting: Meeting,
    answered: ApprovalRound,
    agenda: Agenda,
    told: list[str],
    *,
    is_sent: bool,
) -> Card:
    """What was answered and until when that can be changed, the agenda a click away."""
    if is_sent:
        told.append(say("agenda.done.sent"))
        agenda = await circulated(desk, meeting)
    asked = await request_of(desk, actor, meeting, answered, agenda)
    until, is_over = answerable(desk, meeting, agenda, answered)
    may_change = any(
        approving.may_change(answered, each, now=desk.now, until=until, is_over=is_over)
        for each in seats_of(answered, actor)
    )
    if may_change and desk.now < until:
        told.append(say("approval.change", frist=until_words(until, desk.forum.timezone)))
    return cards.request(replace(asked, offered=frozenset()), above=told)
