"""Who was there: from the form or from a sentence to what is noted, and nothing that nobody said."""

import re
from datetime import datetime, timedelta
from typing import assert_never

from bot.domain.kernel.danish import parse_time
from bot.domain.kernel.naming import people_meant
from bot.domain.kernel.people import Person
from bot.domain.kernel.refusal import Refusal
from bot.domain.live.rules import ends_by_itself
from bot.domain.minutes import attendance as noting
from bot.domain.minutes import rules
from bot.domain.minutes.actions import (
    AttendanceCommand,
    RecordAbsence,
    RecordArrival,
    RecordAttendance,
    RecordDeparture,
    RecordEnd,
    RecordEverybody,
    RecordPresence,
)
from bot.domain.minutes.state import Attendance, Minutes
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.minutes import keeping
from bot.usecases.minutes.forms import attendance_card
from bot.usecases.minutes.presence import expected, people, told_away
from bot.usecases.minutes.records import Record, begun
from bot.usecases.minutes.views import card_for, shown_to
from bot.usecases.rights import require_secretariat
from cards.kit.elements import Card
from cards.kit.words import say
from cards.minutes.attendance import summary

_NAME_AND_TIME = re.compile(r"(?P<name>.*?\S)\s+(?:kl\.?\s*)?(?P<time>[0-9]{1,2}(?:[.:][0-9]{2})?)")

_LONGEST = 200  # characters of a name and a time


async def record(desk: WritingDesk, actor: str, action: AttendanceCommand) -> Card:
    """Note it; the minutes come back, or the form where somebody ticks on there."""
    found = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    noted = _noted(desk, found, action)
    revision = action.revision if isinstance(action, RecordAttendance | RecordEverybody) else None
    changed = rules.note_attendance(found.minutes, noted, revision=revision)
    after = await keeping.keep(desk, found, changed)
    if changed != found.minutes:
        await log_attendance(desk, actor, changed)
    seen = await shown_to(desk, actor, after)
    key = "minutes.done.attendance" if seen.attended.is_noted else "minutes.done.attendance.nobody"
    words = say(key, opsummering=summary(seen.attended))
    if isinstance(action, RecordAttendance) and action.everybody:
        return attendance_card(desk, after, seen, outcome=f"{words} {say('minutes.attendance.ticked')}")
    return await card_for(desk, actor, after, outcome=words)


def _noted(desk: Desk, found: Record, action: AttendanceCommand) -> Attendance:
    before, seated, away = found.minutes.attendance, expected(desk, found.meeting), told_away(desk, found.meeting)
    match action:
        case RecordAttendance():
            ticked = noting.note_ticked(before, meant_of(desk, found, action.present), seated)
            there = noting.note_expected(ticked, seated, away) if action.everybody else ticked
            return _ended(found, there, action.ended)
        case RecordEverybody():
            if action.absent:
                lacking = noting.note_absent(before, (*meant_of(desk, found, action.absent), *away))
                return noting.note_everybody(lacking, seated, but_the_absent=True)
            if action.but_the_absent:
                return noting.note_everybody(before, seated, but_the_absent=True)
            return noting.note_expected(before, seated, away)
        case RecordPresence():
            return noting.note_present(before, meant_of(desk, found, action.present))
        case RecordAbsence():
            return noting.note_absent(before, meant_of(desk, found, action.absent))
        case RecordArrival():
            person, at = _person_and_time(desk, found, action.words)
            return noting.note_arrival(before, person, at, found.meeting)
        case RecordDeparture():
            return _departed(desk, found, action.words)
        case RecordEnd():
            return _ended(found, before, action.ended)
        case _:
            assert_never(action)


def _departed(desk: Desk, found: Record, words: str) -> Attendance:
    person, at = _person_and_time(desk, found, words)
    if found.live is not None and at == desk.now:
        return noting.note_gone(found.minutes.attendance, person, at, found.live.started_at, found.meeting)
    return noting.note_departure(found.minutes.attendance, person, at, found.meeting)


def meant_of(desk: Desk, found: Record, words: tuple[str, ...]) -> tuple[str, ...]:
    """Ids from the card, or names as typed."""
    return people_meant(words, _seated(desk, found))


def _seated(desk: Desk, found: Record) -> list[Person]:
    seated = people(desk, found.meeting)
    return [person for person in desk.forum.people if person.id in seated]


def _person_and_time(desk: Desk, found: Record, words: str) -> tuple[str, datetime]:
    match = _NAME_AND_TIME.fullmatch(words.strip()[:_LONGEST])
    named = people_meant((match["name"],), _seated(desk, found)) if match else ()
    if match is None and found.live is not None and found.live.is_running:
        return _anybody(people_meant((words[:_LONGEST],), _seated(desk, found))), desk.now
    if match is None or not named:
        raise Refusal("name_and_time")
    return named[0], _moment(found, match["time"])


def _anybody(named: tuple[str, ...]) -> str:
    if not named:
        raise Refusal("name_and_time")
    return named[0]


def _ended(found: Record, attendance: Attendance, typed: str) -> Attendance:
    """Where nothing was typed, what is noted stays."""
    return noting.note_end(attendance, _moment(found, typed), found.meeting) if typed.strip() else attendance


def _moment(found: Record, typed: str) -> datetime:
    """On the meeting's day or, of a meeting that lasts beyond midnight, on the next one."""
    starts, clock = found.meeting.starts, parse_time(typed)
    same, following = (
        datetime.combine(starts.date() + timedelta(days=days), clock, tzinfo=starts.tzinfo) for days in (0, 1)
    )
    return following if same < starts and following <= ends_by_itself(found.meeting) else same


async def log_attendance(desk: WritingDesk, actor: str, changed: Minutes) -> None:
    """By ids, with the moments as they are written."""
    noted = changed.attendance

    def written(moment: datetime | None) -> str | None:
        return None if moment is None else moment.isoformat()

    await desk.log(
        actor,
        "minutes.attendance",
        meeting=changed.meeting,
        revision=changed.revision,
        present=[[each.person, written(each.since), written(each.until)] for each in noted.presences],
        absent=None if noted.absent is None else list(noted.absent),
        ended=written(noted.ended_at),
    )
