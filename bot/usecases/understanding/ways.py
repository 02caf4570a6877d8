"""Every way to ask for something, as stems that must be there, found by the rarest of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import log
from typing import TypeAlias

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.forum.actions import HandOver, OpenHandOver, TieChannel
from bot.usecases.danish.forms import EMPTY, stem_of
from bot.usecases.danish.words import Term, Vocabulary
from bot.usecases.phrases import CommandPhrases, Filled, Phrase, QueryPhrases, spell_out
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told
from bot.usecases.topics import PHRASES
from bot.usecases.understanding.everyday import SAYINGS

_SLOT = re.compile(r"\{[a-z]+\}")
_LEAST = 0.35  # what a word of a way weighs that is empty elsewhere
_MANDATORY = "!"
_NOT = stem_of("ikke")  # what it denies hangs on where it stands, so a command with it is no way in any order


@dataclass(frozen=True, slots=True)
class Way:
    """One way: stems that must be there, those that may be, those that must not, and what is meant by it."""

    needed: tuple[str, ...]
    helpful: tuple[str, ...]
    barred: frozenset[str]
    owner: int
    act: Act


@dataclass(frozen=True, slots=True)
class Owner:
    """What the ways of one saying, or of one command as it is typed, have in common."""

    is_plain: bool | Callable[[Told], bool]
    when: Callable[[Moment], bool] | None
    by_secretariat: bool
    refuses: bool
    is_everyday: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A way that a sentence holds: how much it weighs, and which of the sentence's words it explains."""

    way: Way
    weight: float
    explained: frozenset[int]


_Index: TypeAlias = Mapping[str, Mapping[str, list[tuple[frozenset[str], Way]]]]


class Ways:
    """All of them, to be asked which a sentence holds; each costs little unless its rarest word is there."""

    def __init__(self, sayings: Iterable[Saying], commands: Iterable[QueryPhrases | CommandPhrases]) -> None:
        self.owners: list[Owner] = []
        found: dict[tuple[object, ...], Way] = {}
        for way in (*self._of_sayings(sayings), *self._of_commands(commands)):
            found.setdefault((way.owner, way.needed, way.barred), way)
        self.every = tuple(found.values())
        holding = Counter(stem for owner in self._stems_by_owner() for stem in owner)
        self._weights = {
            stem: _LEAST if stem in EMPTY else log(1 + len(self.owners) / count) for stem, count in holding.items()
        }
        self.vocabulary = Vocabulary(holding)
        self.of_owner = [frozenset(each) for each in self._stems_by_owner()]
        self._by_rarest = self._indexed()

    def weight(self, stem: str) -> float:
        """How much a word tells; a word that no way has tells nothing but that it is there."""
        return self._weights.get(stem, 0.0)

    def held(self, words: Iterable[tuple[int, Term]], moment: Moment) -> list[Hit]:
        """Every way that may be meant then and whose words are all there; each word comes with its place."""
        at: dict[str, tuple[float, int]] = {}
        for place, word in words:
            for known in self.vocabulary.known(word.stem):
                if known.surely > at.get(known.stem, (0.0, 0))[0]:
                    at[known.stem] = (known.surely, place)
        said = frozenset(at)
        weighed = {stem: (self._weights[stem] * surely, place) for stem, (surely, place) in at.items()}
        return [
            _hit(way, weighed)
            for rarest in sorted(self._by_rarest.keys() & said)  # so that every process finds the same first
            for next_rarest in sorted(self._by_rarest[rarest].keys() & said)
            for needed, way in self._by_rarest[rarest][next_rarest]
            if needed <= said and way.barred.isdisjoint(said)
            if (when := self.owners[way.owner].when) is None or when(moment)
        ]

    def _indexed(self) -> _Index:
        """Every way by the two words of it that the fewest ways need; twice by the same where it has but one."""
        needing = Counter(stem for way in self.every for stem in way.needed)
        found: defaultdict[str, defaultdict[str, list[tuple[frozenset[str], Way]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for way in self.every:
            by_number = sorted(way.needed, key=lambda stem: (needing[stem], stem))
            found[by_number[0]][by_number[:2][-1]].append((frozenset(way.needed), way))
        return found

    def _stems_by_owner(self) -> Iterator[set[str]]:
        by_owner: list[set[str]] = [set() for _ in self.owners]
        for way in self.every:
            by_owner[way.owner].update(way.needed, way.helpful)
        return iter(by_owner)

    def _of_sayings(self, sayings: Iterable[Saying]) -> Iterator[Way]:
        for saying in sayings:
            self.owners.append(Owner(saying.is_plain, saying.when, saying.by_secretariat, saying.refuses, True))
            for written in filter(str.strip, saying.ways.split("|")):
                yield from _read(written, len(self.owners) - 1, saying.act)

    def _of_commands(self, commands: Iterable[QueryPhrases | CommandPhrases]) -> Iterator[Way]:
        for each in commands:
            self.owners.append(Owner(False, None, False, False, False))
            for written in each.phrases.split("|"):
                for phrase in spell_out(written.strip()):
                    stems = [stem_of(part) for part in phrase.parts if not _SLOT.fullmatch(part)]
                    is_turned = isinstance(each, CommandPhrases) and _NOT in stems
                    if not is_turned and any(stem not in EMPTY for stem in stems):
                        act = _acting(each, phrase)
                        yield Way(tuple(dict.fromkeys(stems)), (), frozenset(), len(self.owners) - 1, act)


def _hit(way: Way, weighed: Mapping[str, tuple[float, int]]) -> Hit:
    held = [weighed[stem] for stem in way.needed]
    if way.helpful:
        held += [weighed[stem] for stem in way.helpful if stem in weighed]
    return Hit(way, sum([weight for weight, _ in held]), frozenset([place for _, place in held]))


def _read(written: str, owner: int, act: Act) -> Iterator[Way]:
    parts = written.split()
    barred = frozenset(stem_of(part[1:]) for part in parts if part.startswith(_MANDATORY))
    helpful = tuple(stem_of(each) for part in parts if part.startswith("[") for each in part.strip("[]").split("/"))
    needed = [part.split("/") for part in parts if part[0] not in "!["]
    for choice in product(*needed):
        yield Way(tuple(dict.fromkeys(map(stem_of, choice))), helpful, barred, owner, act)


def _acting(command: QueryPhrases | CommandPhrases, phrase: Phrase) -> Act:
    """The command's own act, where all that the phrase has slots for was said."""

    def act(told: Told) -> AnyQuery | AnyCommand | None:
        filled = _filled(told, phrase)
        action = None if filled is None else command.action(filled)
        return None if isinstance(action, TieChannel | OpenHandOver | HandOver) else action

    return act


def _filled(told: Told, phrase: Phrase) -> Filled | None:
    slots = [part for part in phrase.parts if _SLOT.fullmatch(part)]
    numbers = [told.number if part == "{nr}" else told.position for part in slots if part in ("{nr}", "{n}")]
    tails = {"{dag}": told.day_typed, "{tid}": told.length_typed, "{ord}": told.rest}
    tail = next((tails[part] for part in slots if part in tails), "")
    is_short = None in numbers or (not tail and any(part in tails for part in slots)) or "{plads}" in slots
    if is_short or (phrase.needs_words and not told.reason):
        return None
    return Filled(
        numbers=tuple(each for each in numbers if each),
        year=told.year if "{nr}" in slots else None,
        tail=tail,
        words=told.reason if phrase.takes_words else "",
    )


def every_way() -> Ways:
    """Those of all topics."""
    return Ways(SAYINGS, PHRASES)
