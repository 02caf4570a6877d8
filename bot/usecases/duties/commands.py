"""Duties are made, taken by one person at a time, given back, and done; each step is told to whom it concerns."""

from bot.domain.duties import owners, rules
from bot.domain.duties.actions import (
    CreateDuty,
    FinishDuty,
    GiveBackDuty,
    GiveBackMinutes,
    ReopenDuty,
    ReplyToSource,
    TakeDuty,
    TakeMinutes,
    UpdateDuty,
)
from bot.domain.duties.notices import DutyNotice
from bot.domain.duties.state import FollowUp, Kind, statuses
from bot.domain.kernel import settings
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.refusal import Offer, Refusal, Term
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.duties import agreements, forms
from bot.usecases.duties.keeping import add, keep
from bot.usecases.duties.loading import found, minutes_form, minutes_meant
from bot.usecases.duties.registers import source_name
from bot.usecases.duties.views import named, view_of
from bot.usecases.rights import is_secretariat, require_seat, require_secretariat
from cards.duties import cards
from cards.duties.view import STATUSES, called, spoken_status, status_names
from cards.kit.elements import Card
from cards.kit.words import say
from storage import duties as store

_LONGEST_NOTE = 500
LONGEST_REPLY = 4_000
"""Characters of an answer to another body."""


async def create(desk: WritingDesk, actor: str, action: CreateDuty) -> Card:
    """A new duty; the same form sent again is answered again."""
    require_secretariat(desk, actor)
    form = forms.form_id(action.form)
    known = await store.by_form(desk.conn, desk.forum.id, form)
    if known is not None:
        return await _shown(desk, actor, known, say("duty.done.again", opgave=_called(known)))
    origin = await forms.origin_of(desk, action.meeting, action.position)
    stored = await add(desk, actor, forms.read(desk, actor, forms.understood(desk, action), origin), form)
    if stored.kind is Kind.AGREEMENT:
        await agreements.ask_how_often(desk)
    created = say("duty.done.created", opgave=_called(stored))
    return await _shown(desk, actor, stored, f"{created} {say('duty.hint')}" if _is_all_title(stored) else created)


async def take(desk: WritingDesk, actor: str, action: TakeDuty) -> Card:
    """»Jeg tager den«: the first of two who click has it, and the second is told who."""
    return await _take(desk, actor, await found(desk, action), action.takes_over)


async def take_minutes(desk: WritingDesk, actor: str, action: TakeMinutes) -> Card:
    """The same of a meeting's minutes, which have a number from then on."""
    require_secretariat(desk, actor)
    duty = await minutes_meant(desk, action.meeting)
    if duty.number == 0:
        duty = await store.add(desk.conn, duty, minutes_form(duty.meeting or ""))
    return await _take(desk, actor, duty, action.takes_over)


async def give_back(desk: WritingDesk, actor: str, action: GiveBackDuty) -> Card:
    """Whoever took it, or the secretariat for somebody who is away, lets it be open again."""
    return await _give_back(desk, actor, await found(desk, action))


async def give_back_minutes(desk: WritingDesk, actor: str, action: GiveBackMinutes) -> Card:
    """The same of the minutes."""
    require_secretariat(desk, actor)
    return await _give_back(desk, actor, await minutes_meant(desk, action.meeting))


async def finish(desk: WritingDesk, actor: str, action: FinishDuty) -> Card:
    """It is done; nobody is reminded of it any more."""
    duty = await _changeable(desk, actor, action)
    after = await keep(desk, actor, duty, rules.finish(duty, actor), "duty.updated")
    return await _shown(desk, actor, after, say("duty.done.finished", opgave=_called(after)))


async def reopen(desk: WritingDesk, actor: str, action: ReopenDuty) -> Card:
    """It is not done after all."""
    duty = await _changeable(desk, actor, action)
    after = await keep(desk, actor, duty, rules.reopen(duty, actor), "duty.updated")
    return await _shown(desk, actor, after, say("duty.done.reopened"))


async def update(desk: WritingDesk, actor: str, action: UpdateDuty) -> Card:
    """How far it is, from its form or in words that begin with that."""
    duty = await _changeable(desk, actor, action)
    rules.check_revision(duty, action)
    status, words = action.status, action.words
    if status is None:
        status, words = spoken_status(words, statuses(duty.kind))
    if status is None:
        raise Refusal("duty_bad_status", field="status", muligheder=status_names(statuses(duty.kind)))
    note = clean_text(words, Term("duty.field.note"), _LONGEST_NOTE, required=False)
    after = await keep(desk, actor, duty, rules.update(duty, status, note, actor), "duty.updated")
    done = say("duty.done.updated", opgave=_called(after), status=say(STATUSES[status]))
    return await _shown(desk, actor, after, done)


async def reply(desk: WritingDesk, actor: str, action: ReplyToSource) -> Card:
    """What is answered to the body that set the task, once; with it the task is done."""
    duty = await _changeable(desk, actor, action)
    words = clean_text(action.words, Term("duty.field.reply"), LONGEST_REPLY)
    after = await keep(desk, actor, duty, rules.reply(duty, words, actor, desk.now), "duty.replied", reply=words)
    organ = source_name(desk.forum.charter, after)
    return await _shown(desk, actor, after, say("duty.done.replied", opgave=_called(after), organ=organ))


async def _take(desk: WritingDesk, actor: str, duty: FollowUp, takes_over: bool) -> Card:
    require_seat(desk, actor)
    holder = owners.taker_of(duty, desk.forum, desk.today)
    may_take = owners.may_take(duty, desk.forum, actor, desk.today)
    if not may_take and not (holder is not None and is_secretariat(desk, actor)):
        raise Refusal("duty_not_yours", navn=(await view_of(desk, None, duty)).owner)
    if takes_over:
        after = await keep(desk, actor, duty, rules.take_over(duty, actor), "duty.taken_over")
        await _tell_taken_over(desk, holder, after)
    else:
        after = await keep(desk, actor, duty, _taken(desk, actor, duty, holder), "duty.taken")
    return await _shown(desk, actor, after, say("duty.taken", navn=named(desk, actor)))


def _taken(desk: Desk, actor: str, duty: FollowUp, holder: str | None) -> FollowUp:
    if holder is None or holder == actor or not duty.is_open:
        return rules.take(duty, actor, holder=None)
    forum = desk.forum.id
    instead = (
        TakeMinutes(forum=forum, meeting=duty.meeting, takes_over=True)
        if duty.kind is Kind.MINUTES
        else TakeDuty(forum=forum, number=duty.number, year=duty.year, takes_over=True)
    )
    raise Refusal("duty_taken", navn=named(desk, holder), offer=Offer("duty.btn.take_over", instead))


async def _give_back(desk: WritingDesk, actor: str, duty: FollowUp) -> Card:
    holder = owners.taker_of(duty, desk.forum, desk.today)
    if holder != actor and not is_secretariat(desk, actor):
        raise no_rights(desk.forum, desk.today)
    if holder is None:
        raise Refusal("duty_not_taken")
    after = await keep(desk, actor, duty, rules.give_back(duty), "duty.given_back")
    for person in settings.secretariat(desk.forum, desk.today):
        if person != actor:
            await _tell(desk, DutyNotice.OPEN, after, person)
    return await _shown(desk, actor, after, say("duty.done.given_back"))


async def _tell_taken_over(desk: WritingDesk, holder: str | None, duty: FollowUp) -> None:
    """Whoever had it hears that it is not theirs any more."""
    if holder not in (None, duty.taker):
        await _tell(desk, DutyNotice.TAKEN_OVER, duty, str(holder))


async def _tell(desk: WritingDesk, kind: DutyNotice, duty: FollowUp, person: str) -> None:
    await desk.tell(
        kind,
        duty.year,
        duty.number,
        duty.revision,
        recipient=person,
        year=duty.year,
        number=duty.number,
        under=duty.meeting,
    )


async def _changeable(desk: Desk, actor: str, action: FinishDuty | ReopenDuty | UpdateDuty | ReplyToSource) -> FollowUp:
    """The duty, where that person may say how far it is."""
    require_seat(desk, actor)
    duty = await found(desk, action)
    if not owners.may_change(duty, desk.forum, actor, desk.today):
        raise no_rights(desk.forum, desk.today)
    return duty


async def _shown(desk: Desk, actor: str, duty: FollowUp, outcome: str) -> Card:
    return cards.one(await view_of(desk, actor, duty), outcome=outcome)


def _is_all_title(duty: FollowUp) -> bool:
    """Whether a name or a day may have been meant that nobody was told how to write."""
    return "," in duty.title and (duty.organisation, duty.person, duty.details.due) == (None, None, None)


def _called(duty: FollowUp) -> str:
    return called(duty.kind, duty.number, duty.year)
