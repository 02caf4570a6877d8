"""What people type, as a typed action: Danish, ASCII Danish or English, and never anything that was not asked for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

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
    sound_of,
    spell_out,
)

QUERIES = tuple(each for each in topics.PHRASES if isinstance(each, QueryPhrases))
COMMANDS = tuple(each for each in topics.PHRASES if isinstance(each, CommandPhrases))

_EVERY: tuple[QueryPhrases | CommandPhrases, ...] = (*QUERIES, *COMMANDS)


def _spelled_out() -> Iterator[tuple[int, Phrase]]:
    """Every phrase with its owner."""
    for owner, each in enumerate(_EVERY):
        for written in each.phrases.split("|"):
            for phrase in spell_out(written.strip()):
                yield owner, phrase


_Beginnings: TypeAlias = Mapping[str, Mapping[str, list[tuple[int, int, Phrase]]]]


def _by_beginning() -> _Beginnings:
    """Every phrase with its place and its owner, by its first two words; the second is empty where there is one."""
    found: dict[str, dict[str, list[tuple[int, int, Phrase]]]] = {}
    for place, (owner, phrase) in enumerate(_spelled_out()):
        first, second = (*phrase.parts, "")[:2]
        found.setdefault(first, {}).setdefault(second, []).append((place, owner, phrase))
    return found


_BY_BEGINNING = _by_beginning()
_OPEN = ("", "{")  # what a second word begins with that any other may stand for: none, or a slot
_LONGEST_WORD = 40  # characters
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
    fits = [(owner, phrase, fit(sentence, phrase)) for owner, phrase in _beginning_alike(sentence) if owner < possible]
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


def _beginning_alike(sentence: Sentence) -> Iterator[tuple[int, Phrase]]:
    """Those that begin with its first two words, or nearly, and have room for as many as it has."""
    seconds = _sounds(sentence, 1) or {""}
    for first in sorted({first for sound in _sounds(sentence, 0) for first in _firsts(sound)}):
        nexts = {second for sound in seconds for second in _seconds(first, sound)}
        for _, owner, phrase in sorted(each for second in nexts for each in _BY_BEGINNING[first][second]):
            if phrase.has_room_for(len(sentence.tokens)):
                yield owner, phrase


def _sounds(sentence: Sentence, place: int) -> set[str]:
    """Its word there, with what is before its first colon and without."""
    words = (*sentence.tokens[place : place + 1], *sentence.first[place : place + 1])
    return {word.sound.rstrip(".,!")[:_LONGEST_WORD] for word in words}


@lru_cache(maxsize=1_000)
def _firsts(sound: str) -> tuple[str, ...]:
    return tuple(first for first in _BY_BEGINNING if may_be(sound, bare(first)))


@lru_cache(maxsize=5_000)
def _seconds(first: str, sound: str) -> tuple[str, ...]:
    return tuple(each for each in _BY_BEGINNING[first] if each[:1] in _OPEN or may_be(sound, sound_of(each)))
