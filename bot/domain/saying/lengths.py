"""How long something takes, in minutes and hours, up to the eight hours that a meeting may last."""

import re
from datetime import timedelta

from bot.domain.kernel.danish import parse_duration
from bot.domain.kernel.refusal import Refusal
from bot.domain.saying.found import Length
from bot.domain.saying.numerals import CARDINAL, CARDINALS
from bot.domain.saying.sentence import Sentence

_HALF = r"(?:\u00bd|1/2)"
_LENGTH = re.compile(
    r"(?<![a-z0-9.,:/])(?:"
    r"(?:[0-9]{1,3} ?- ?)?(?P<minutes>[0-9]{1,3}) ?min(?:ut[a-z]*)?\b\.?"
    rf"|(?P<said_minutes>{CARDINAL}) minut[a-z]*\b"
    rf"|(?:[0-9] ?- ?)?(?P<hours>[0-9]{{1,2}}(?:,[0-9]{{1,2}})?)(?P<half>(?: |(?=\u00bd)){_HALF}| og en halv| en halv)?"
    r" ?(?:(?:times?|timers?)\b|t\b\.?)"
    rf"|(?P<said_hours>{CARDINAL}|halvanden)(?P<said_half>(?: og)? en halv| {_HALF})? (?:times?|timers?)\b"
    rf"|(?:en |et )?(?P<half_hour>halv|{_HALF}) times?\b"
    rf"|(?:(?P<quarters>[1-9]|{CARDINAL}) )?kvarter\b"
    r")(?: tid\b)?"
)
_JOINED = (" ", " og ")
_HOUR = timedelta(hours=1)


def read_lengths(sentence: Sentence) -> tuple[Length, ...]:
    """Every length, in the order of the sentence; of "20-30 minutter" the longer, and "1 time og 20 min." is one."""
    found: list[tuple[int, int, timedelta]] = []
    for match in _LENGTH.finditer(sentence.text):
        length = _length(match)
        if length is None:
            continue
        start, end = match.span()
        if found and _goes_on(sentence.text, found[-1], start, length):
            start, _, before = found.pop()
            length += before
        found.append((start, end, length))
    places = ((sentence.typed(start, end), length) for start, end, length in found)
    return tuple(Length(start=start, end=end, length=length) for (start, end), length in places)


def _goes_on(text: str, before: tuple[int, int, timedelta], start: int, length: timedelta) -> bool:
    """Whether these are the minutes after whole hours."""
    hours = before[2]
    return text[before[1] : start] in _JOINED and hours % _HOUR == timedelta(0) and length < _HOUR


def _length(match: re.Match[str]) -> timedelta | None:
    try:
        return parse_duration(_written(match))
    except Refusal:
        return None


def _written(match: re.Match[str]) -> str:
    """The same as it is typed into a form."""
    if minutes := match["minutes"] or match["said_minutes"]:
        return f"{_digits(minutes)} min"
    if hours := match["hours"] or match["said_hours"]:
        half = match["half"] or match["said_half"] or hours == "halvanden"
        return f"{_digits(hours)},5 t" if half else f"{_digits(hours)} t"
    return "30 min" if match["half_hour"] else f"{15 * int(_digits(match['quarters'] or '1'))} min"


def _digits(written: str) -> str:
    """A number in digits; what is one and a half begins with one."""
    return "1" if written == "halvanden" else str(CARDINALS.get(written, written))
