"""What people type, as a typed action: Danish, ASCII Danish or English, and never anything that was not asked for."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.domain.actions import AnyAction
from bot.domain.forum.actions import NotUnderstood, ShowHelp
from bot.domain.kernel.danish import bare
from bot.usecases import topics
from bot.usecases.phrases import CommandPhrases, QueryPhrases, clearest, fit, read, spell_out

QUERIES = tuple(each for each in topics.PHRASES if isinstance(each, QueryPhrases))
COMMANDS = tuple(each for each in topics.PHRASES if isinstance(each, CommandPhrases))

_EVERY: tuple[QueryPhrases | CommandPhrases, ...] = (*QUERIES, *COMMANDS)
_PHRASES = tuple(
    (owner, phrase)
    for owner, each in enumerate(_EVERY)
    for written in each.phrases.split("|")
    for phrase in spell_out(written.strip())
)

_EXAMPLES = {"{nr}": "3", "{n}": "3", "{plads}": "1", "{dag}": "16/3", "{tid}": "20 min", "{ord}": "…"}
_SOUNDS = tuple(" ".join(bare(part) for part in phrase.parts if part not in _EXAMPLES) for _, phrase in _PHRASES)
_NEAR_ENOUGH = 75  # of 100
_SHORT = 40  # characters of a sentence that may come again; what people tell us in more is not kept


def understand(text: str) -> AnyAction:
    """The action that was asked for; NotUnderstood with the nearest command where that is not clear. Never raises."""
    said = text.strip()
    return _remembered(said) if len(said) <= _SHORT else _understood(said)


def suggestion(meant: QueryPhrases | CommandPhrases) -> str:
    """How it is typed, with an example in each slot: "udskyd 3: …"."""
    phrase = next(spell_out(meant.phrases.split("|")[0].strip()))
    shown = " ".join(_EXAMPLES.get(part, part) for part in phrase.parts)
    return f"{shown}: …" if phrase.takes_words else shown


@lru_cache(maxsize=1_000)  # most people write the same few words, and fitting every phrase to them takes a while
def _remembered(said: str) -> AnyAction:
    return _understood(said)


def _understood(said: str) -> AnyAction:
    sentence, possible = read(said), len(_EVERY)
    if sentence.words is None and said.endswith("?"):  # a question is answered, never carried out
        sentence, possible = read(said.rstrip("? ")), len(QUERIES)
    if not sentence.whole:
        return ShowHelp()
    fits = [(owner, phrase, fit(sentence, phrase)) for owner, phrase in _PHRASES if owner < possible]
    found = clearest([(owner, phrase, fitting) for owner, phrase, fitting in fits if fitting])
    if found is None:
        return NotUnderstood(nearest=_nearest(said))
    owner, best = found
    return _EVERY[owner].action(best.filled)


def _nearest(said: str) -> str | None:
    typed = " ".join(re.sub("[^a-z ]+", " ", bare(said[:100].partition(":")[0])).split())
    found = process.extractOne(typed, _SOUNDS, scorer=fuzz.WRatio, score_cutoff=_NEAR_ENOUGH)
    return None if found is None or not typed else suggestion(_EVERY[_PHRASES[found[2]][0]])
