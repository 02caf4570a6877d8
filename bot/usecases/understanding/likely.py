"""How likely a sentence means each act, weighed by sentences of people who meant it.

`likely.json` beside this is made by `python -m tests.learning` of the sentences that lie there: what each trait speaks
for and how much, in hundredths. It is a table of words and no more: sums are taken of it, nothing is made up.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from importlib.resources import files
from math import exp
from typing import Any, TypeAlias

from bot.domain.kernel.action import Action
from bot.domain.saying.actions import Offered
from bot.process import gathering
from bot.usecases.danish.words import Vocabulary

FILE = "likely.json"
_SHARPNESS = 10.0  # how far a sum that is greater by one is likelier, as a power of e
TOLD_APART_BY = ("verdict", "clearing", "answer", "step", "change")
"""The fields by which acts of one kind are told apart."""

Weights: TypeAlias = Mapping[str, tuple[tuple[int, float], ...]]
"""What each trait speaks for: the places of acts, each with how much."""


def name_of(action: Action) -> str:
    """What an act is called there: by its kind, and by the answer where one kind has several."""
    if isinstance(action, Offered):
        return f"{action.lead.value}.{action.absent}" if action.absent else action.lead.value
    told = (getattr(action, each, None) for each in TOLD_APART_BY)
    return ".".join([type(action).__name__, *(str(each) for each in told if each is not None)])


class Likely:
    """A table of what traits speak for."""

    def __init__(self, acts: tuple[str, ...], biases: tuple[float, ...], weights: Weights) -> None:
        self.acts = acts
        self._biases = biases
        self._weights = weights
        self.places = {act: place for place, act in enumerate(acts)}
        self.vocabulary = Vocabulary([each for each in weights if each.isalnum()])

    def chances(self, traits: Mapping[str, float]) -> "Chances":
        """How likely each act is meant where those traits are there."""
        sums = list(self._biases)
        for trait, much in traits.items():
            for at, weight in self._weights.get(trait, ()):
                sums[at] += much * weight
        greatest = max(sums)
        powers = [exp(_SHARPNESS * (each - greatest)) for each in sums]
        return Chances(self, powers, sum(powers))


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each act of a table is: its power as a part of the whole, so that all of them together are 1."""

    table: Likely
    powers: Sequence[float]
    whole: float

    def of(self, act: str) -> float:
        """The chance of that act, from 0 to 1; one that the table does not know has none."""
        place = self.table.places.get(act)
        return 0.0 if place is None else self.powers[place] / self.whole

    def greatest(self) -> float:
        """That of the likeliest."""
        return max(self.powers) / self.whole

    def likeliest(self, most: int) -> list[str]:
        """So many acts, the likeliest first."""
        places = nlargest(most, range(len(self.powers)), key=self.powers.__getitem__)
        return [self.table.acts[place] for place in places]


@cache
@gathering()
def likely() -> Likely:
    """The table as it is shipped, read once."""
    read: Mapping[str, Any] = json.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    weights = {trait: _pairs(those) for trait, those in read["traits"].items()}
    return Likely(tuple(read["acts"]), tuple(each / 100 for each in read["biases"]), weights)


def _pairs(those: list[int]) -> tuple[tuple[int, float], ...]:
    """Places and hundredths, which stand in turn."""
    return tuple(map(_pair, those[::2], those[1::2]))


@cache  # the same come again and again: kept once, they are near at hand for the processor
def _pair(at: int, hundredths: int) -> tuple[int, float]:
    return at, hundredths / 100
