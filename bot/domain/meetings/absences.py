"""Telling that somebody is away: what may be told, and what comes of telling it twice or taking it back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.domain.kernel.absence import Absence
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.standing_in import absence_from


def told(forum: Forum, new: Absence) -> Absence:
    """The absence as it is to be stored: of the same meeting or period it takes the place of what was told before.

    Refusal "substitute_self".
    """
    if new.substitute == new.person:
        raise Refusal("substitute_self", field="substitute")
    known = next((each for each in forum.absences if _what(each) == _what(new)), None)
    return new if known is None else replace(new, number=known.number)


def with_absence(forum: Forum, absence: Absence) -> Forum:
    """The forum in which it stands."""
    rest = (each for each in forum.absences if each.number != absence.number)
    return replace(forum, absences=tuple(sorted((*rest, absence), key=lambda each: each.number)))


def without_absence(forum: Forum, absence: Absence) -> Forum:
    """The forum in which it was taken back."""
    return replace(forum, absences=tuple(each for each in forum.absences if each.number != absence.number))


def to_take_back(forum: Forum, person: str, meeting: Meeting | None, number: int | None, today: date) -> Absence:
    """The absence that is meant; Refusal("no_absence") where that person is not away."""
    own = [each for each in forum.absences if each.person == person]
    if number is not None:
        found = next((each for each in own if each.number == number), None)
    else:
        found = None if meeting is None else absence_from(forum, person, meeting, meeting.day)
        found = found or next((each for each in own if each.until is not None and each.until >= today), None)
    if found is None:
        raise Refusal("no_absence")
    return found


def meetings_of(absence: Absence, ahead: tuple[Meeting, ...]) -> Iterator[Meeting]:
    """The meetings that it is an absence from."""
    return (each for each in ahead if absence.is_from(each))


def _what(each: Absence) -> object:
    return each.person, each.meeting, each.since, each.until
