"""A meeting of another body written in one breath: whose, when and perhaps at what time."""

import re
from dataclasses import replace
from datetime import date

from bot.domain.external.actions import RegisterExternal
from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.refusal import Refusal

_LONGEST_TIME = 20  # characters of "kl. 13.30"
_MOST_WORDS = 5  # of a day: "tirsdag den 20. april 2027"
_GAPS = re.compile(r"[^\S\n]+")
_ITEMS = re.compile(r"[,;.]?[ \n]punkter: ?", re.IGNORECASE)
_TIME = re.compile(r",?\s+kl\.?\s*(?P<time>[0-9]{1,2}(?:[.:][0-9]{2})?)\s*$", re.IGNORECASE)
_BEFORE_DAY = re.compile(r"\s*,?$")
_BEFORE_BODY = re.compile(r"^(?:i|med|for)\s+", re.IGNORECASE)


def in_one_breath(action: RegisterExternal, today: date) -> RegisterExternal:
    """The same with the fields of a sentence like "Samordningsudvalget 20/4 kl. 13, punkter: Økonomi; Udskrivning"."""
    if not action.words:
        return action
    head, *after = _ITEMS.split(_GAPS.sub(" ", action.words), maxsplit=1)
    timed = _TIME.search(head[-_LONGEST_TIME:])
    named, day = _day_last(head.removesuffix(timed[0]) if timed else head, today)
    items = "\n".join(each.strip() for each in after[0].split(";")) if after else ""
    named = _BEFORE_BODY.sub("", named)
    return replace(action, words="", named=named, day=day, time=timed["time"] if timed else "", items=items)


def _day_last(words: str, today: date) -> tuple[str, str]:
    """The words before the day that they end in, and that day as typed; no day where they end in none."""
    parts = words.split()
    for count in range(min(_MOST_WORDS, len(parts)), 0, -1):
        day = " ".join(parts[-count:]).strip(" ,.")
        if _is_day(day, today):
            return _BEFORE_DAY.sub("", " ".join(parts[:-count])), day
    return " ".join(parts), ""


def _is_day(typed: str, today: date) -> bool:
    try:
        parse_date(typed, today)
    except Refusal:
        return False
    return True
