"""Who is away from a meeting, and who acts in their place: each seat has one who acts, and every chain has an end.

A substitute who is away too gives place to the next one. A mandate does not follow unless it was said.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.absence import Absence
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role

_SERVING = frozenset({Role.SECRETARIAT, Role.COORDINATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody who is away from a meeting; the `stand_in` is of the forum, an `outsider` is not; mostly neither is."""

    person: str
    absence: Absence
    stand_in: str | None
    has_mandate: bool

    @property
    def outsider(self) -> str:
        """The name of a stand-in for the day whom the forum does not know; empty without one."""
        return self.absence.outsider


def absence_from(forum: Forum, person: str, meeting: Meeting, day: date) -> Absence | None:
    """The absence from that meeting, else a period in which it or the day lies; the latest that was told."""
    told = [each for each in reversed(forum.absences) if each.person == person]
    own = (each for each in told if each.meeting == meeting.id)
    return next(own, None) or next((each for each in told if each.is_from(meeting) or each.is_on(day)), None)


def stand_in(forum: Forum, person: str, meeting: Meeting, day: date) -> str | None:
    """Who of the forum is in that person's place that day; None where they are there, or nobody is."""
    return _steps_in(forum, person, meeting, day, lambda _: True, {person})


def answerers(forum: Forum, meeting: Meeting, people: Iterable[str], day: date) -> dict[str, str]:
    """Of these people those in whose place somebody else is asked that day, who has an account to answer from."""
    known = {each.id for each in forum.people if each.identities}
    found = ((each, _steps_in(forum, each, meeting, day, known.__contains__, {each})) for each in people)
    return {person: other for person, other in found if other is not None}


def away_from(forum: Forum, meeting: Meeting) -> tuple[Away, ...]:
    """Everybody with a seat who is away from the meeting, in the order in which the forum names its people."""
    return tuple(
        Away(person=each.id, absence=absence, stand_in=other, has_mandate=_follows(forum, meeting, absence, other))
        for each in forum.people
        if any(forum.seats_of(each.id, meeting.day))
        and (absence := absence_from(forum, each.id, meeting, meeting.day)) is not None
        for other in [stand_in(forum, each.id, meeting, meeting.day)]
    )


def usual_substitute(forum: Forum, person: str, day: date) -> str | None:
    """Whom the seats name as that person's substitute that day, the first of several."""
    return next(_named_by_seats(forum, person, day), None)


def without_mandate(forum: Forum, meeting: Meeting) -> tuple[str, ...]:
    """The organisations that are represented, by nobody with a mandate who comes to the meeting; by id."""
    away = {each.person: each for each in away_from(forum, meeting)}
    represented: dict[str, bool] = {}
    for seat in forum.seats:
        if seat.substitute_for is None and seat.holds_on(meeting.day) and not seat.roles <= _SERVING:
            gone = away.get(seat.person)
            comes = seat.mandate if gone is None else gone.has_mandate
            represented[seat.organisation] = represented.get(seat.organisation, False) or comes
    return tuple(each for each, has_one in represented.items() if not has_one)


def _steps_in(
    forum: Forum, person: str, meeting: Meeting, day: date, fits: Callable[[str], bool], seen: set[str]
) -> str | None:
    """The first who can, of those meant and of theirs in turn; `seen` are those whom the chain has passed."""
    absence = absence_from(forum, person, meeting, day)
    if absence is None or absence.outsider:
        return None
    for each in _candidates(forum, absence, day):
        if each in seen or not any(forum.seats_of(each, day)):
            continue
        seen.add(each)
        if absence_from(forum, each, meeting, day) is not None:
            if (next_one := _steps_in(forum, each, meeting, day, fits, seen)) is not None:
                return next_one
        elif fits(each):
            return each
    return None


def _candidates(forum: Forum, absence: Absence, day: date) -> Iterator[str]:
    if absence.substitute is not None:
        yield absence.substitute
    yield from _named_by_seats(forum, absence.person, day)


def _named_by_seats(forum: Forum, person: str, day: date) -> Iterator[str]:
    return (seat.person for seat in forum.seats if seat.substitute_for == person and seat.holds_on(day))


def _follows(forum: Forum, meeting: Meeting, absence: Absence, other: str | None) -> bool:
    """Whether whoever is in the place has a mandate: said of the one who was meant, or that of a seat of their own."""
    if absence.outsider:
        return absence.mandate
    if other is None:
        return False
    is_meant = other == next(_candidates(forum, absence, meeting.day), None)
    return (absence.mandate and is_meant) or any(seat.mandate for seat in forum.seats_of(other, meeting.day))
