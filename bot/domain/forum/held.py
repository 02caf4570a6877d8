"""What somebody is in a forum, by name: whatever they may see follows from it."""

from collections.abc import Iterator
from datetime import date

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.settings import secretariat


def held(forum: Forum, person: str, day: date) -> frozenset[str]:
    """Their seat's roles, that they serve, preside, or lead an organisation's meetings; nothing without a seat."""
    if not any(forum.seats_of(person, day)):
        return frozenset()
    return frozenset(_held(forum, person, day))


def _held(forum: Forum, person: str, day: date) -> Iterator[str]:
    yield "seat"
    yield from (role.value for role in forum.roles_of(person, day))
    if person in secretariat(forum, day):
        yield "serves"
    if person in (forum.choice("chairmanship") or ()):
        yield "presides"
    yield from (f"leads/{each.id}" for each in forum.organisations if each.meeting_leader == person)
