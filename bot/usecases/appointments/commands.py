"""Seats are made, called for, filled by a resolution, and vacant again; each step is in the log and on every card."""

from datetime import date

from bot.domain.appointments import rules
from bot.domain.appointments.actions import Abolish, Appoint, CallCandidates, CreateAppointments, Vacate
from bot.domain.appointments.reminders import answer_until
from bot.domain.appointments.state import Appointment, Tenure
from bot.domain.kernel.danish import NOBODY, clean_line, fold
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.appointments import forms
from bot.usecases.appointments.answering import person_named, seniority
from bot.usecases.appointments.asking import ask
from bot.usecases.appointments.keeping import add, keep
from bot.usecases.appointments.loading import found, seat_meant
from bot.usecases.appointments.resolutions import meant
from bot.usecases.appointments.views import view_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import require_secretariat
from cards.appointments import cards
from cards.appointments.call import LONGEST_NAME
from cards.kit.elements import Card
from cards.kit.words import listing, medium_date, say
from storage import appointments as store


async def create(desk: WritingDesk, actor: str, action: CreateAppointments) -> Card:
    """One new seat or several alike; the same form sent again is answered again."""
    require_secretariat(desk, actor)
    form = forms.form_id(action.form)
    known = await store.by_form(desk.conn, desk.forum.id, form)
    if known:
        return await _shown(desk, actor, known[0], say("appointment.done.again"))
    new, count = await forms.read_seat(desk, actor, action)
    stored = [await add(desk, actor, new, f"{form}/{place}") for place in range(1, count + 1)]
    view = await view_of(desk, actor, stored[0])
    names = [say("appointment.number", nr=each.number, aar=each.year) for each in stored]
    one, several = "appointment.done.created", "appointment.done.created.several"
    words = listing(names) if count > 1 else f"{names[0]} ({view.name})"
    return await _shown(desk, actor, stored[0], say(several if count > 1 else one, plads=words, antal=count))


async def call(desk: WritingDesk, actor: str, action: CallCandidates) -> Card:
    """The member organisations are asked; asked again, the cards only say how it stands."""
    require_secretariat(desk, actor)
    one = await found(desk, action.number, action.year)
    after = rules.call(one, desk.today, answer_until(desk.forum, desk.calendar, desk.today))
    kept = await keep(desk, actor, one, after, "appointment.called")
    await ask(desk, kept)
    done = "appointment.done.called" if kept is not one else "appointment.done.called.already"
    until = kept.details.call.until if kept.details.call else desk.today
    return await _shown(desk, actor, kept, say(done, frist=medium_date(until)))


async def appoint(desk: WritingDesk, actor: str, action: Appoint) -> Card:
    """Somebody holds the seat for a period, by a resolution of the forum."""
    require_secretariat(desk, actor)
    one = await seat_meant(desk, action.number, action.year, action.body, action.other or action.name)
    if one.is_closed:
        raise Refusal("appointment_over")
    resolved = await meant(desk, action.resolution, Refusal("appointment_no_resolution", field="resolution"))
    name = clean_line(action.other or action.name, Term("appointment.field.name"), LONGEST_NAME)
    stand_in = clean_line(action.stand_in, Term("appointment.field.stand_in"), LONGEST_NAME, required=False)
    since, until = _period(desk, action, one)
    tenure = Tenure(
        name=_whole_name(desk, name),
        person=person_named(desk, name),
        level=await _level(desk, one, name),
        stand_in="" if fold(stand_in) == NOBODY else _whole_name(desk, stand_in),
        since=since,
        until=until,
        by=resolved.ref,
        at=desk.now,
    )
    texts = {"name": tenure.name, "stand_in": tenure.stand_in}
    facts = {"since": since.isoformat(), "until": until.isoformat()}
    by = {"of_meeting": resolved.meeting.id, "item": resolved.item.id}
    kept = await keep(desk, actor, one, rules.appoint(one, tenure), "appointment.appointed", texts, **facts, **by)
    view = await view_of(desk, actor, kept)
    done = say("appointment.done.appointed", navn=tenure.name, plads=view.name, dato=medium_date(until))
    return cards.one(view, outcome=done)


async def vacate(desk: WritingDesk, actor: str, action: Vacate) -> Card:
    """Whoever holds it leaves; who had it stays in its history."""
    require_secretariat(desk, actor)
    one = await found(desk, action.number, action.year)
    since = forms.read_day(desk, action.since, "since") or desk.today
    leaving = one.holder(since)
    kept = await keep(desk, actor, one, rules.vacate(one, since), "appointment.vacated", since=since.isoformat())
    name = "" if leaving is None else leaving.name
    return await _shown(desk, actor, kept, say("appointment.done.vacated", dato=medium_date(since), navn=name))


async def abolish(desk: WritingDesk, actor: str, action: Abolish) -> Card:
    """There is no such seat any more."""
    require_secretariat(desk, actor)
    one = await found(desk, action.number, action.year)
    kept = await keep(desk, actor, one, rules.abolish(one), "appointment.abolished")
    view = await view_of(desk, actor, kept)
    return cards.one(view, outcome=say("appointment.done.abolished", plads=view.called))


def _period(desk: Desk, action: Appoint, one: Appointment) -> tuple[date, date]:
    """From when and until when: from the first day on which nobody holds it, to the last day of the seat's own."""
    until = forms.read_day(desk, action.until, "until") or one.details.until
    if until is None:
        raise Refusal("missing_field", field="until", felt=Term("appointment.field.until"))
    same = next((each for each in one.details.tenures if fold(each.name) == fold(action.other or action.name)), None)
    likely = same.since if same is not None and same.holds_on(desk.today) else one.first_free(desk.today)
    since = forms.read_day(desk, action.since, "since") or likely
    if until < desk.today:
        raise Refusal("bad_term", field="until")
    return since, until


async def _level(desk: Desk, one: Appointment, name: str) -> str:
    """The level that was told of the candidate, else the one that their own seat has."""
    given = [each for each in await store.answers(desk.conn, one) if fold(each.name) == fold(name)]
    told = next((each.level for each in reversed(given) if each.level), "")
    return told or seniority(desk, name)


def _whole_name(desk: Desk, name: str) -> str:
    person = person_named(desk, name)
    return name if person is None else desk.name_of(person)


async def _shown(desk: Desk, actor: str, one: Appointment, outcome: str) -> Card:
    return cards.one(await view_of(desk, actor, one), outcome=outcome)
