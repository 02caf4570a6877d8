"""The secretariat's form for who was there: nobody is ticked unless somebody said so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.minutes.actions import RecordAttendance, RecordEverybody
from cards.kit.elements import Card, Json, button, card, choice_input, done, heading, text, text_input
from cards.kit.fitting import fitted, shorten
from cards.kit.words import clock_time, medium_date, say
from cards.minutes.body import LONGEST_NAME, Attended, Shown

_NAMES = (LONGEST_NAME, 40, 25)  # characters of each
_LONGEST_TIME = 40  # characters typed for a time that come back


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """The form as it is filled in: those who could be there by id, those who are ticked, the end as typed."""

    people: Mapping[str, str]
    present: Sequence[str]
    ended: str = ""


def attendance_form(shown: Shown, ticks: Ticks, *, outcome: str | None = None) -> Card:
    """Tick those who were there; the outcome of what was just done stands above the buttons."""
    return fitted(lambda most: _attendance_form(shown, ticks, outcome, most), _NAMES)


def summary(attended: Attended) -> str:
    """How many were there, how many not, and of how many nothing is noted."""
    if not attended.is_noted:
        return say("minutes.nobody_noted")
    counted = {
        "minutes.count.present": len(attended.present) or None,
        "minutes.count.absent": None if attended.absent is None else len(attended.absent),
        "minutes.count.unknown": len(attended.unknown) or None,
    }
    return " · ".join(say(key, antal=number) for key, number in counted.items() if number is not None)


def everybody(shown: Shown) -> Json:
    """One tap for all, or for all whose absence is not noted."""
    but_the_absent = bool(shown.attended.absent)
    all_there = RecordEverybody(
        forum=shown.forum, meeting=shown.meeting.id, revision=shown.revision, but_the_absent=but_the_absent
    )
    return button(say("minutes.btn.all_others" if but_the_absent else "minutes.btn.everybody"), all_there)


def _attendance_form(shown: Shown, ticks: Ticks, outcome: str | None, most: int) -> Card:
    record = RecordAttendance(forum=shown.forum, meeting=shown.meeting.id, revision=shown.revision)
    ended_at = shown.attended.ended_at
    ended = ticks.ended[:_LONGEST_TIME] or (clock_time(ended_at, shown.tz) if ended_at else "")
    return card(
        heading(say("minutes.attendance.heading")),
        text(say("minutes.of_meeting", moede_dato=medium_date(shown.meeting.day)), subtle=True),
        text(say("minutes.attendance.rest"), subtle=True),
        choice_input(
            "present",
            say("minutes.field.present"),
            {person: shorten(name, most) for person, name in ticks.people.items()},
            value=",".join(person for person in ticks.present if person in ticks.people),
            multiple=True,
        ),
        text_input("ended", say("minutes.field.ended"), value=ended, placeholder=say("minutes.field.ended.example")),
        done(outcome) if outcome else None,
        actions=[
            button(say("minutes.btn.attendance.save"), record, style="positive"),
            button(say("minutes.btn.everybody"), replace(record, everybody=True)),
        ],
        speak=outcome or say("minutes.attendance.speak", moede_dato=medium_date(shown.meeting.day)),
    )
