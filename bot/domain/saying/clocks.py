"""Times of the day: "kl. 15", "klokken halv fem", "16.30-18", "16:30".

Meetings are held by day: an hour from 1 to 6 without a zero before it is one in the afternoon, so that "halv fem" is
16.30 and "kl. 3" is 15.00, while "kl. 9-11" and "kl. 03.00" are what they say. What ends before it begins ends twelve
hours later, where that is the same day. Without "kl." a time needs minutes that no date could be meant by: "16.30" is
a time, "16.10" is a day in October, and "16:10" is a time again.
"""

import re
from datetime import time

from bot.domain.kernel.danish import MONTHS
from bot.domain.saying.found import Clock
from bot.domain.saying.numerals import CARDINAL, counted
from bot.domain.saying.sentence import Sentence
from bot.domain.saying.spoken_clocks import by_day

_HOUR = "(?:[01]?[0-9]|2[0-3])"
_MINUTE = "(?:[0-5][0-9]|oo)"
_ALONE = "(?![0-9]|[.:/-][0-9])"
_CLEAR = rf"(?:{_HOUR}:{_MINUTE}|(?:1[0-9]|2[0-3]|0?[1-9]|00)\.(?:00|oo|1[3-9]|[2-5][0-9]))"
_PERHAPS = rf"{_HOUR}(?:[.:]{_MINUTE})?"
_NO_DAY = rf"(?!\.? ?(?:{'|'.join(MONTHS)}|[a-z]{{3}}\b\.? ?20)|\.? ?[0-9]|[/:-][0-9]| ?%)"
_KL = r"kl(?:okken|okka)?\b[.:]{0,2} ?"
_TO = rf"(?: ?- ?| til )(?:{_KL})?"
_SPOKEN = (
    rf"(?:(?P<quarter>kvart (?:over|i)|halv) (?P<spoken>{CARDINAL}|1[0-2]|[1-9])(?![0-9a-z]))"
    rf"|(?:{_KL}(?P<alone>{CARDINAL})(?![a-z]))"
)
_CLOCK = re.compile(
    r"(?<![a-z0-9])(?<![0-9][.,:/-])(?:fra )?(?:"
    rf"{_KL}(?P<four>(?:[01][0-9]|2[0-3]|[7-9])(?:{_MINUTE}))(?![0-9])"
    rf"|{_KL}(?P<said>{_HOUR}(?:[.,:]{_MINUTE})?)(?![0-9])(?:{_TO}(?P<said_end>{_PERHAPS})(?![0-9]){_NO_DAY})?"
    rf"|(?P<clear>{_CLEAR})(?![0-9])(?:{_TO}(?P<clear_end>{_PERHAPS})(?![0-9]){_NO_DAY}|(?![.:/-][0-9]))"
    rf"|(?P<first>{_PERHAPS}){_TO}(?P<last>{_CLEAR}){_ALONE}"
    rf"|(?<=20[0-9]{{2}} )(?P<stamp>{_HOUR}\.{_MINUTE}){_ALONE}"
    rf"|(?:{_KL})?{_SPOKEN})"
)
_NOON = 12


def read_clocks(sentence: Sentence) -> tuple[Clock, ...]:
    """Every time of the day, in the order of the sentence; where something is moved, "til" parts two."""
    return tuple(clock for match in _CLOCK.finditer(sentence.text) for clock in _clocks(match, sentence))


def _clocks(match: re.Match[str], sentence: Sentence) -> tuple[Clock, ...]:
    begins = _begins(match)
    group = next((name for name in ("said_end", "clear_end", "last") if match[name]), None)
    start, end = sentence.typed(*match.span())
    if group is None:
        return (Clock(start=start, end=end, begins=begins),)
    ends = _read(match[group])
    if " til " in match[0] and sentence.moves(match.start()):
        at, _ = sentence.typed(*match.span(group))
        ended = sentence.typed(match.start(), match.end("said" if match["said"] else "clear"))[1]
        return Clock(start=start, end=ended, begins=begins), Clock(start=at, end=end, begins=ends)
    if ends <= begins and ends.hour < _NOON:
        ends = ends.replace(hour=ends.hour + _NOON)
    return (Clock(start=start, end=end, begins=begins, ends=ends if ends > begins else None),)


def _begins(match: re.Match[str]) -> time:
    if match["four"]:
        return _read(f"{match['four'][:-2]:0>2}.{match['four'][-2:]}")
    if spoken := match["spoken"] or match["alone"]:
        hour = counted(spoken) % _NOON
        return _spoken(hour, match["quarter"] or "")
    return _read(next(match[name] for name in ("said", "clear", "first", "stamp") if match[name]))


def _spoken(hour: int, quarter: str) -> time:
    """The time of "halv fem", "kvart i fem", "kvart over fem" and "fem"."""
    before, minute = {"halv": (1, 30), "kvart i": (1, 45), "kvart over": (0, 15)}.get(quarter, (0, 0))
    return time(by_day((hour - before) % _NOON or _NOON), minute)


def _read(written: str) -> time:
    hour, _, minute = written.replace(":", ".").replace(",", ".").replace("o", "0").partition(".")
    return time(int(hour) if hour.startswith("0") else by_day(int(hour)), int(minute or 0))
