"""How likely a sentence means each act, weighed by sentences of people who meant it.

`likely.json` beside this is made by `python -m tests.learning` of the sentences that lie there: what each trait speaks
for and how much, in hundredths. It is a table of words and no more: sums are taken of it, nothing is made up.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, TypeAlias

from bot.domain.kernel.action import Action
from bot.domain.saying.actions import Offered
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
        self.vocabulary = Vocabulary([each for each in weights if each.isalnum()])

    def chances(self, traits: Mapping[str, float]) -> dict[str, float]:
        """Each act's chance, from 0 to 1; all of them together are 1."""
        sums = list(self._biases)
        for trait, much in traits.items():
            for at, weight in self._weights.get(trait, ()):
                sums[at] += much * weight
        greatest = max(sums)
        powers = [exp(_SHARPNESS * (each - greatest)) for each in sums]
        whole = sum(powers)
        return {act: power / whole for act, power in zip(self.acts, powers, strict=True)}


@cache
def likely() -> Likely:
    """The table as it is shipped, read once."""
    read: Mapping[str, Any] = json.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    weights = {trait: _pairs(those) for trait, those in read["traits"].items()}
    return Likely(tuple(read["acts"]), tuple(each / 100 for each in read["biases"]), weights)


def _pairs(those: list[int]) -> tuple[tuple[int, float], ...]:
    """Places and hundredths, which stand in turn."""
    return tuple((at, weight / 100) for at, weight in zip(those[::2], those[1::2], strict=True))
