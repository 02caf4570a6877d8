"""Somebody says that they are away, or come after all; the secretariat says so for others, too."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.kernel.absence import Absence
from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.naming import people_meant
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.people import Person
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.meetings.absences import to_take_back, told, with_absence, without_absence
from bot.domain.meetings.actions import (
    OpenAbsence,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    TakeBackAbsence,
    WhoIsAway,
)
from bot.domain.meetings.periods import period, split_period
from bot.domain.meetings.standing_in import usual_substitute
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.in_force import require_in_force
from bot.usecases.meant import meeting_meant
from bot.usecases.meetings import absence_words as said
from bot.usecases.meetings.handing_over import follow
from bot.usecases.rights import is_secretariat, require_secretariat
from cards.kit.elements import Card
from cards.meetings import absence as cards
from cards.meetings.absence import USUAL, Offer
from storage import absences
from storage import forum as forums

_LONGEST_SENTENCE = 300  # characters of who is away, when, and who comes instead
_LONGEST_NAME = 80  # characters of somebody from outside
_INSTEAD = re.compile(r"\s*:\s*(?P<other>.*?)\s*(?:(?:kommer|deltager|møder)?\s*i stedet\.?)?$", re.IGNORECASE)
_WHEN = re.compile(r"^(?P<name>.*\S)\s+(?:til mødet\s+)?den\s+(?P<day>.*[0-9].*)$", re.IGNORECASE)


async def open_form(desk: Desk, actor: str, action: OpenAbsence) -> Card:
    """The form for that meeting, else the next one, filled in with what was said already."""
    await require_in_force(desk, actor)
    said_of = action.person if len(action.person) <= _LONGEST_SENTENCE else ""
    head, _, instead = said_of.partition(":")
    when = _WHEN.match(head)
    person = _whose(desk, actor, when["name"] if when else head or action.person)
    meeting = _ahead(desk, when["day"] if when else action.meeting)
    known = next((each for each in desk.forum.absences if (each.person, each.meeting) == (person, meeting.id)), None)
    other = _INSTEAD.match(f":{instead}")
    named = _substitute(desk, other["other"], meeting.day) if other and other["other"] else None
    filled = ReportAbsence(
        forum=desk.forum.id,
        meeting=meeting.id,
        person="" if person == actor else person,
        substitute=named or (known.substitute if known else None) or "",
        outsider=known.outsider if known else "",
        mandate=known.mandate if known else False,
    )
    return cards.absence_form(filled, _offer(desk, actor, person, known))


async def open_period(desk: Desk, actor: str, action: OpenPeriod) -> Card:
    """The form for several days."""
    await require_in_force(desk, actor)
    return cards.period_form(ReportPeriod(forum=desk.forum.id), _offer(desk, actor, actor))


def as_filled_in(desk: Desk, actor: str, action: ReportAbsence | ReportPeriod) -> Card:
    """The form with what was typed in it."""
    known = {each.id for each in desk.forum.people}
    person = action.person if action.person in known and is_secretariat(desk, actor) else actor
    filled = replace(action, person="" if person == actor else person)
    if isinstance(filled, ReportPeriod):
        return cards.period_form(filled, _offer(desk, actor, person))
    following = next(iter(desk.meetings_ahead()), None)
    is_ahead = any(each.id == filled.meeting for each in desk.meetings_ahead())
    if not is_ahead:
        filled = replace(filled, meeting=None if following is None else following.id)
    return cards.absence_form(filled, _offer(desk, actor, person))


async def report(desk: WritingDesk, actor: str, action: ReportAbsence) -> Card:
    """Note an absence from one meeting."""
    person, meeting = _whose(desk, actor, action.person), _ahead(desk, action.meeting)
    _check_seat(desk, person, meeting.day)
    new = Absence(number=await absences.next_number(desk.conn, desk.forum.id), person=person, meeting=meeting.id)
    return await _note(desk, actor, _with_substitute(desk, actor, new, meeting.day, action))


async def report_period(desk: WritingDesk, actor: str, action: ReportPeriod) -> Card:
    """Note an absence of several days."""
    person = _whose(desk, actor, action.person)
    first, last = split_period(action.words) if action.words else (action.since, action.until)
    since, until = period(first, last, desk.today)
    _check_seat(desk, person, max(since, desk.today))
    number = await absences.next_number(desk.conn, desk.forum.id)
    new = Absence(number=number, person=person, since=since, until=until)
    return await _note(desk, actor, _with_substitute(desk, actor, new, max(since, desk.today), action))


async def take_back(desk: WritingDesk, actor: str, action: TakeBackAbsence) -> Card:
    """Let an absence count no more, until its meeting begins."""
    person = _whose(desk, actor, action.person)
    ahead = desk.meetings_ahead()
    meeting = _ahead(desk, action.meeting) if action.meeting else next(iter(ahead), None)
    absence = to_take_back(desk.forum, person, meeting, action.number, desk.today)
    if absence.meeting is not None:
        _ahead(desk, absence.meeting)
    await forums.put_absence(desk.conn, desk.forum.id, absence, by=actor, at=desk.now, is_taken_back=True)
    after = replace(desk, forum=without_absence(desk.forum, absence))
    await after.log(actor, "meeting.absence_taken_back", **_facts(absence))
    await follow(after, desk.forum, actor, absence, is_back=True)
    return cards.noted(desk.forum.id, said.taken_back(after, actor, absence))


async def _note(desk: WritingDesk, actor: str, new: Absence) -> Card:
    """Store it where it says something new, and let everything follow from it; what came of it."""
    absence = told(desk.forum, new)
    if absence in desk.forum.absences:
        return cards.noted(desk.forum.id, await said.noted(desk, actor, absence, is_again=True))
    await forums.put_absence(desk.conn, desk.forum.id, absence, by=actor, at=desk.now)
    after = replace(desk, forum=with_absence(desk.forum, absence))
    texts = {"outsider": absence.outsider} if absence.outsider else None
    await after.log(actor, "meeting.absence", texts=texts, **_facts(absence))
    await follow(after, desk.forum, actor, absence, is_back=False)
    return cards.noted(desk.forum.id, await said.noted(after, actor, absence, is_again=False))


def _facts(absence: Absence) -> dict[str, Any]:
    """The absence as the log tells it, without anybody's words."""
    days = {"since": absence.since and absence.since.isoformat(), "until": absence.until and absence.until.isoformat()}
    when = days if absence.meeting is None else {"meeting": absence.meeting}
    who = {"number": absence.number, "person": absence.person, "substitute": absence.substitute}
    return {**who, **when, "mandate": absence.mandate}


def _whose(desk: Desk, actor: str, named: str) -> str:
    """Who is away: the one who asks, or whom the secretariat names."""
    meant = people_meant((named,), _seated(desk)) if named.strip() else (actor,)
    person = meant[0] if meant else actor
    if person != actor:
        require_secretariat(desk, actor)
    return person


def _ahead(desk: Desk, named: str | None) -> Meeting:
    """The meeting that is meant, else the next one; it must be ahead, since who was there stands in the minutes."""
    following = next(iter(desk.meetings_ahead()), None)
    meeting = following if named is None else meeting_meant(desk, named)
    if meeting is None:
        raise not_held(desk.forum, named, following)
    if desk.now >= meeting.starts:
        raise Refusal("absence_begun", field="meeting", moede_dato=meeting.day)
    return meeting


def _with_substitute(desk: Desk, actor: str, new: Absence, day: date, action: WhoIsAway) -> Absence:
    """The absence with who steps in; only the secretariat registers somebody from outside."""
    outsider = clean_line(action.outsider, Term("absence.field.outsider"), _LONGEST_NAME, required=False)
    if outsider:
        require_secretariat(desk, actor)
    named = None if outsider else _substitute(desk, action.substitute, day)
    return replace(new, substitute=named, outsider=outsider, mandate=action.mandate)


def _substitute(desk: Desk, named: str, day: date) -> str | None:
    """Who is named, by id or name; Refusal("substitute_no_seat") for somebody who cannot step in that day."""
    if named.strip() in ("", USUAL):
        return None
    meant = people_meant((named,), desk.forum.people)
    if not meant:
        return None
    if not any(desk.forum.seats_of(meant[0], day)):
        raise Refusal("substitute_no_seat", field="substitute", navn=desk.name_of(meant[0]), moede_dato=day)
    return meant[0]


def _check_seat(desk: Desk, person: str, day: date) -> None:
    if not any(desk.forum.seats_of(person, day)):
        raise Refusal("absence_of_nobody", navn=desk.name_of(person), moede_dato=day)


def _seated(desk: Desk) -> list[Person]:
    """Everybody with a seat, today or to come."""
    seated = {seat.person for seat in desk.forum.seats if seat.until is None or seat.until >= desk.today}
    return [each for each in desk.forum.people if each.id in seated]


def _offer(desk: Desk, actor: str, person: str, known: Absence | None = None) -> Offer:
    """What the form offers; one that others read along, and may press too, is nobody's own."""
    names = {each.id: each.name for each in _seated(desk)}
    is_own = not desk.is_overheard or person != actor
    writes = is_secretariat(desk, actor) and is_own
    usual = usual_substitute(desk.forum, person, desk.today) if is_own else None
    return Offer(
        forum=desk.forum.id,
        meetings=desk.meetings_ahead(),
        substitutes={each: name for each, name in names.items() if each != person or not is_own},
        whose=None if person == actor else desk.name_of(person),
        people=names if writes and not desk.is_overheard else None,
        reader=actor,
        usual=None if usual is None else desk.name_of(usual),
        takes_outsiders=writes,
        rule=desk.forum.charter.composition.substitutes,
        number=None if known is None else known.number,
    )
