"""What was found by its ways and what is guessed by single words, the likeliest first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.kernel.action import Query
from bot.usecases.danish.forms import EMPTY
from bot.usecases.understanding.candidate import Candidate
from bot.usecases.understanding.guessed import guessed
from bot.usecases.understanding.likely import Chances, Likely, likely
from bot.usecases.understanding.rest import rest_of
from bot.usecases.understanding.traits import Sentence, traits_of

_MOST_GUESSED = 5
_WHOLLY = 0.8  # of a sentence that asks for something must be explained by the way in which it does
_FOUND = 0.2  # the least chance of that
_SHORTEST = 3  # letters of a word that anything is guessed by
_FEWEST_WORDS, _SURELY = 2, 0.8  # of a sentence without a word that weighs anything, where nothing was shown


def weighed(by_ways: Sequence[Candidate], sentence: Sentence) -> tuple[Candidate, ...]:
    """All of them with their chances."""
    table = likely()
    found = [(each.name, each.share) for each in by_ways]
    chances = table.chances(traits_of(sentence, found, table.vocabulary))
    guesses = _guesses(by_ways, chances, sentence) if _tells(sentence, table, chances.greatest()) else ()
    is_said = any(each.share >= _WHOLLY and isinstance(each.action, Query) for each in by_ways)
    among = [
        replace(each, chance=_chance(each, chances))
        for each in (*by_ways, *guesses)
        if not (is_said and each.says_nothing)
    ]
    return tuple(sorted(among, key=lambda each: -each.chance))


def _chance(candidate: Candidate, chances: Chances) -> float:
    """By the words; what its way explains wholly is worth being met with where nothing else is likely."""
    least = _FOUND if candidate.share >= _WHOLLY else 0.0
    return max(chances.of(candidate.name), least)


def _guesses(by_ways: Sequence[Candidate], chances: Chances, sentence: Sentence) -> tuple[Candidate, ...]:
    """The likeliest acts that no way was found of."""
    told, found = sentence.told, {each.name for each in by_ways if not each.is_negated}
    rest = replace(told, rest=rest_of(told.said, sentence.words, told.slots, frozenset()))
    return tuple(guessed((act for act in chances.likeliest(_MOST_GUESSED) if act not in found), rest))


def _tells(sentence: Sentence, table: Likely, surely: float) -> bool:
    """Whether a word with some weight is known, or all words are and together leave no doubt."""
    free = [word.stem for place, word in enumerate(sentence.words) if place not in sentence.named]
    known = [stem for stem in free if table.vocabulary.known(stem)]
    is_about_it = sentence.told.moment.talk.shown is not None or len(set(free)) >= _FEWEST_WORDS
    is_whole = bool(free) and len(known) == len(free) and is_about_it and surely >= _SURELY
    return is_whole or any(len(stem) >= _SHORTEST and stem not in EMPTY for stem in known)
