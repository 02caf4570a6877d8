"""What a click on each of the topic's actions will do."""

from collections.abc import Iterable, Mapping

from bot.domain.kernel.action import Action
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenAttendance,
    OpenDissent,
    OpenResolution,
    RecordAbsence,
    RecordArrival,
    RecordAttendance,
    RecordDeparture,
    RecordDissent,
    RecordEnd,
    RecordEverybody,
    RecordPositions,
    RecordPresence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
    ShowMinutesPreview,
    TakeBackDissent,
    TakeBackMinutesApproval,
)
from cards.kit.naming import Naming, Title
from cards.kit.titled import person_name, short_name, titled, where
from cards.kit.words import listing, say
from cards.minutes.sentence import OUTCOMES


def _outcome(action: RecordResolution, naming: Naming) -> str:
    return "" if action.outcome is None else f": {say(OUTCOMES[action.outcome])}"


def _names(people: Iterable[str], naming: Naming) -> str:
    names = short_name(listing(person_name(naming, each) for each in people))
    return f": {names}" if names else ""


def _present(action: RecordPresence, naming: Naming) -> str:
    return _names(action.present, naming)


def _absent(action: RecordAbsence | RecordEverybody, naming: Naming) -> str:
    return _names(action.absent, naming)


def _how_many(action: RecordAttendance, naming: Naming) -> str:
    """How many were there, and when the meeting ended."""
    there = say("click.minutes.there", antal=len(action.present)) if action.present else ""
    end = say("click.minutes.ended", tid=short_name(action.ended)) if action.ended else ""
    return "".join(f", {each}" for each in (there, end) if each)


def _end(action: RecordEnd, naming: Naming) -> str:
    return short_name(action.ended)


TITLES: Mapping[type[Action], Title] = {
    ShowMinutes: titled("click.minutes.show"),
    ShowMinutesPreview: titled("click.minutes.preview"),
    OpenAttendance: titled("click.minutes.open_attendance"),
    OpenResolution: titled("click.minutes.open_resolution"),
    OpenDissent: where("position", titled("click.minutes.open_dissent"), titled("click.minutes.open_some_dissent")),
    RecordResolution: titled("click.minutes.resolution", udfald=_outcome),
    RecordPositions: titled("click.minutes.positions"),
    RecordAttendance: where(
        "everybody", titled("click.minutes.all_ticked"), titled("click.minutes.attendance", fremmoede=_how_many)
    ),
    RecordPresence: titled("click.minutes.presence", hvem=_present),
    RecordAbsence: titled("click.minutes.absence", hvem=_absent),
    RecordEverybody: where(
        "but_the_absent",
        titled("click.minutes.all_others", hvem=_absent),
        where("absent", titled("click.minutes.all_but", hvem=_absent), titled("click.minutes.everybody")),
    ),
    RecordArrival: titled("click.minutes.arrival"),
    RecordDeparture: titled("click.minutes.departure"),
    RecordEnd: titled("click.minutes.end", tid=_end),
    RecordDissent: titled("click.minutes.dissent"),
    TakeBackDissent: titled("click.minutes.take_back_dissent"),
    SendMinutes: titled("click.minutes.send"),
    ApproveMinutes: titled("click.minutes.approve"),
    TakeBackMinutesApproval: titled("click.minutes.take_back"),
    RemarkOnMinutes: titled("click.minutes.remark"),
    AddToMinutes: titled("click.minutes.add"),
}
