"""Who answers for a meeting's host, when they are asked to confirm it, and who changes places with whom."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.kernel import settings
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role, Seat
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.standing_in import in_place_on
from bot.domain.year.rota import Turn, turns

CONFIRM_DAYS = "host_confirm_days_before"
PROPOSED_DAYS = 28
"""Calendar days before the meeting on which its host is asked to confirm, where the forum chose no other number."""


def confirm_days(forum: Forum) -> int:
    """How many calendar days before a meeting its host is asked to confirm."""
    chosen = forum.choice(CONFIRM_DAYS)
    return PROPOSED_DAYS if chosen is None else int(chosen)


def asked_on(forum: Forum, meeting: Meeting, calendar: Calendar) -> date:
    """The working day on which the host of that meeting is asked."""
    return calendar.at_or_before(meeting.day - timedelta(days=confirm_days(forum)))


def asked(forum: Forum, host: str, day: date) -> tuple[str, ...]:
    """Who is asked for the host: its coordinators, else whoever leads its meetings, else everybody of it.

    Where it has nobody, those who serve the forum. Whoever stands in for one of them is asked as well.
    """
    seats = [seat for seat in _seats(forum, host, day) if seat.substitute_for is None]
    coordinating = [seat.person for seat in seats if Role.COORDINATOR in seat.roles]
    organisation = forum.organisation(host)
    leader = None if organisation is None else organisation.meeting_leader
    leading = [leader] if leader is not None and any(forum.seats_of(leader, day)) else []
    own = coordinating or leading or [seat.person for seat in seats] or settings.secretariat(forum, day)
    instead = [other for each in own if (other := in_place_on(forum, each, day)) is not None]
    return tuple(dict.fromkeys((*own, *instead)))


def may_settle(forum: Forum, host: str, person: str, day: date) -> bool:
    """Whether they may speak for that host: anybody of it, who stands in for one of them, or who serves the forum."""
    own = {seat.person for seat in _seats(forum, host, day)}
    return person in own or person in asked(forum, host, day) or person in settings.secretariat(forum, day)


def hosted_ahead(forum: Forum, host: str, after: Meeting | None, ahead: tuple[Meeting, ...]) -> Turn | None:
    """The first of the meetings ahead that it hosts or is proposed for, that one aside."""
    coming = {each.id for each in ahead if after is None or each.id != after.id}
    return next((each for each in turns(forum) if each.host == host and each.meeting.id in coming), None)


def exchanged(forum: Forum, giver: Turn, taker: str, ahead: tuple[Meeting, ...]) -> dict[str, str]:
    """By meeting: who hosts it once those two have changed places; whose turn is yet to come is next by itself.

    Refusal "host_none", "swap_same", "swap_no_turn".
    """
    if giver.host is None:
        raise Refusal("host_none")
    if taker == giver.host:
        raise Refusal("swap_same", field="other")
    other = hosted_ahead(forum, taker, giver.meeting, ahead)
    if other is None and taker not in settings.hosting_order(forum):
        raise Refusal("swap_no_turn", field="other", vaert=_name(forum, taker))
    theirs = {} if other is None else {other.meeting.id: giver.host}
    return {giver.meeting.id: taker} | theirs


def _seats(forum: Forum, host: str, day: date) -> Iterator[Seat]:
    """The organisation's seats that day, but for those who only serve the forum."""
    own = (seat for seat in forum.seats if seat.organisation == host and seat.holds_on(day))
    return (seat for seat in own if seat.roles != {Role.SECRETARIAT})


def _name(forum: Forum, host: str) -> str:
    found = forum.organisation(host)
    return host if found is None else found.name
