"""From when on something is public, and which meeting's paper is meant, as people type it."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.domain.kernel.danish import parse_date, parse_time
from bot.domain.kernel.refusal import Refusal

LONGEST = 100  # characters of a moment
NOW = "nu"
_YEARS = range(2024, 2052)  # in which every day of the year is every weekday
_AT_EIGHT = time(8)
_CLOCK = re.compile(
    r"^(?P<day>.*?)[,\s]*\b(?:kl|klokken)\.?\s*(?P<clock>[0-9]{1,2}(?:[.:][0-9]{2})?)\s*$", re.IGNORECASE
)
_FROM_MEETING = re.compile(
    r"^(?:fra|til|af)\s+(?:mødet\s+)?(?:(?:den|d\.)\s+)?(?P<meeting>[0-9][0-9./-]*(?:\s+[a-zæøå]{3,9}\.?)?(?:\s+20[0-9]{2})?)"
    r"(?:[,\s]+(?P<moment>\S.*))?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What follows "offentliggør referatet": of which meeting, and from when on."""

    meeting: str | None = None
    moment: str = ""


def meant(tail: str) -> Meant:
    """The parts of it; a moment without a meeting is all of it."""
    typed = " ".join(tail[:LONGEST].split())
    found = _FROM_MEETING.match(typed)
    return Meant(moment=typed) if found is None else Meant(found["meeting"], found["moment"] or "")


def is_some_moment(typed: str) -> bool:
    """Whether it can be read as a moment at all, whenever that is: a weekday belongs to another day each year."""
    return any(_is_moment(typed, year) for year in _YEARS)


def _is_moment(typed: str, year: int) -> bool:
    try:
        moment_of(typed, datetime(year, 1, 1, tzinfo=UTC))
    except Refusal:
        return False
    return True


def moment_of(typed: str, now: datetime) -> datetime:
    """The moment that was typed, in the time of `now`; nothing and "nu" are now, a day alone begins at 8.00.

    Refusal("publication_bad_moment") about its field.
    """
    said = " ".join(typed.split())
    if said.casefold().rstrip(".!") in ("", NOW):
        return now
    if len(said) > LONGEST:
        raise Refusal("publication_bad_moment", field="moment")
    try:
        exact = datetime.fromisoformat(said)
    except ValueError:
        return _danish(said, now)
    if "T" not in said.upper() and ":" not in said:
        return _danish(said, now)
    return exact if exact.tzinfo is not None else _moment(exact.date(), exact.time(), now)


def _danish(said: str, now: datetime) -> datetime:
    found = _CLOCK.match(said)
    day, clock = (found["day"].strip(" ,"), found["clock"]) if found else (said, "")
    try:
        on = parse_date(day, now.date()) if day else now.date()
        at = parse_time(clock) if clock else _AT_EIGHT
    except Refusal:
        raise Refusal("publication_bad_moment", field="moment") from None
    return _moment(on, at, now)


def _moment(day: date, clock: time, now: datetime) -> datetime:
    """Refused on the hour that the clocks leave out."""
    local = datetime.combine(day, clock, tzinfo=now.tzinfo)
    if now.tzinfo is not None and local.astimezone(UTC).astimezone(now.tzinfo).replace(tzinfo=None) != local.replace(
        tzinfo=None
    ):
        raise Refusal("publication_bad_moment", field="moment")
    return local
