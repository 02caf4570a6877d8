"""What was found by its ways and what is guessed by single words, the likeliest first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from heapq import nlargest

from bot.usecases.danish.forms import EMPTY
from bot.usecases.understanding.candidate import Candidate
from bot.usecases.understanding.guessed import guessed
from bot.usecases.understanding.likely import Likely, likely
from bot.usecases.understanding.rest import rest_of
from bot.usecases.understanding.traits import Sentence, traits_of

_MOST_GUESSED = 5


def weighed(by_ways: Sequence[Candidate], sentence: Sentence) -> tuple[Candidate, ...]:
    """All of them with their chances."""
    table = likely()
    found = [(each.name, each.share) for each in by_ways]
    chances = table.chances(traits_of(sentence, found, table.vocabulary))
    guesses = _guesses(by_ways, chances, sentence) if _tells(sentence, table) else ()
    among = [replace(each, chance=chances.get(each.name, 0.0)) for each in (*by_ways, *guesses)]
    return tuple(sorted(among, key=lambda each: -each.chance))


def _guesses(by_ways: Sequence[Candidate], chances: Mapping[str, float], sentence: Sentence) -> tuple[Candidate, ...]:
    """The likeliest acts that no way was found of."""
    told, found = sentence.told, {each.name for each in by_ways}
    rest = replace(told, rest=rest_of(told.said, sentence.words, told.slots, frozenset()))
    likeliest = nlargest(_MOST_GUESSED, chances, key=lambda act: chances[act])
    return tuple(guessed((act for act in likeliest if act not in found), rest))


def _tells(sentence: Sentence, table: Likely) -> bool:
    """Whether a word with some weight is known: of the others alone nothing can be guessed."""
    free = (word.stem for place, word in enumerate(sentence.words) if place not in sentence.named)
    return any(stem not in EMPTY and table.vocabulary.known(stem) for stem in free)
