"""Who is away from a meeting, and who acts in their place: each seat has one who acts, and every chain has an end.

A substitute who is away too gives place to the next one. A mandate does not follow unless it was said.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.composition.mandate import has_mandate, inherits, without_mandate
from bot.domain.composition.state import Mandate, StandIn
from bot.domain.forum.representation import stands_for
from bot.domain.kernel.absence import Absence
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody who is away from a meeting; the `stand_in` is of the forum, an `outsider` is not; mostly neither is.

    Whoever steps in `has_mandate` where `is_told` so, by inheritance, or by a seat of their own.
    """

    person: str
    absence: Absence
    stand_in: str | None
    is_told: bool
    has_mandate: bool

    @property
    def outsider(self) -> str:
        """The name of a stand-in for the day whom the forum does not know; empty without one."""
        return self.absence.outsider


def absence_from(forum: Forum, person: str, meeting: Meeting | None, day: date) -> Absence | None:
    """The absence from that meeting, else a period in which it or the day lies; the latest that was told."""
    told = [each for each in reversed(forum.absences) if each.person == person]
    if meeting is None:
        return next((each for each in told if each.is_on(day)), None)
    own = (each for each in told if each.meeting == meeting.id)
    return next(own, None) or next((each for each in told if each.is_from(meeting) or each.is_on(day)), None)


def stand_in(forum: Forum, person: str, meeting: Meeting, day: date) -> str | None:
    """Who of the forum is in that person's place that day; None where they are there, or nobody is."""
    return _steps_in(forum, person, meeting, day, lambda _: True, {person})


def answerers(forum: Forum, meeting: Meeting, people: Iterable[str], day: date) -> dict[str, str]:
    """Of these people those in whose place somebody else is asked that day, who has an account to answer from."""
    fits = _with_account(forum)
    found = ((each, _steps_in(forum, each, meeting, day, fits, {each})) for each in people)
    return {person: other for person, other in found if other is not None}


def acting(forum: Forum, meeting: Meeting, people: Sequence[str], day: date) -> tuple[str, ...]:
    """Who is asked of these that day: each for themselves, or whoever answers in their place."""
    instead = answerers(forum, meeting, people, day)
    return tuple(dict.fromkeys(instead.get(each, each) for each in people))


def acts_for(forum: Forum, meeting: Meeting, person: str, people: Collection[str], day: date) -> tuple[str, ...]:
    """Those of the people for whom that person may answer that day, themselves first."""
    instead = answerers(forum, meeting, people, day)
    own = (each for each in people if each == person)
    return tuple(dict.fromkeys((*own, *(each for each in people if instead.get(each) == person))))


def in_place_on(forum: Forum, person: str, day: date) -> str | None:
    """Who is in that person's place on a day of a period in which they are away, whatever meetings there are."""
    return _steps_in(forum, person, None, day, _with_account(forum), {person})


def is_administrative_for(forum: Forum, other: str, person: str, day: date) -> bool:
    """Whether somebody of an administration is in a politician's place, which no charter speaks against."""
    return Role.POLITICIAN in forum.roles_of(person, day) and Role.POLITICIAN not in forum.roles_of(other, day)


def away_from(forum: Forum, meeting: Meeting, mandates: Collection[Mandate] = ()) -> tuple[Away, ...]:
    """Everybody with a seat who is away from the meeting, in the order in which the forum names its people."""
    return tuple(
        _away(forum, meeting, absence, mandates)
        for each in forum.people
        if any(forum.seats_of(each.id, meeting.day))
        and (absence := absence_from(forum, each.id, meeting, meeting.day)) is not None
    )


def lacking_mandate(forum: Forum, meeting: Meeting, mandates: Collection[Mandate]) -> tuple[str, ...] | None:
    """The organisations that nobody who comes to the meeting may decide for; None where nobody settled that any may."""
    away = away_from(forum, meeting)
    return without_mandate(
        forum,
        meeting.day,
        mandates,
        absent=[each.person for each in away],
        stand_ins=[
            StandIn(absent=each.person, person=each.stand_in, has_mandate=each.is_told)
            for each in away
            if each.stand_in or each.outsider
        ],
    )


def usual_substitute(forum: Forum, person: str, day: date) -> str | None:
    """Whom the seats name as that person's substitute that day, the first of several."""
    return next(_named_by_seats(forum, person, day), None)


def _steps_in(
    forum: Forum, person: str, meeting: Meeting | None, day: date, fits: Callable[[str], bool], seen: set[str]
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


def _with_account(forum: Forum) -> Callable[[str], bool]:
    return {each.id for each in forum.people if each.identities}.__contains__


def _candidates(forum: Forum, absence: Absence, day: date) -> Iterator[str]:
    if absence.substitute is not None:
        yield absence.substitute
    yield from _named_by_seats(forum, absence.person, day)


def _named_by_seats(forum: Forum, person: str, day: date) -> Iterator[str]:
    return (seat.person for seat in forum.seats if seat.substitute_for == person and seat.holds_on(day))


def _away(forum: Forum, meeting: Meeting, absence: Absence, mandates: Collection[Mandate]) -> Away:
    other = stand_in(forum, absence.person, meeting, meeting.day)
    is_meant = bool(absence.outsider) or other == next(_candidates(forum, absence, meeting.day), None)
    is_told = absence.mandate and is_meant and bool(absence.outsider or other)
    follows = is_told or _follows(forum, meeting.day, absence, other, mandates)
    return Away(person=absence.person, absence=absence, stand_in=other, is_told=is_told, has_mandate=follows)


def _follows(forum: Forum, day: date, absence: Absence, other: str | None, mandates: Collection[Mandate]) -> bool:
    """Whether it is inherited, or that of a seat of their own in an organisation that the one who is away is from."""
    if other is None and not absence.outsider:
        return False
    own = [seat for seat in forum.seats if seat.person == absence.person and seat.holds_on(day)]
    if inherits(forum) and any(has_mandate(forum, seat, day, mandates) for seat in own):
        return True
    places = {each for seat in own for each in stands_for(forum, seat)}
    theirs = () if other is None else forum.seats_of(other, day)
    return any(
        has_mandate(forum, seat, day, mandates) for seat in theirs if not places.isdisjoint(stands_for(forum, seat))
    )
