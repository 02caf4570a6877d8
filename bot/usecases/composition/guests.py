"""A party brings somebody along to a meeting; a guest has no seat, sees nothing here and answers nothing."""

from dataclasses import replace

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.composition import guests as rules
from bot.domain.composition.actions import InviteGuest, OpenGuestForm, WithdrawGuest
from bot.domain.composition.state import Guest
from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.agenda.views import draft_of
from bot.usecases.composition.views import numbers_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import is_secretariat
from cards.composition import guests as cards
from cards.composition.guests import guest_words
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.proposals.closed import public
from storage import composition as stored


async def open_form(desk: Desk, actor: str, action: OpenGuestForm) -> Card:
    """The form, to whoever may invite."""
    meeting = desk.meeting(action.meeting)
    _check(desk, actor, meeting)
    return cards.guest_form(meeting, await _titles(desk, meeting), action)


async def invite(desk: WritingDesk, actor: str, action: InviteGuest) -> Card:
    """Keep the guest, who from now on stands where the meeting is told of."""
    meeting = desk.meeting(action.meeting)
    _check(desk, actor, meeting)
    known = await stored.guests_of(desk.conn, desk.forum.id, meeting.id)
    if len(known) >= rules.MOST:
        raise Refusal("guests_too_many", max=rules.MOST)
    guest = Guest(
        number=len(known) + 1,
        name=clean_line(action.name, Term("composition.field.guest"), rules.LONGEST_NAME),
        role=clean_line(action.role, Term("composition.field.role"), rules.LONGEST_NAME, required=False),
        items=await _items(desk, meeting, action.items),
        said_by=actor,
        at=desk.now,
    )
    await stored.put_guest(desk.conn, desk.forum.id, meeting.id, guest)
    await desk.tell_again(ApprovalNotice.AGENDA_SENT, meeting=meeting.id)
    texts = {"name": guest.name, "role": guest.role}
    facts = {"meeting": meeting.id, "number": guest.number, "items": list(guest.items)}
    await desk.log(actor, "composition.guest_invited", texts=texts, **facts)
    told = guest_words(guest, await numbers_of(desk, meeting))
    return cards.invited(meeting, say("composition.guest.invited", gaest=told, moede_dato=medium_date(meeting.day)))


async def withdraw(desk: WritingDesk, actor: str, action: WithdrawGuest) -> Card:
    """Take an invitation back; taken back twice, it is so all the same."""
    meeting = desk.meeting(action.meeting)
    if desk.now >= meeting.starts:
        raise Refusal("composition_begun")
    known = await stored.guests_of(desk.conn, desk.forum.id, meeting.id)
    guest = next((each for each in known if each.number == action.number), None)
    if guest is None:
        raise Refusal("guest_not_there", nr=action.number)
    if not (is_secretariat(desk, actor) or rules.may_withdraw(desk.forum, actor, guest, desk.today)):
        raise Refusal("guest_not_yours")
    if not guest.is_withdrawn:
        await stored.put_guest(desk.conn, desk.forum.id, meeting.id, replace(guest, is_withdrawn=True))
        await desk.tell_again(ApprovalNotice.AGENDA_SENT, meeting=meeting.id)
        await desk.log(actor, "composition.guest_withdrawn", texts=None, meeting=meeting.id, number=guest.number)
    told = guest_words(guest, {})
    return cards.invited(meeting, say("composition.guest.withdrawn", gaest=told, moede_dato=medium_date(meeting.day)))


async def as_refused(desk: Desk, action: InviteGuest) -> Card:
    """The form as it was filled in."""
    meeting = desk.meeting(action.meeting)
    return cards.guest_form(meeting, await _titles(desk, meeting), action, chosen=action.items)


def _check(desk: Desk, actor: str, meeting: Meeting) -> None:
    if not (is_secretariat(desk, actor) or rules.may_invite(desk.forum, actor, desk.today)):
        raise Refusal("guest_not_allowed")
    if desk.now >= meeting.starts:
        raise Refusal("composition_begun")


async def _titles(desk: Desk, meeting: Meeting) -> dict[int, str]:
    """What the items are called, with their numbers; closed ones are neutral to everybody here."""
    agenda = await draft_of(desk, meeting)
    items = agenda.current
    return {item.id: f"{place}. {public(item.content).title}" for place, item in enumerate(items, start=1)}


async def _items(desk: Desk, meeting: Meeting, typed: tuple[str, ...]) -> tuple[int, ...]:
    known = {str(ident): ident for ident in await numbers_of(desk, meeting)}
    if not known.keys() >= set(typed):
        raise Refusal("guest_unknown_item", field="items")
    return tuple(sorted(known[each] for each in set(typed)))
