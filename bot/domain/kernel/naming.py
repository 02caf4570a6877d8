"""Finds the person whom somebody means by an id, a name or a part of a name."""

from collections.abc import Iterator, Sequence

from bot.domain.kernel.danish import NOBODY, fold
from bot.domain.kernel.people import Person
from bot.domain.kernel.refusal import Refusal

_NOBODY = ("", NOBODY)
_CANDIDATES = 10
_SHOWN = 100  # characters of what was typed that a refusal repeats


def people_meant(words: Sequence[str], people: Sequence[Person]) -> tuple[str, ...]:
    """The ids of the people meant, each once; "ingen" is nobody.

    `words` come from a list that was split at its commas, so a name with a comma in it may lie in several of them.
    Refusal "unknown_person" or, with the candidates, "ambiguous_person".
    """
    wanted = [word for word in words if fold(word).strip() not in _NOBODY]
    return tuple(dict.fromkeys(_each(wanted, people)))


def _each(words: Sequence[str], people: Sequence[Person]) -> Iterator[str]:
    place = 0
    while place < len(words):
        taken, person = _whole_name(words[place:], people) or (1, _part_of_name(words[place], people))
        place += taken
        yield person


def _whole_name(words: Sequence[str], people: Sequence[Person]) -> tuple[int, str] | None:
    """How many of the words make up somebody's id or whole name, and whose; the longest such name."""
    longest = 1 + max((person.name.count(",") for person in people), default=0)
    for taken in range(min(longest, len(words)), 0, -1):
        name = fold(", ".join(word.strip() for word in words[:taken]))
        named = [person.id for person in people if name in (fold(person.id), fold(person.name))]
        if len(named) == 1:
            return taken, named[0]
    return None


def _part_of_name(word: str, people: Sequence[Person]) -> str:
    part = fold(word).strip()
    found = [person for person in people if part in fold(person.name)]
    if not found:
        raise Refusal("unknown_person", navn=word[:_SHOWN])
    if len(found) > 1:
        raise Refusal("ambiguous_person", navn=word[:_SHOWN], kandidater=[each.name for each in found[:_CANDIDATES]])
    return found[0].id
