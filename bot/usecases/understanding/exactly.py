"""What people type, as a typed action: Danish, ASCII Danish or English, and never anything that was not asked for."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from bot.domain.actions import AnyAction
from bot.domain.forum.actions import ChangeChoice, ShowHelp, TieChannel
from bot.domain.kernel.danish import bare
from bot.domain.saying.actions import Said
from bot.domain.saying.mood import mood_of
from bot.usecases import topics
from bot.usecases.phrases import (
    CommandPhrases,
    Filled,
    Phrase,
    QueryPhrases,
    Sentence,
    clearest,
    fit,
    may_be,
    read,
    spell_out,
)

QUERIES = tuple(each for each in topics.PHRASES if isinstance(each, QueryPhrases))
COMMANDS = tuple(each for each in topics.PHRASES if isinstance(each, CommandPhrases))

_EVERY: tuple[QueryPhrases | CommandPhrases, ...] = (*QUERIES, *COMMANDS)


def _by_first() -> Mapping[str, list[tuple[int, Phrase]]]:
    """Every phrase with its owner, by the word that it begins with."""
    found: defaultdict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    for owner, each in enumerate(_EVERY):
        for written in each.phrases.split("|"):
            for phrase in spell_out(written.strip()):
                found[phrase.parts[0]].append((owner, phrase))
    return found


_BY_FIRST = _by_first()


@lru_cache(maxsize=1_000)
def _beginning(first: str, words: int) -> tuple[tuple[int, Phrase], ...]:
    """Those that begin with that word and have room for as many; most sentences are too long for most."""
    return tuple(each for each in _BY_FIRST[first] if each[1].has_room_for(words))


_LONGEST_FIRST = 40  # characters
_EXAMPLES = {"{nr}": "3", "{n}": "3", "{plads}": "1", "{dag}": "16/3", "{tid}": "20 min", "{ord}": "…"}
_BY_NAME = (TieChannel, ChangeChoice)  # a forum or a choice may be called "hvem der skal svare"
_SHORT = 40  # characters of a sentence that may come again; what people tell us in more is not kept


def understand(text: str) -> AnyAction:
    """The action that was asked for; `Said` where no command says just that. Never raises."""
    return understand_exactly(text) or Said(words=text.strip())


def understand_exactly(text: str) -> AnyAction | None:
    """The action of the command that it is; None where it is none."""
    said = text.strip()
    found = _remembered(said) if len(said) <= _SHORT else _understood(said)
    return None if isinstance(found, Said) else found


def suggestion(meant: QueryPhrases | CommandPhrases) -> str:
    """How it is typed, with an example in each slot: "udskyd 3: …"."""
    phrase = next(spell_out(meant.phrases.split("|")[0].strip()))
    shown = " ".join(_EXAMPLES.get(part, part) for part in phrase.parts)
    return f"{shown}: …" if phrase.takes_words else shown


@lru_cache(maxsize=1_000)  # most people write the same few words, and fitting every phrase to them takes a while
def _remembered(said: str) -> AnyAction | None:
    return _understood(said)


def _understood(said: str) -> AnyAction | None:
    sentence, possible = read(said), len(_EVERY)
    if sentence.words is None and said.endswith("?"):  # a question is answered, never carried out
        sentence, possible = read(said.rstrip("? ")), len(QUERIES)
    if not sentence.whole:
        return ShowHelp()
    among = [
        (owner, phrase)
        for first in _firsts(sentence)
        for owner, phrase in _beginning(first, len(sentence.tokens))
        if owner < possible
    ]
    fits = [(owner, phrase, fit(sentence, phrase)) for owner, phrase in among]
    found = clearest([(owner, phrase, fitting) for owner, phrase, fitting in fits if fitting])
    if found is None:
        return None
    owner, best = found
    action = _EVERY[owner].action(best.filled)
    is_held_back = owner >= len(QUERIES) and not isinstance(action, _BY_NAME) and _holds_back(said, best.filled)
    return None if isinstance(action, Said) or is_held_back else action


def _holds_back(said: str, filled: Filled) -> bool:
    """Whether what a slot took asks, or says no or if, so that it is no command; after a colon it may say anything."""
    is_apart = ":" in said or "\n" in said
    mood = mood_of(filled.tail.partition(":")[0] if is_apart else f"{filled.tail} {filled.words}")
    return mood.asks or mood.negates or mood.conditions


def _firsts(sentence: Sentence) -> list[str]:
    """The words that a phrase may begin with where the sentence begins as it does."""
    begins = {word.sound.rstrip(".,!") for word in (*sentence.tokens[:1], *sentence.first[:1])}
    return sorted({first for sound in begins for first in _near(sound[:_LONGEST_FIRST])})


@lru_cache(maxsize=1_000)
def _near(sound: str) -> tuple[str, ...]:
    return tuple(first for first in _BY_FIRST if may_be(sound, bare(first)))
