"""The names of days, months and numbered things, spelled right where one letter of them is wrong."""

from collections.abc import Iterator

from bot.domain.kernel.danish import MONTHS, WEEKDAYS

_SHORTEST = 5  # "juni" and "juli" are one letter from each other, and from "jule"
_NAMES = (
    *WEEKDAYS,
    *(month for month in MONTHS if len(month) >= _SHORTEST),
    *("punkt", "forslag", "opgave", "version", "bilag", "minutter", "kvarter"),
)
_LENGTHS = range(_SHORTEST - 1, max(map(len, _NAMES)) + 2)
_WORDS_OF_THEIR_OWN = frozenset(
    (
        *(day + ending for day in WEEKDAYS for ending in ("s", "e")),
        *("mandat", "mats", "mart", "marks", "parts", "varts", "harts"),
        *("forsla", "forslar", "forslas", "forslat", "forslog", "opgav", "opgaven", "opgaver"),
    )
)  # bare; one letter from a name, and meant as they stand


def corrected(word: str) -> str:
    """The name that the bare word is but for one letter, else the word; of two such, the one that begins alike."""
    if len(word) not in _LENGTHS or word in _WORDS_OF_THEIR_OWN:
        return word
    perhaps = {name for each in (word, *_shortened(word)) for name in _BY_PART.get(each, ())}
    if word in perhaps:
        return word
    near = [name for name in perhaps if _is_near(word, name)]
    if len(near) > 1:
        near = [name for name in near if name[0] == word[0]]
    return near[0] if len(near) == 1 else word


def _shortened(word: str) -> Iterator[str]:
    """The word without one of its letters: two words that are one letter apart have such a part in common."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _is_near(word: str, name: str) -> bool:
    """Whether one letter is another, missing or too much, or two neighbours are swapped."""
    short, long = sorted((word, name), key=len)
    at = next((place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    is_swapped = word[at : at + 2] == name[at : at + 2][::-1] and word[at + 2 :] == name[at + 2 :]
    return is_swapped or word[at + 1 :] == name[at + 1 :]


def _by_part() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in _NAMES:
        for part in (name, *_shortened(name)):
            found.setdefault(part, set()).add(name)
    return found


_BY_PART = _by_part()
