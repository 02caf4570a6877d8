"""Times of the day that other words tell from numbers: "ti minutter i seks", "lidt over seks", "det sluttede 18 20".

They are read before lengths, which "ti minutter" would be, and are found where nothing follows that is counted: "lidt
over seks kommuner" is no time.
"""

import re
from collections.abc import Iterator
from datetime import time, timedelta

from bot.domain.saying.found import Clock
from bot.domain.saying.numerals import CARDINAL, HOUR, NO_NOUN, counted
from bot.domain.saying.sentence import Sentence

_NOON = 12
_BEGINS = "(?<![a-z0-9])(?<![0-9][.,:/-])"
_KL = r"kl(?:okken|okka)?\b[.:]{0,2} ?"
_COUNTED = (
    r"(?! ?(?:min|tim|dage?\b|uge|maned|ar\b|gange?\b|omgang|runde|person|kommun|punkt|pkt|sag|forslag|hold|grupp"
    r"|plads|del|rum|mode|led|trin|mio|mill|tusind|kr|%))(?![0-9a-z]|[.,:/-][0-9])"
)
_HOUR = rf"(?P<half>halv )?(?P<hour>{HOUR}|1[0-2]|[1-9])"
_BESIDE = re.compile(
    rf"{_BEGINS}(?:{_KL})?(?:(?P<minutes>[1-5]?[0-9]|{CARDINAL}) ?min(?:ut(?:ter)?)?\b\.?"
    rf"|(?:et )?(?P<quarter>kvart(?:er)?)) (?P<side>i|over|for) {_HOUR}{_COUNTED}"
)
_IN_SHORT = re.compile(
    rf"{_BEGINS}(?<!punkt )(?<!pkt )(?<!nr )(?:{_KL})?(?:(?P<minutes>fem|ti|tyve|femogtyve) (?P<side>i|over)"
    rf"|lidt (?:over|for|i|efter)) {_HOUR}{NO_NOUN}"
)
_TOWARDS = re.compile(rf"{_BEGINS}(?:(?P<hour>{HOUR})|(?P<digits>1?[0-9]|2[0-3]))[ -]?tiden(?![a-z])")
_APART = re.compile(
    rf"{_BEGINS}(?<![0-9] )(?<!punkt )(?<!punkterne )(?<!pkt )(?<!nr )(?<!forslag )(?P<kl>{_KL})?"
    rf"(?P<hours>0?[7-9]|1[0-9]|2[0-3]) (?P<past>[0-5][05]){NO_NOUN}(?![.,:/-][0-9])"
)
_TOGETHER = re.compile(
    rf"{_BEGINS}(?:fra|siden|til) (?P<hours>0[7-9]|1[0-8]|2[1-3])(?P<past>[0-5][05]){NO_NOUN}(?![.,:/-][0-9])"
)
_BEGAN_OR_ENDED = re.compile(
    r"(?<![a-z])(?:af)?(?:slut|start|begynd|stop|rund|ankom|kom|gik|gaet|forlod|forlad|havet|havede|fardig|modte)"
)


def read_spoken_clocks(sentence: Sentence) -> tuple[Clock, ...]:
    """Every such time, in no order."""
    return (*_beside(sentence, _BESIDE), *_beside(sentence, _IN_SHORT), *_towards(sentence), *_typed(sentence))


def _beside(sentence: Sentence, form: re.Pattern[str]) -> Iterator[Clock]:
    """So many minutes before or after an hour, or half of one."""
    for match in form.finditer(sentence.text):
        if form is _IN_SHORT and sentence.moves(match.start()):  # "flyt fem over seks" is about two items
            continue
        found = match.groupdict()
        minutes = 15 if found.get("quarter") else counted(found["minutes"]) if found["minutes"] else 0
        minutes = (-minutes if found["side"] in ("i", "for") else minutes) + (30 if found["half"] else 0)
        hour = (counted(found["hour"]) - bool(found["half"])) % _NOON or _NOON
        yield _clock(sentence, match, by_day(hour), minutes)


def _towards(sentence: Sentence) -> Iterator[Clock]:
    for match in _TOWARDS.finditer(sentence.text):
        yield _clock(sentence, match, by_day(counted(match["hour"] or match["digits"])))


def _typed(sentence: Sentence) -> Iterator[Clock]:
    """ "18 20" where something began or ended, "fra 1730"."""
    first = _BEGAN_OR_ENDED.search(sentence.text)
    for match in (*_APART.finditer(sentence.text), *_TOGETHER.finditer(sentence.text)):
        if match.re is _TOGETHER or match["kl"] or (first is not None and first.start() < match.start()):
            yield _clock(sentence, match, int(match["hours"]), int(match["past"]))


def _clock(sentence: Sentence, match: re.Match[str], hour: int, minutes: int = 0) -> Clock:
    start, end = sentence.typed(*match.span())
    total = timedelta(hours=hour, minutes=minutes) // timedelta(minutes=1)
    return Clock(start=start, end=end, begins=time(total // 60 % 24, total % 60))


def by_day(hour: int) -> int:
    """The hour of a meeting: one in the afternoon where a meeting would not begin so early."""
    return hour + _NOON if 1 <= hour <= _NOON // 2 else hour
