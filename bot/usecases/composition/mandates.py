"""A representative confirms that they may decide for their organisation, or the secretariat for somebody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.composition.actions import ConfirmMandate, WithdrawMandate
from bot.domain.composition.mandate import confirmed_of
from bot.domain.composition.state import Mandate
from bot.domain.forum.representation import takes_part
from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.naming import people_meant
from bot.domain.kernel.people import Person, Seat
from bot.domain.kernel.refusal import Offer, Refusal
from bot.domain.meetings.notices import MeetingNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import is_secretariat
from cards.composition import mandate as cards
from cards.kit.elements import Card
from cards.kit.words import listing, medium_date, say
from storage import composition as stored


async def confirm(desk: WritingDesk, actor: str, action: ConfirmMandate) -> Card:
    """Keep it for each seat of the person; whoever serves the forum and names nobody gets the form.

    A sentence that others read along is answered in short, so there the form is a click away.
    """
    if not action.person and is_secretariat(desk, actor):
        if desk.is_overheard:
            form = Offer("composition.btn.mandate", ConfirmMandate(forum=desk.forum.id))
            raise Refusal("mandate_whose", offer=form)
        return _form(desk, action)
    person = _whose(desk, actor, action.person)
    seats = _seats(desk, person)
    if not seats:
        raise Refusal("mandate_no_seat", navn=desk.name_of(person))
    confirmed = _day(desk, action.confirmed)
    for seat in seats:
        given = Mandate(person=person, organisation=seat.organisation, confirmed=confirmed, said_by=actor, at=desk.now)
        await stored.put_mandate(desk.conn, desk.forum.id, given)
        facts: dict[str, Any] = {"person": person, "organisation": seat.organisation}
        await desk.log(actor, "composition.mandate_confirmed", **facts, confirmed=confirmed.isoformat())
    await _show(desk)
    told = say(
        "composition.mandate.confirmed",
        navn=desk.name_of(person),
        organisation=_organisations(desk, seats),
        dato=medium_date(confirmed),
    )
    return cards.confirmed(desk.forum.id, person, told, may_withdraw=True)


async def withdraw(desk: WritingDesk, actor: str, action: WithdrawMandate) -> Card:
    """Let what was confirmed here hold no longer; a mandate of the forum file is the file's."""
    person = _whose(desk, actor, action.person)
    known = await stored.mandates_of(desk.conn, desk.forum.id)
    held = [(seat, confirmed_of(desk.forum, seat, desk.today, known)) for seat in _seats(desk, person)]
    given = [(seat, each) for seat, each in held if each is not None]
    if not given:
        raise Refusal("mandate_none", navn=desk.name_of(person))
    for seat, each in given:
        taken = replace(each, said_by=actor, at=desk.now, is_withdrawn=True)
        await stored.put_mandate(desk.conn, desk.forum.id, taken)
        facts: dict[str, Any] = {"person": person, "organisation": seat.organisation}
        await desk.log(actor, "composition.mandate_withdrawn", **facts)
    await _show(desk)
    organisations = _organisations(desk, [seat for seat, _ in given])
    told = say("composition.mandate.withdrawn", navn=desk.name_of(person), organisation=organisations)
    return cards.confirmed(desk.forum.id, person, told, may_withdraw=False)


def as_refused(desk: Desk, actor: str, action: ConfirmMandate) -> Card | None:
    """The secretariat's form as it was filled in."""
    return _form(desk, action) if is_secretariat(desk, actor) else None


def _form(desk: Desk, typed: ConfirmMandate) -> Card:
    people = {each.id: f"{each.name} ({_organisations(desk, _seats(desk, each.id))})" for each in _seated(desk)}
    return cards.mandate_form(desk.forum.id, people, typed)


def _whose(desk: Desk, actor: str, typed: str) -> str:
    """Oneself, or whom the secretariat names by id or name."""
    if not typed:
        return actor
    named = people_meant((typed,), list(_seated(desk)))
    person = named[0] if named else actor
    if person != actor and not is_secretariat(desk, actor):
        raise Refusal("mandate_not_yours")
    return person


def _day(desk: Desk, typed: str) -> date:
    """As typed, or today; a day without a year is the last such day."""
    day = parse_date(typed, desk.today) if typed.strip() else desk.today
    if day > desk.today and str(day.year) not in typed:
        day = day.replace(year=day.year - 1)
    if day > desk.today:
        raise Refusal("mandate_later", field="confirmed")
    return day


def _seated(desk: Desk) -> Iterator[Person]:
    return (each for each in desk.forum.people if _seats(desk, each.id))


def _seats(desk: Desk, person: str) -> list[Seat]:
    return [seat for seat in desk.forum.seats_of(person, desk.today) if takes_part(seat, desk.today)]


def _organisations(desk: Desk, seats: list[Seat]) -> str:
    ids = dict.fromkeys(seat.organisation for seat in seats)
    found = (desk.forum.organisation(each) for each in ids)
    return listing(each.name for each in found if each is not None)


async def _show(desk: WritingDesk) -> None:
    """What shows who lacks a mandate is kept up to date."""
    for meeting in desk.meetings_ahead()[:1]:
        await desk.tell_again(MeetingNotice.POST, meeting=meeting.id)
