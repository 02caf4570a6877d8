"""A seat and a working group as somebody may see them: bodies, people and resolutions by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.appointments.levels import LEVELS
from cards.kit.words import medium_date, say

LEVEL_NAMES = {
    each: say(key)
    for each, key in zip(
        LEVELS,
        (
            "appointment.level.direktoer",
            "appointment.level.chef",
            "appointment.level.medarbejder",
            "appointment.level.politisk",
        ),
        strict=True,
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureView:
    """Somebody who holds, held or will hold it; `resolution` is what it rests on, in words."""

    name: str
    since: date
    last: date
    stand_in: str = ""
    level: str = ""
    remark: str = ""
    resolution: str = ""
    has_left: bool = False  # earlier than was meant


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What one organisation answered: `name` None while it is silent, empty where it has no candidate."""

    organisation: str
    name: str | None = None
    level: str = ""
    remark: str = ""
    by: str = ""
    is_on_behalf: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A call for candidates; `until` is its last day, and `is_usual` where nobody chose how long it is open."""

    number: int
    until: date
    days: int
    answers: Sequence[AnswerView]
    is_usual: bool
    is_municipal: bool = False

    @property
    def answered(self) -> int:
        """How many have answered."""
        return sum(each.name is not None for each in self.answers)

    @property
    def candidates(self) -> list[AnswerView]:
        """Those who name somebody."""
        return [each for each in self.answers if each.name]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentView:
    """One seat; `serves` is whether the reader may call for candidates and appoint.

    `reminded` is the day on which the secretariat is told that the holder's time ends.
    """

    forum: str
    number: int
    year: int
    where: str
    title: str
    level: str = ""
    until: date | None = None
    holder: TenureView | None = None
    coming: Sequence[TenureView] = ()
    past: Sequence[TenureView] = ()
    call: CallView | None = None
    reminded: date | None = None
    reminder_days: int = 0
    is_usual_reminder: bool = True
    is_closed: bool = False
    serves: bool = False

    @property
    def called(self) -> str:
        """Like "Plads 1/2027"."""
        return say("appointment.number", nr=self.number, aar=self.year)

    @property
    def name(self) -> str:
        """Where it is, and what it is."""
        return say("appointment.name", organ=self.where, plads=self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """One working group with its seats; `resolution` is what it rests on, `notes` what the charter says of groups."""

    forum: str
    number: int
    year: int
    task: str
    resolution: str
    level: str = ""
    coordinator: str = ""
    until: date | None = None
    closed_on: date | None = None
    duties: Sequence[str] = ()
    seats: Sequence[AppointmentView] = ()
    notes: Sequence[str] = ()
    code: str = ""
    serves: bool = False

    @property
    def called(self) -> str:
        """Like "Arbejdsgruppe 1/2027"."""
        return say("group.number", nr=self.number, aar=self.year)


def level_words(level: str) -> str:
    """What a level is called; one that is not known stands as it was typed."""
    return LEVEL_NAMES.get(level, level)


def holder_words(view: AppointmentView) -> str:
    """Who holds it and how long, or that it is vacant."""
    if view.is_closed:
        return say("appointment.closed")
    if view.holder is None:
        return say("appointment.vacant")
    return tenure_words(view.holder)


def tenure_words(tenure: TenureView) -> str:
    """Like "A, 1. januar 2027 – 31. december 2027 (suppleant: B)"."""
    words = say("appointment.tenure", navn=tenure.name, fra=medium_date(tenure.since), til=medium_date(tenure.last))
    return f"{words} {say('appointment.stand_in', navn=tenure.stand_in)}" if tenure.stand_in else words


def state_words(view: AppointmentView) -> str:
    """Who holds it, on what level it is to be filled, and how far a call for candidates is, on one line."""
    call = view.call
    parts = [
        holder_words(view),
        say("appointment.level", niveau=level_words(view.level)) if view.level else "",
        "" if call is None else say("appointment.answered", svar=call.answered, antal=len(call.answers)),
        *(say("appointment.coming", hvem=tenure_words(each)) for each in view.coming),
    ]
    return " · ".join(part for part in parts if part)


def answer_words(answer: AnswerView) -> str:
    """What one organisation answered, on one line."""
    if answer.name is None:
        return say("appointment.answer.missing", organisation=answer.organisation)
    by = say("appointment.by.on_behalf" if answer.is_on_behalf else "appointment.by", navn=answer.by)
    if not answer.name:
        return say("appointment.answer.none", organisation=answer.organisation, af=by)
    name = f"{answer.name} ({level_words(answer.level)})" if answer.level else answer.name
    words = say("appointment.answer", organisation=answer.organisation, navn=name, af=by)
    return f"{words} {answer.remark}" if answer.remark else words


def group_words(view: GroupView) -> str:
    """Its level, who coordinates it and until when, on one line."""
    parts = [
        say("appointment.level", niveau=level_words(view.level)) if view.level else "",
        say("group.coordinator", navn=view.coordinator) if view.coordinator else say("group.coordinator.none"),
        say("group.until", dato=medium_date(view.until)) if view.until else say("group.until.none"),
        say("group.closed", dato=medium_date(view.closed_on)) if view.closed_on else "",
    ]
    return " · ".join(part for part in parts if part)
