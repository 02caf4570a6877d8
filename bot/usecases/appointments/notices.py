"""What is told of seats and groups, drawn as they stand when it leaves; of no use once it is settled."""

from bot.domain.appointments.asked import answering, asked, reminded
from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.appointments.rules import answers
from bot.domain.appointments.state import Appointment
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.appointments.groups import is_done
from bot.usecases.appointments.views import call_view, group_view, view_of
from bot.usecases.desk import Desk
from bot.usecases.routes import has_chat
from cards.appointments import call as cards
from cards.appointments.group_notice import ended
from cards.kit.elements import Card, Mention
from cards.kit.words import say
from storage import appointments as store


async def told(desk: Desk, notice: Notice, kind: AppointmentNotice) -> Card | Stale:
    """The notice as it leaves."""
    number, year = _number(notice, "number"), _number(notice, "year")
    if kind is AppointmentNotice.ENDED:
        return await _group(desk, notice, number, year)
    one = await store.by_number(desk.conn, desk.forum.id, number, year)
    if one is None:
        return Stale(say("stale.appointment_gone"))
    match kind:
        case AppointmentNotice.CALL | AppointmentNotice.OWN:
            return await _call(desk, notice, kind, one)
        case AppointmentNotice.MISSING:
            return await _missing(desk, notice, one)
        case AppointmentNotice.CANDIDATES | AppointmentNotice.EXPIRES:
            return await _to_secretariat(desk, notice, kind, one)


async def _call(desk: Desk, notice: Notice, kind: AppointmentNotice, one: Appointment) -> Card | Stale:
    """The living card of a call, in the channel and in chats; over, it says who was appointed."""
    is_own = kind is AppointmentNotice.OWN
    if is_own and desk.is_public:
        return Stale(say("stale.appointment_channel"))
    view, call = await view_of(desk, None, one), await call_view(desk, one, _number(notice, "call"))
    if call is None:
        is_there = notice.activity is not None or not is_own
        return cards.settled(view) if is_there else Stale(say("stale.appointment_changed"))
    return cards.asked(view, call, mentions=[] if is_own else await _called(desk, one))


async def _called(desk: Desk, one: Appointment) -> list[Mention]:
    """Those who answer for a silent organisation and cannot be written to alone: the channel calls them by name."""
    call = one.details.call
    known = {} if call is None else answers(await store.answers(desk.conn, one), call.number)
    silent = [each.id for each in asked(desk.forum, one, desk.today) if each.id not in known]
    people = dict.fromkeys(person for each in silent for person in reminded(desk.forum, each, desk.today))
    mentions = [desk.mention(person) for person in people if not await has_chat(desk, person)]
    return [each for each in mentions if each is not None]


async def _missing(desk: Desk, notice: Notice, one: Appointment) -> Card | Stale:
    """The reminder of those organisations of the person's that are silent still."""
    view, call = await view_of(desk, None, one), await call_view(desk, one, _number(notice, "about"))
    if call is None:
        return Stale(say("stale.appointment_changed"))
    own = {
        each.name
        for each in asked(desk.forum, one, desk.today)
        if notice.recipient in answering(desk.forum, each.id, desk.today)
    }
    silent = [each.organisation for each in call.answers if each.name is None and each.organisation in own]
    if not silent:
        return Stale(say("stale.appointment_answered"))
    return cards.reminder(view, call, silent, desk.called(notice))


async def _to_secretariat(desk: Desk, notice: Notice, kind: AppointmentNotice, one: Appointment) -> Card | Stale:
    view = await view_of(desk, notice.recipient, one)
    if kind is AppointmentNotice.CANDIDATES:
        is_current = view.call is not None and view.call.number == notice.subject["about"]
    else:
        is_current = view.holder is not None and view.holder.last.isoformat() == notice.subject["about"]
        is_current = is_current and not view.coming
    return cards.told(kind, view, desk.called(notice)) if is_current else Stale(say("stale.appointment_changed"))


async def _group(desk: Desk, notice: Notice, number: int, year: int) -> Card | Stale:
    """The question whether a group is closed, while it is at work and what ended it is so still."""
    group = await store.group_by_number(desk.conn, desk.forum.id, number, year)
    if group is None or group.is_closed:
        return Stale(say("stale.group_closed"))
    by_task = bool(notice.subject.get("is_done"))
    if by_task and not await is_done(desk, group):
        return Stale(say("stale.appointment_changed"))
    view = await group_view(desk, notice.recipient, group, ())
    return ended(view, desk.called(notice), is_done=by_task)


def _number(notice: Notice, name: str) -> int:
    value = notice.subject[name]
    return value if isinstance(value, int) else int(str(value))
