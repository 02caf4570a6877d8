"""Who may bring a guest to a meeting, and who may take an invitation back."""

from collections.abc import Iterable
from datetime import date

from bot.domain.composition.state import Guest
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role

LONGEST_NAME = 200  # characters
MOST = 50  # guests of one meeting


def may_invite(forum: Forum, person: str, day: date) -> bool:
    """Whether the person may, beside the secretariat: anybody of a party where the charter lets the parties (C12)."""
    if forum.charter.composition.guests.value is None:
        return False
    return any(seat.roles - {Role.SECRETARIAT} for seat in forum.seats_of(person, day))


def may_withdraw(forum: Forum, person: str, guest: Guest, day: date) -> bool:
    """Whether the person may, beside the secretariat: who invited the guest, or somebody of the same organisation."""
    own = {seat.organisation for seat in forum.seats_of(person, day)}
    theirs = {seat.organisation for seat in forum.seats_of(guest.said_by, day)}
    return person == guest.said_by or not own.isdisjoint(theirs)


def coming(guests: Iterable[Guest]) -> tuple[Guest, ...]:
    """Those who were not taken back."""
    return tuple(each for each in guests if not each.is_withdrawn)
