"""Fitting a sentence to phrases, so that no word of the sentence is ever passed over.

A phrase is written as it is typed, with `a/b` for either word, `[a b]` for words that may be left out, `{nr}` for a
proposal's number, `{n}` and `{plads}` for a plain one, once in it `{dag}` or `{tid}`, or last in it `{ord}` (anything).
A phrase that ends in `:` takes the words after the first colon, as they are; with `:?` they may be missing, and with
`{ord}:` they must be there. Every other word must be one of the phrase's own: misspelled at most a little, and never so
that another phrase is about as near.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.forum.actions import AdminAction, TieChannel
from bot.domain.kernel.danish import DAY_WORDS, bare

_LONGEST_HEAD = 200  # characters before the colon; longer is no command
_LONGEST_TAIL = 8  # words of a day or a length
_LONGEST_LENGTH = 60  # characters of what is a length of time
_FAR = 99
_YEAR = 4  # digits
_MOST_SLIPS = 3  # in one sentence
_CLEARLY = 2  # so many slips farther away must every other phrase be

# Words that are one slip away from a command's and mean something else.
_OTHER_WORDS = frozenset(map(bare, ("igen", "inden", "indtil", "anvis", "opdag", "under", "forelæg")))

_NUMBERS = ("{nr}", "{n}", "{plads}")
_NUMBER = re.compile(r"#?([1-9][0-9]{0,5})(?:/(20[0-9]{2}))?")
_BEFORE_NUMBER = re.compile(r"\b(?:nr|nummer)\.?\s*#?(?=[0-9])", re.IGNORECASE)
_UNIT = r"(?:m|min|minut|minutter|t|time|timer)\.?"
_LENGTH = re.compile(rf"[0-9]*,?[0-9]* ?½? ?{_UNIT}(?:(?: og)? [0-9]+ ?{_UNIT})?|[0-9]+:[0-9]+")
_DAY = re.compile(r"[0-9a-z]*[0-9][0-9a-z./-]*")
_COLON = re.compile(r":(?![0-9])|(?<![0-9]):")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What the slots took: `tail` is the day, the length or anything, `words` is what follows the colon."""

    numbers: tuple[int, ...] = ()
    year: int | None = None
    tail: str = ""
    words: str = ""

    @property
    def number(self) -> int:
        """The first number."""
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class QueryPhrases:
    """The phrases for one query, parted by `|`; the first is what we suggest to those who slip."""

    phrases: str
    action: Callable[[Filled], AnyQuery | AdminAction]


@dataclass(frozen=True, slots=True)
class CommandPhrases:
    """The same for a command: a question mark is enough for it not to be carried out.

    What is not enough said to be done opens its form, which is a query.
    """

    phrases: str
    action: Callable[[Filled], AnyCommand | AnyQuery | TieChannel]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One spelled-out phrase."""

    parts: tuple[str, ...]
    takes_words: bool
    needs_words: bool

    @property
    def takes_anything(self) -> bool:
        """Whether it ends in anything at all, and so gives way to every phrase that says more."""
        return self.parts[-1] == "{ord}"

    def has_room_for(self, words: int) -> bool:
        """Whether a sentence of that many words can fit it."""
        if self.takes_anything:
            return True
        return len(self.parts) <= words <= len(self.parts) + (_LONGEST_TAIL if _shape(self.parts).tail else 0)


@dataclass(frozen=True, slots=True)
class Word:
    """One word as somebody typed it, and its bare spelling, which every phrase is compared with."""

    typed: str
    sound: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """What somebody typed: the words before the first colon, and what follows it (None without a colon).

    `first` are the words that it begins with, wherever a colon stands.
    """

    whole: str
    tokens: tuple[Word, ...]
    first: tuple[Word, ...]
    words: str | None


@dataclass(frozen=True, slots=True)
class Fit:
    """How a sentence fits a phrase: `slips` misspelled letters, each word within its own limit or not."""

    slips: int
    is_close: bool
    filled: Filled = field(default_factory=Filled)


def spell_out(written: str) -> Iterator[Phrase]:
    """Every phrase that a written one stands for."""
    head = written.rstrip(":?")
    colon = written[len(head) :]
    for parts in _variants(head):
        yield Phrase(parts=parts, takes_words=bool(colon), needs_words=colon == ":")


def read(text: str) -> Sentence:
    """The sentence in its parts."""
    head, *after = _COLON.split(text, maxsplit=1)
    short = _BEFORE_NUMBER.sub("", head[: _LONGEST_HEAD + 1])
    tokens = _words(short) if len(head) <= _LONGEST_HEAD else ()
    return Sentence(text, tokens, _words(text[:_LONGEST_HEAD]), after[0].strip() if after else None)


def fit(sentence: Sentence, phrase: Phrase) -> Fit | None:
    """How the sentence fits the phrase; None where it does not at all."""
    if phrase.takes_anything:
        return None if phrase.needs_words and not sentence.words else _fit_anything(sentence, phrase)
    if (phrase.needs_words and not sentence.words) or (sentence.words is not None and not phrase.takes_words):
        return None
    found = _fit_parts(sentence.tokens, phrase.parts)
    return found and replace(found, filled=replace(found.filled, words=sentence.words or ""))


def clearest(fits: list[tuple[int, Phrase, Fit]]) -> tuple[int, Fit] | None:
    """The owner and the fit of the one phrase that is clearly meant; `fits` names each phrase's owner."""
    ranked = sorted(fits, key=lambda each: (each[2].slips, each[1].takes_anything and not each[1].needs_words))
    if not ranked:
        return None
    owner, _, best = ranked[0]
    rivals = [other.slips for rival, _, other in ranked if rival != owner]
    is_clear = best.slips == 0 or min(rivals, default=_FAR) >= best.slips + _CLEARLY
    return (owner, best) if best.is_close and best.slips <= _MOST_SLIPS and is_clear else None


def _variants(written: str) -> Iterator[tuple[str, ...]]:
    optional = re.search(r"\[([^\]]*)\]", written)
    if optional is None:
        yield from product(*(word.split("/") for word in written.split()))
        return
    for choice in ("", optional[1]):
        yield from _variants(written[: optional.start()] + choice + written[optional.end() :])


def _words(text: str) -> tuple[Word, ...]:
    return tuple(map(_word, text.split()))


@lru_cache(maxsize=20_000)
def _word(typed: str) -> Word:
    return Word(typed, bare(typed))


def _fit_anything(sentence: Sentence, phrase: Phrase) -> Fit | None:
    own = phrase.parts[:-1]
    start = sentence.first[: len(own)]
    if len(sentence.first) <= len(own) or any(":" in word.typed for word in start):
        return None
    if (found := _fit_parts(start, own)) is None:
        return None
    tail = sentence.whole.split(None, len(own))[-1].strip()
    return replace(found, filled=replace(found.filled, tail=tail))


class _Shape(NamedTuple):
    """The parts of a phrase: its tail's slot if it has one, the words before and after it."""

    tail: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]


@cache  # of every phrase
def _shape(parts: tuple[str, ...]) -> _Shape:
    at = next((place for place, each in enumerate(parts) if each in _TAILS), None)
    return _Shape(None, parts, ()) if at is None else _Shape(parts[at], parts[:at], parts[at + 1 :])


def _fit_parts(tokens: tuple[Word, ...], parts: tuple[str, ...]) -> Fit | None:
    shape = _shape(parts)
    if len(tokens) < len(parts) or (shape.tail is None and len(tokens) > len(parts)):
        return None
    begin, end = len(shape.before), len(tokens) - len(shape.after)
    found = Fit(0, True)
    for token, part in zip((*tokens[:begin], *tokens[end:]), (*shape.before, *shape.after), strict=True):
        step = _take_number(found, token, part) if part in _NUMBERS else _take_word(found, token, part)
        if step is None:
            return None
        found = step
    if shape.tail is None:
        return found
    rest = tokens[begin:end]
    return replace(found, filled=replace(found.filled, tail=_written(rest))) if _TAILS[shape.tail](rest) else None


def _take_number(found: Fit, token: Word, part: str) -> Fit | None:
    number = _NUMBER.fullmatch(token.typed.rstrip(".,!"))
    if number is None or (number[2] and part != "{nr}"):
        return None
    filled = found.filled
    year = int(number[2]) if number[2] else filled.year
    return replace(found, filled=replace(filled, numbers=(*filled.numbers, int(number[1])), year=year))


def _take_word(found: Fit, token: Word, part: str) -> Fit | None:
    typed, meant = token.sound.rstrip(".,!"), sound_of(part)
    if typed == meant:
        return found
    if not may_be(typed, meant):
        return None
    limit, slips = _slips_allowed(meant), OSA.distance(typed, meant)
    is_close = slips <= limit and typed[:1] == meant[:1] and typed.isalpha() and typed not in _OTHER_WORDS
    return replace(found, slips=found.slips + slips, is_close=found.is_close and is_close)


def may_be(typed: str, meant: str) -> bool:
    """Whether a word may stand for another: it has one slip more than is let pass at most."""
    most = _slips_allowed(meant) + 1
    return OSA.distance(typed, meant, score_cutoff=most) <= most


@cache
def sound_of(part: str) -> str:
    """The bare spelling of a phrase's own word."""
    return bare(part)


def _slips_allowed(word: str) -> int:
    """Short words stand close to each other: "ret" and "et", "til" and "tid"."""
    return 0 if len(word) <= 3 else 1 if len(word) <= 7 else 2


def _is_day(tokens: tuple[Word, ...]) -> bool:
    typed = []
    for token in tokens:
        word = token.sound.strip(".,")
        if word not in DAY_WORDS and _DAY.fullmatch(word) is None:
            return False
        typed.append(word)
    days = [token for token in typed if token.isdecimal() and len(token) < _YEAR]
    counts_anything = len(tokens) == len(days) == 1 and tokens[0].sound.isdecimal()
    return len(days) <= 1 and not counts_anything


def is_length(words: str) -> bool:
    """Whether that is how long something takes: with its unit, as a bare number may be meant otherwise."""
    typed = " ".join(words[: _LONGEST_LENGTH + 1].split())
    return len(words) <= _LONGEST_LENGTH and _LENGTH.fullmatch(typed.casefold()) is not None


def _are_length(tokens: tuple[Word, ...]) -> bool:
    return is_length(_written(tokens))


def _written(tokens: tuple[Word, ...]) -> str:
    return " ".join(token.typed for token in tokens)


_TAILS: dict[str, Callable[[tuple[Word, ...]], bool]] = {"{dag}": _is_day, "{tid}": _are_length}
