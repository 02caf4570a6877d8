"""The approvers answer, answer otherwise and take it back; every answer is kept, and the secretariat hears of it."""

from dataclasses import replace

from bot.domain.agenda.state import Agenda
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import Respond, TakeBack
from bot.domain.approval.state import ApprovalRound, Response
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.approval import dispatch, reminders
from bot.usecases.approval.views import answerable, circulated, in_question, request_of
from bot.usecases.desk import Desk, WritingDesk
from cards.approval import cards
from cards.approval.standing import until_words
from cards.kit.elements import Card
from cards.kit.words import say
from storage import approval as approvals


async def respond(desk: WritingDesk, actor: str, action: Respond) -> Card:
    """Keep an approver's answer; one that completes a late approval sends the agenda at once."""
    meeting, current = await _asked_of(desk, actor, action.meeting)
    agenda = await circulated(desk, meeting)
    until, is_over = answerable(desk, meeting, agenda, current)
    words = clean_text(action.words, Term("approval.field.remarks"), cards.LONGEST_WORDS, required=False)
    given = Response(
        person=actor,
        verdict=approving.with_words(action.verdict, words),
        words=words,
        version=current.version if action.version is None else action.version,
        at=desk.now,
        account=_account(desk),
    )
    answered = approving.respond(current, given, until=until, is_over=is_over)
    is_sent = answered != current and await _keep(desk, meeting, current, answered)
    told = [cards.confirmed(answered, approving.answers(answered)[actor], desk.forum.timezone)]
    return await _answer(desk, actor, meeting, answered, agenda, told, is_sent=is_sent)


async def take_back(desk: WritingDesk, actor: str, action: TakeBack) -> Card:
    """Let an approver's answer count no more, while nothing came of it that cannot be undone."""
    meeting, current = await _asked_of(desk, actor, action.meeting)
    agenda = await circulated(desk, meeting)
    until, is_over = answerable(desk, meeting, agenda, current)
    version = current.version if action.version is None else action.version
    after = approving.take_back(
        current, actor, version, now=desk.now, until=until, is_over=is_over, account=_account(desk)
    )
    if after != current:
        await _keep(desk, meeting, current, after)
    taken = next(each for each in reversed(after.responses) if each.person == actor)
    told = cards.confirmed(after, taken, desk.forum.timezone)
    asked = await request_of(desk, actor, meeting, after, agenda, again=True)
    return cards.request(asked, above=[told], typed=action.words)


def _account(desk: WritingDesk) -> str | None:
    return None if desk.account is None else desk.account.written


async def _asked_of(desk: Desk, actor: str, meeting: str | None) -> tuple[Meeting, ApprovalRound]:
    """The round in question; Refusal("not_approver") to those who are not asked."""
    found, current = await in_question(desk, meeting)
    if actor not in current.approvers:
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
        given.person,
        "agenda.answered",
        meeting=meeting.id,
        round=after.number,
        version=given.version,
        verdict=given.verdict.value,
        texts={"words": given.words},
        standpoint=after.standpoint.value,
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
    if approving.may_change(answered, actor, now=desk.now, until=until, is_over=is_over) and desk.now < until:
        told.append(say("approval.change", frist=until_words(until, desk.forum.timezone)))
    return cards.request(replace(asked, offered=frozenset()), above=told)
