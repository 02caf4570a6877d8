"""How likely a sentence means each act, weighed by sentences of people who meant it.

`likely.json` beside this is made by `python -m tests.learning` of the sentences that lie there: what each trait speaks
for and how much, in hundredths. It is a table of words and no more: sums are taken of it, nothing is made up.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from struct import unpack
from typing import Any, TypeAlias

from bot.domain.kernel.action import Action
from bot.domain.saying.actions import Offered
from bot.process import gathering
from bot.usecases.danish.words import Vocabulary

FILE = "likely.json"
_SHARPNESS = 10.0  # how far a sum that is greater by one is likelier, as a power of e
TOLD_APART_BY = ("verdict", "clearing", "answer", "step", "change")
"""The fields by which acts of one kind are told apart."""

Weights: TypeAlias = Mapping[str, Sequence[int]]
"""What each trait speaks for: the places of acts and hundredths in turn."""

# The hundredths of all acts stand side by side in one number, so that a trait is added to all of them at once: four
# times as fast as one by one.
_LANE = 32  # bits of an act
_MIDDLE = 1 << (_LANE - 1)  # what is less than this in a lane is less than nothing
_FINE = 1_000  # steps in which much of a trait is there


def name_of(action: Action) -> str:
    """What an act is called there: by its kind, and by the answer where one kind has several."""
    if isinstance(action, Offered):
        return f"{action.lead.value}.{action.absent}" if action.absent else action.lead.value
    told = (getattr(action, each, None) for each in TOLD_APART_BY)
    return ".".join([type(action).__name__, *(str(each) for each in told if each is not None)])


class Likely:
    """A table of what traits speak for."""

    def __init__(self, acts: tuple[str, ...], biases: Sequence[int], weights: Weights) -> None:
        self.acts = acts
        self.places = {act: place for place, act in enumerate(acts)}
        self.vocabulary = Vocabulary([each for each in weights if each.isalnum()])
        self._weights = weights
        self._begun = _side_by_side((place, _FINE * each + _MIDDLE) for place, each in enumerate(biases))
        self._of = lru_cache(maxsize=10_000)(self._gather)

    def chances(self, traits: Mapping[str, float]) -> "Chances":
        """How likely each act is meant where those traits are there."""
        lanes = self._begun
        for trait, much in traits.items():
            lanes += round(_FINE * much) * self._of(trait)
        count = len(self.acts)
        sums = unpack(f"<{count}I", lanes.to_bytes(count * _LANE // 8, "little"))
        greatest, scale = max(sums), _SHARPNESS / (100 * _FINE)
        powers = [exp(scale * (each - greatest)) for each in sums]
        return Chances(self, powers, sum(powers))

    def _gather(self, trait: str) -> int:
        those = self._weights.get(trait, ())
        return _side_by_side(zip(those[::2], those[1::2], strict=True))


def _side_by_side(lanes: Iterable[tuple[int, int]]) -> int:
    return sum(much << (_LANE * place) for place, much in lanes)


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
        places = sorted(range(len(self.powers)), key=self.powers.__getitem__, reverse=True)
        return [self.table.acts[place] for place in places[:most]]


@cache
@gathering()
def likely() -> Likely:
    """The table as it is shipped, read once."""
    read: Mapping[str, Any] = json.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    return Likely(tuple(read["acts"]), read["biases"], read["traits"])
