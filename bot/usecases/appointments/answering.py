"""An organisation names a candidate, or says that it has none: one answer each, and its last one counts."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.appointments import rules
from bot.domain.appointments.actions import NameCandidate, NoCandidate
from bot.domain.appointments.asked import answering, asked
from bot.domain.appointments.levels import level_meant
from bot.domain.appointments.state import Appointment, Candidacy
from bot.domain.kernel.danish import clean_line, fold
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.appointments.asking import redraw, tell_if_all_answered
from bot.usecases.appointments.loading import found
from bot.usecases.appointments.reminding import replan
from bot.usecases.appointments.views import call_view, view_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import is_secretariat, require_seat
from cards.appointments import call as cards
from cards.kit.elements import Card
from cards.kit.words import say
from storage import appointments as store

Answer = NameCandidate | NoCandidate
LONGEST_LEVEL = 60  # characters


async def answer(desk: WritingDesk, actor: str, action: Answer) -> Card:
    """Keep an organisation's answer; of somebody who may answer for several, the question which."""
    require_seat(desk, actor)
    one = await seat_asked(desk, action)
    call = one.details.call
    if call is None or action.call not in (None, call.number):
        raise Refusal("call_over")
    own = _own(desk, actor, one)
    organisation = _meant(desk, actor, action, own, asked(desk.forum, one, desk.today))
    if organisation is None:
        choices = own or asked(desk.forum, one, desk.today)
        whole = replace(action, number=one.number, year=one.year, call=call.number)
        return cards.which(
            say("appointment.which"), {each.name: replace(whole, organisation=each.id) for each in choices}
        )
    name, level = _said(desk, action)
    given = Candidacy(
        call=call.number,
        organisation=organisation.id,
        name=name,
        level=level,
        by=actor,
        at=desk.now,
        is_on_behalf=organisation not in own,
    )
    await _keep(desk, one, given)
    done = "appointment.done.named" if name else "appointment.done.none"
    return await shown(desk, actor, one, outcome=say(done, organisation=organisation.name, navn=name))


async def shown(
    desk: Desk, actor: str, one: Appointment, *, outcome: str | None = None, typed: tuple[str, str] = ("", "")
) -> Card:
    """The call as it stands, or that it is over."""
    view, call = await view_of(desk, actor, one), await call_view(desk, one)
    return cards.settled(view) if call is None else cards.asked(view, call, outcome=outcome, typed=typed)


async def seat_asked(desk: Desk, action: Answer) -> Appointment:
    """The seat that is meant; without a number the one that candidates are asked for."""
    if action.number is not None:
        return await found(desk, action.number, action.year)
    every = [each for each in await store.open_ones(desk.conn, desk.forum.id) if each.details.call is not None]
    if len(every) > 1:
        raise Refusal("call_several", nr=every[0].number)
    if not every:
        raise Refusal("call_none")
    return every[0]


async def _keep(desk: WritingDesk, one: Appointment, answer: Candidacy) -> None:
    before = await store.answers(desk.conn, one)
    kept = rules.accepted(before, answer)
    if kept is None:
        return
    await store.answer(desk.conn, one, len(before) + 1, kept)
    facts = {"number": one.number, "year": one.year, "call": kept.call, "organisation": kept.organisation}
    texts = {"name": kept.name, "level": kept.level}
    said = {name: words for name, words in texts.items() if words}
    await desk.log(kept.by, "appointment.answered", texts=said, on_behalf=kept.is_on_behalf, **facts)
    await replan(desk, one)
    await redraw(desk, one)
    await tell_if_all_answered(desk, one)


def _own(desk: Desk, actor: str, one: Appointment) -> list[Organisation]:
    """The organisations of those asked that the person answers for."""
    every = asked(desk.forum, one, desk.today)
    return [each for each in every if actor in answering(desk.forum, each.id, desk.today)]


def _meant(
    desk: Desk, actor: str, action: Answer, own: Sequence[Organisation], every: Sequence[Organisation]
) -> Organisation | None:
    """The organisation that is answered for, None where that must be asked; Refusal("candidate_not_asked")."""
    may = every if is_secretariat(desk, actor) else own
    if action.organisation is not None:
        chosen = next((each for each in may if each.id == action.organisation), None)
    else:
        chosen = own[0] if len(own) == 1 else None
    if not may or (chosen is None and action.organisation is not None):
        raise Refusal("candidate_not_asked", organisationer=[each.name for each in every])
    return chosen


def _said(desk: Desk, action: Answer) -> tuple[str, str]:
    """The candidate's name, and level as it was told or as their seat has it; neither where there is none."""
    if isinstance(action, NoCandidate):
        return "", ""
    name = clean_line(action.name, Term("appointment.field.name"), cards.LONGEST_NAME)
    level = clean_line(action.level, Term("appointment.field.level"), LONGEST_LEVEL, required=False)
    return name, level_meant(level) or seniority(desk, name)


def seniority(desk: Desk, name: str) -> str:
    """The level of somebody who has a seat in the forum; empty where nobody is of that name, or it is not told."""
    person = person_named(desk, name)
    seats = () if person is None else desk.forum.seats_of(person, desk.today)
    return next((each.seniority for each in seats if each.seniority), "")


def person_named(desk: Desk, name: str) -> str | None:
    """The id of whoever of the forum's people has that name."""
    return next((each.id for each in desk.forum.people if fold(name) in (fold(each.name), fold(each.id))), None)
