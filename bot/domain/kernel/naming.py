"""Finds the person whom somebody means by an id, a name or a part of a name."""

from collections.abc import Iterator, Sequence

from bot.domain.kernel.danish import NOBODY, fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Person
from bot.domain.kernel.refusal import Refusal

_NOBODY = ("", NOBODY)
_CANDIDATES = 10
_MOST = 200  # names in one sentence, where the forum has no more people
_LONGEST = 400  # characters of a name
_SHOWN = 100  # characters of what was typed that a refusal repeats


Known = Sequence[tuple[str, str, str]]
"""The id of everybody, and their id and name as they are compared."""


def people_meant(words: Sequence[str], people: Sequence[Person]) -> tuple[str, ...]:
    """The ids of the people meant, each once; "ingen" is nobody.

    `words` come from a list that was split at its commas, so a name with a comma in it may lie in several of them.
    Refusal "unknown_person", "too_many_names" or, with the candidates, "ambiguous_person".
    """
    most = max(_MOST, len(people))
    if len(words) > most:
        raise Refusal("too_many_names", over=len(words) - most, max=most)
    known = [(each.id, fold(each.id), fold(each.name)) for each in people]
    wanted = [word.strip() for word in words if _spelled(word) not in _NOBODY]
    return tuple(dict.fromkeys(_each(wanted, people, known)))


def organisation_meant(forum: Forum, words: str) -> Organisation | None:
    """The organisation whose id or name that is or, where it is one alone, whose name it is a part of."""
    typed = _spelled(words.strip().rstrip("."))
    if not typed or len(typed) > _LONGEST:
        return None
    for each in forum.organisations:
        if typed in (fold(each.id), fold(each.name)):
            return each
    part = [each for each in forum.organisations if typed in fold(each.name)]
    return part[0] if len(part) == 1 else None


def _each(words: Sequence[str], people: Sequence[Person], known: Known) -> Iterator[str]:
    longest = 1 + max((person.name.count(",") for person in people), default=0)
    place = 0
    while place < len(words):
        taken, person = _whole_name(words[place : place + longest], known) or (
            1,
            _part_of_name(words[place], people, known),
        )
        place += taken
        yield person


def _whole_name(words: Sequence[str], known: Known) -> tuple[int, str] | None:
    """How many of the words make up somebody's id or whole name, and whose; the longest such name."""
    for taken in range(len(words), 0, -1):
        name = _spelled(", ".join(words[:taken]))
        named = [person for person, *spelled in known if name in spelled]
        if len(named) == 1:
            return taken, named[0]
    return None


def _part_of_name(word: str, people: Sequence[Person], known: Known) -> str:
    part = _spelled(word)
    found = [each for each, (_, _, name) in zip(people, known, strict=True) if part in name]
    if not found:
        raise Refusal("unknown_person", navn=word[:_SHOWN])
    if len(found) > 1:
        raise Refusal("ambiguous_person", navn=word[:_SHOWN], kandidater=[each.name for each in found[:_CANDIDATES]])
    return found[0].id


def _spelled(word: str) -> str:
    """The word as it is compared; what is longer than any name is like none."""
    return fold(word).strip() if len(word) <= _LONGEST else word
