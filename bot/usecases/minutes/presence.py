"""Who could be at a meeting, who is known to have been, and who may say so of themselves."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.live.state import Live
from bot.domain.meetings.standing_in import away_from
from bot.domain.minutes.attendance import presences_of, present, was_there
from bot.domain.minutes.state import Attendance, Presence, WasThere
from bot.usecases.desk import Desk
from cards.kit.words import clock_time, listing, say, time_span
from cards.minutes.body import Attended


def people(desk: Desk, meeting: Meeting) -> dict[str, str]:
    """Whoever had a seat on the meeting's day, by id, as somebody who could be absent."""
    return {each.id: each.name for each in desk.forum.people if any(desk.forum.seats_of(each.id, meeting.day))}


def expected(desk: Desk, meeting: Meeting, live: Live | None = None) -> tuple[str, ...]:
    """Those who sit there in their own right or were to step in: nobody misses a substitute who was not called."""
    called = set(stand_ins(desk, meeting, live).values())
    return tuple(
        person
        for person in people(desk, meeting)
        if person in called or any(seat.substitute_for is None for seat in desk.forum.seats_of(person, meeting.day))
    )


def told_away(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """Those of them who said beforehand that they would be away."""
    away = {each.person for each in away_from(desk.forum, meeting)}
    return tuple(person for person in expected(desk, meeting) if person in away)


def stand_ins(desk: Desk, meeting: Meeting, live: Live | None = None) -> dict[str, str]:
    """In whose place somebody else was to come or, as the meeting was held `live`, came, and who."""
    told = {each.person: each.stand_in for each in away_from(desk.forum, meeting) if each.stand_in is not None}
    return told | {each.instead_of: each.person for each in (live.stepped_in if live else ())}


def was_at(desk: Desk, meeting: Meeting, noted: Attendance, person: str) -> bool:
    """Whether they are noted as present or, as long as nobody noted anything of them, were to come."""
    if not any(desk.forum.seats_of(person, meeting.day)):
        return False
    known = was_there(noted, person)
    if known is WasThere.UNKNOWN:
        return person in expected(desk, meeting) and person not in told_away(desk, meeting)
    return known is WasThere.PRESENT


def attended(desk: Desk, meeting: Meeting, noted: Attendance, live: Live | None = None) -> Attended:
    """Who was there by name, in the order in which the forum names its people."""
    known = dict.fromkeys((*expected(desk, meeting, live), *present(noted), *(noted.absent or ())))
    places = {other: person for person, other in stand_ins(desk, meeting, live).items()}

    def named(what: WasThere) -> list[str]:
        return [desk.name_of(person) for person in known if was_there(noted, person) is what]

    return Attended(
        present=[
            _with_hours(desk, noted, each, places.get(each))
            for each in known
            if was_there(noted, each) is WasThere.PRESENT
        ],
        absent=None if noted.absent is None else named(WasThere.ABSENT),
        unknown=named(WasThere.UNKNOWN),
        ended_at=noted.ended_at,
    )


def _with_hours(desk: Desk, noted: Attendance, person: str, place: str | None) -> str:
    """The name, in whose `place` where that is another's, and the hours of who came late or left early."""
    hours = [words for each in presences_of(noted, person) if (words := _hours(desk, each))]
    own = desk.name_of(person)
    name = own if place is None else say("approval.stands_in", navn=own, hvem=desk.name_of(place))
    return say("minutes.hours", navn=name, tider=listing(hours)) if hours else name


def _hours(desk: Desk, presence: Presence) -> str:
    """Nothing for somebody who was there all the time."""
    since, until, tz = presence.since, presence.until, desk.forum.timezone
    if since and until:
        return say("minutes.hours.span", tid=time_span(since, until, tz))
    if since:
        return say("minutes.hours.from", fra=clock_time(since, tz))
    return say("minutes.hours.to", til=clock_time(until, tz)) if until else ""
