"""Which one of what is called by its number is meant: "post 2", "plads nr. 1/2027", or the one that was shown."""

import re

from bot.domain.saying.slots import Counted
from bot.usecases.said.pointed import Which, numbers_of
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_MONTHS = "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
_IN_WORDS = {
    word: at for at, word in enumerate(["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"], start=2)
}
_MOST = 999  # that a bare number names; a greater one is an amount or a year


def numbered(nouns: str) -> re.Pattern[str]:
    """How a number is written after one of those nouns."""
    return re.compile(
        rf"\b(?:{nouns})\s{{0,3}}(?:nr\.?|nummer|#)?\s{{0,3}}"
        rf"(?P<number>[1-9][0-9]{{0,5}}(?![0-9]|[.,][0-9]|\.\s?(?:{_MONTHS}))|(?:{'|'.join(_IN_WORDS)})\b)"
        r"(?:/(?P<year>20[0-9]{2}))?",
        re.IGNORECASE,
    )


def which(told: Told, written: re.Pattern[str], *kinds: type[object]) -> Which | None:
    """The one that is named, else the one that was shown, if it is of those kinds, else the one of a bare number."""
    if (found := written.search(told.said[:_READ])) is not None:
        number = _IN_WORDS.get(found["number"].casefold()) or int(found["number"])
        return Which(number, int(found["year"]) if found["year"] else None)
    shown = told.moment.talk.shown
    if isinstance(shown, kinds) and (last := getattr(shown, "number", None)) is not None:
        return Which(last, getattr(shown, "year", None))
    bare = next((each for each in numbers_of(told, Counted.BARE) if each <= _MOST), None)
    return None if bare is None else Which(bare)
