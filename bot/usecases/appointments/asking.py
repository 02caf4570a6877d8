"""Who hears of a call for candidates: the channel, whoever answers for an organisation, and then the secretariat."""

from bot.domain.appointments import rules
from bot.domain.appointments.asked import answering, asked, reminded
from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.appointments.state import Appointment
from bot.domain.kernel import settings
from bot.usecases.desk import WritingDesk
from storage import appointments as store


async def ask(desk: WritingDesk, one: Appointment) -> None:
    """One card in the channel, and the same in the chats of those who answer for an organisation."""
    call = one.details.call
    if call is None:
        return
    about, year, number = (one.year, one.number, call.number), one.year, one.number
    await desk.tell(AppointmentNotice.CALL, *about, year=year, number=number, call=call.number)
    people = dict.fromkeys(
        person for each in asked(desk.forum, one, desk.today) for person in reminded(desk.forum, each.id, desk.today)
    )
    await desk.tell_each(people, AppointmentNotice.OWN, *about, year=year, number=number, call=call.number)


async def redraw(desk: WritingDesk, one: Appointment) -> None:
    """Let every card of each of its calls say how things are by now."""
    organisations = desk.forum.organisations
    people = dict.fromkeys(person for each in organisations for person in answering(desk.forum, each.id, desk.today))
    for number in range(1, one.details.calls + 1):
        await desk.tell_again(AppointmentNotice.CALL, one.year, one.number, number)
        for person in people:
            await desk.tell_again(AppointmentNotice.OWN, one.year, one.number, number, recipient=person)


async def tell_if_all_answered(desk: WritingDesk, one: Appointment) -> None:
    """The secretariat hears who the candidates are as the last organisation answers."""
    call = one.details.call
    if call is None:
        return
    every = [each.id for each in asked(desk.forum, one, desk.today)]
    if rules.silent(every, await store.answers(desk.conn, one), call.number):
        return
    people = settings.secretariat(desk.forum, desk.today)
    kind, about = AppointmentNotice.CANDIDATES, ("all", one.year, one.number, call.number)
    await desk.tell_each(people, kind, *about, about=call.number, year=one.year, number=one.number)
