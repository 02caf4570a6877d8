"""Whether two texts say the same but for slips of the pen, so that nobody need be asked again about the later one.

What cannot be told from a change of meaning is one: a word more or less, a digit, a negation, a name, a short word,
another beginning or ending.
"""

import re

from bot.domain.kernel.danish import weighs

_WORDS = re.compile(r"\w+")
_GAPS = re.compile(r"[^\w\s]+|\s+")
_ENDS_SENTENCE = frozenset(".!?:\n")
_SAME_START = 3  # letters: a prefix turns a word into its opposite
_SHORTEST = 5
_LONG = 8  # letters from which on any one letter may be a slip
_MOST_SLIPS = 5


def is_correction(before: str, after: str) -> bool:
    """Whether the later text only corrects how some words of the older are spelled."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) != len(new) or _between(before) != _between(after):
        return False
    begins = _beginnings(before)
    slips = [(place, *pair) for place, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    return len(slips) <= _MOST_SLIPS and all(is_slip(was, now, begins=place in begins) for place, was, now in slips)


def is_slip(before: str, after: str, *, begins: bool) -> bool:
    """Whether one word is the other misspelled; `begins` a sentence, so that a capital tells no name."""
    old, new = before.casefold(), after.casefold()
    if weighs(before) or weighs(after):
        return False
    if old == new:
        return begins or min(len(old), len(new)) >= _SHORTEST
    is_name = not begins and (before[:1].isupper() or after[:1].isupper())
    has_capitals = before[1:] != before[1:].lower() or after[1:] != after[1:].lower()  # an abbreviation
    if is_name or has_capitals or min(len(old), len(new)) < _SHORTEST:
        return False
    return old[:_SAME_START] == new[:_SAME_START] and old[-1] == new[-1] and _is_one_letter(old, new)


def _is_one_letter(old: str, new: str) -> bool:
    """Whether a letter is doubled or not, two neighbours are swapped, or in a long word one is another or missing."""
    short, long = sorted((old, new), key=len)
    at = next((place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    if len(short) == len(long):
        is_swapped = old[at : at + 2] == new[at : at + 2][::-1] and old[at + 2 :] == new[at + 2 :]
        return is_swapped or (len(old) >= _LONG and old[at + 1 :] == new[at + 1 :])
    is_doubled = long[at] == long[at - 1]
    return short[at:] == long[at + 1 :] and (is_doubled or len(long) >= _LONG)


def _between(text: str) -> list[str]:
    """What stands between the words, with every white space alike."""
    return [" " if gap.isspace() else gap for gap in _GAPS.findall(text.strip())]


def _beginnings(text: str) -> set[int]:
    """The places (from 0) of the words that begin the text or a sentence."""
    found, ends = set(), 0
    for place, word in enumerate(_WORDS.finditer(text)):
        if place == 0 or not _ENDS_SENTENCE.isdisjoint(text[ends : word.start()]):
            found.add(place)
        ends = word.end()
    return found
