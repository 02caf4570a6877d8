"""Whom a sentence names: people and organisations."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.kernel.forum import Forum
from bot.usecases.danish.forms import stem_of
from bot.usecases.danish.titles import stems_of, stems_of_all
from bot.usecases.danish.words import Term
from bot.usecases.per_snapshot import per_snapshot

_REGION = stem_of("region")


@dataclass(frozen=True, slots=True)
class Called:
    """What was named, and the words that named it, by their place in the sentence."""

    ids: tuple[str, ...]
    places: frozenset[int]


def organisations(forum: Forum, words: Sequence[Term]) -> Called:
    """Those of the forum's organisations that have a word of their name in the sentence."""
    return _called(_words_of_organisations(forum), words)


def people(forum: Forum, words: Sequence[Term]) -> Called:
    """Those of the forum's people whose whole name stands in the sentence."""
    stems = {word.stem: place for place, word in enumerate(words)}
    said = frozenset(stems)
    named = {each: own for each, own in _words_of_people(forum).items() if own and own <= said}
    return Called(tuple(named), frozenset(stems[stem] for own in named.values() for stem in own))


def _called(names: Mapping[str, frozenset[str]], words: Sequence[Term]) -> Called:
    places = {word.stem: place for place, word in enumerate(words)}
    said = frozenset(places)
    named = {each: own & said for each, own in names.items() if not own.isdisjoint(said)}
    return Called(
        tuple(named),
        frozenset(places[stem] for held in named.values() for stem in held),
    )


@per_snapshot
def _words_of_organisations(forum: Forum) -> Mapping[str, frozenset[str]]:
    """Every organisation's words that no other one has; »regionen« is the one that has it in its name."""
    found = {each.id: stems_of(each.name) | _region(each.name) for each in forum.organisations}
    shared = Counter(stem for stems in found.values() for stem in stems)
    return {each: frozenset(stem for stem in stems if shared[stem] == 1) for each, stems in found.items()}


def _region(name: str) -> frozenset[str]:
    return stems_of_all(name) & {_REGION}


@per_snapshot
def _words_of_people(forum: Forum) -> Mapping[str, frozenset[str]]:
    return {each.id: stems_of_all(each.name) for each in forum.people}
