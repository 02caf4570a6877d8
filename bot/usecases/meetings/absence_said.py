"""An absence that somebody tells of in their own words: whose, from what, and who comes instead."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.kernel.danish import bare
from bot.domain.meetings.actions import (
    OpenAbsence,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    ShowWhoComes,
    TakeBackAbsence,
)
from bot.domain.saying.slots import Counted
from bot.usecases.said.told import Told
from bot.usecases.said.whom_said import other_meant
from cards.kit.words import medium_date

_READ = 1_000  # characters
_INSTEAD = re.compile(
    r"(?:^|[,.;:!?]\s*|\bog |\bmen |\bså )(?P<who>[^,.;:!?]{2,60}?)"
    r"\s+(?:kommer|deltager|møder|stiller|tager|træder|går)\b"
    r"[^,.;:!?]{0,30}?\b(?:i ?stedet|for mig|som suppleant|min plads|med|ind)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\W*(?:er|kan|ma|skal|har|hvor\w*|hvad|hvem)\b")
_ARRIVED = re.compile(r"\bkommet (?:med|pa|ind|ud|i)\b")  # of a matter, not of a person
_LONG = re.compile(
    r"\b(?:hele|resten|indtil|til og med|ferie[a-z]*|[a-z]+ferie|orlov|barsel[a-z]*|sygemeldt|rejse[a-z]*|bortrejst"
    r"|udlandet|periode[a-z]*|vak fra|uger|frem)\b"
)
_STAYS_AWAY = re.compile(
    r"\bmeld(?:er|e)? (?:mig |jeg )?(?:fra|afbud)\b|\bpasser (?:[a-z]+ ){0,2}ikke\b"
    r"|\b(?:jeg|vi) (?:kan|kommer|nar) (?:[a-z]+ )?ikke\b(?! komme for sent)"
)
_FROM_TO = re.compile(r"[-–]| til ")
_NAME = re.compile(r"[A-ZÆØÅ][\w.'-]+(?: [A-ZÆØÅ][\w.'-]+){1,3}")


def away(told: Told) -> AnyQuery | AnyCommand | None:
    """From the meeting that is said, else the next one; of somebody else, on another day or asked for, by the form."""
    if _ARRIVED.search(told.sound):
        return None
    if other_meant(told) is not None:
        return _of_another(told)
    if _is_long(told):
        return away_for_long(told)
    if told.day is not None and told.meeting is None:
        return OpenAbsence()
    if told.mood.asks and _ASKS.match(told.sound):
        return OpenAbsence(meeting=told.meeting)
    return ReportAbsence(meeting=told.meeting, substitute=_substitute(told))


def _is_long(told: Told) -> bool:
    """Whether several days are said, and not a month or week alone for the meeting that is in it ("i marts")."""
    several = [each for each in told.slots.days if each.until is not None]
    if not several or told.meeting is None or len(told.slots.days) > 1:
        return bool(several)
    around = told.sound
    return _LONG.search(around) is not None or _FROM_TO.search(told.said[several[0].start : several[0].end]) is not None


def away_oneself(told: Told) -> AnyCommand:
    """Whoever else is named comes instead."""
    return ReportAbsence(meeting=told.meeting, substitute=_substitute(told))


def away_that_day(told: Told) -> AnyQuery | AnyCommand | None:
    """The same of words that mean it only together with the day of a meeting ("kan ikke på tirsdag")."""
    return None if told.meeting is None or told.day is None else away(told)


def away_for_long(told: Told) -> AnyQuery | AnyCommand:
    """From and until the days that are said; from one meeting where only its day is."""
    days = told.slots.days
    several = next((each for each in days if each.until is not None), None)
    if several is not None and several.until is not None:
        return _period(told, ReportPeriod(since=medium_date(several.day), until=medium_date(several.until)))
    if len(days) > 1 and days[0].day < days[1].day:
        return _period(told, ReportPeriod(since=medium_date(days[0].day), until=medium_date(days[1].day)))
    if told.meeting is not None and days and other_meant(told) is None:
        return ReportAbsence(meeting=told.meeting, substitute=_substitute(told))
    return OpenPeriod()


def form(told: Told) -> AnyQuery:
    """The form for it, whoever is away."""
    return OpenAbsence(meeting=told.meeting, person=other_meant(told) or "")


def another_away(told: Told) -> AnyQuery | None:
    """The same of what is said of somebody else alone."""
    if other_meant(told) is None:
        return None
    return OpenPeriod() if any(each.until is not None for each in told.slots.days) else _of_another(told)


def back(told: Told) -> AnyCommand | None:
    """Not away after all; None where the words fit several others."""
    other = other_meant(told)
    return None if other == "" else TakeBackAbsence(meeting=told.meeting, person=other or "")


def back_or_seen(told: Told) -> AnyQuery | AnyCommand | None:
    """The same, or who comes where it is not said whose absence it was; None where they still are away."""
    if _STAYS_AWAY.search(told.sound):
        return None
    numbers = (each.number for each in told.slots.numbers if each.counts is Counted.BARE and each.is_numbered)
    if (number := next(numbers, None)) is not None:
        return TakeBackAbsence(meeting=told.meeting, number=number)
    return back(told) or ShowWhoComes(meeting=told.meeting)


def _of_another(told: Told) -> AnyQuery:
    """Whoever asks whether they are away wants to see it."""
    if told.mood.asks:
        return ShowWhoComes(meeting=told.meeting)
    return OpenAbsence(meeting=told.meeting, person=other_meant(told) or "")


def _period(told: Told, action: ReportPeriod) -> AnyQuery | AnyCommand:
    return OpenPeriod() if other_meant(told) is not None else action


def _substitute(told: Told) -> str:
    """Who comes instead, where that is somebody by name; whoever always does is known without."""
    if told.people:
        return next((each for each in told.people if each != told.moment.actor), "")
    instead = _INSTEAD.search(told.said[:_READ])
    named = None if instead is None else _NAME.fullmatch(instead["who"].strip())
    return "" if named is None or "formand" in bare(named[0]) else named[0]
