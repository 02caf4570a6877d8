"""What each topic says of its actions, once: who may, what they change, how they are asked for.

Rights, foreign ids, fuzz, the overview of answers, the gallery and the run under faults all read it. A topic is a
module here; whatever is among bot/domain's actions and not in one of them fails a test.
"""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from bot.domain.kernel.action import Action
from tests.harness.cases.case import Case

_TOPICS: tuple[ModuleType, ...] = tuple(
    import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__) if each.name != "case"
)

CASES: tuple[Case, ...] = tuple(case for topic in _TOPICS for case in topic.FORUM_CASES)
"""Every case, in an order in which those with the same beginning can follow each other."""

ASKS: Mapping[str, str] = {sentence: words for topic in _TOPICS for sentence, words in topic.ASKS.items()}
"""Sentences that show something to anybody at any time, each with words that its answer holds."""

PLAIN: frozenset[str] = frozenset().union(*(topic.PLAIN for topic in _TOPICS))
"""Fields that mean the same in every forum."""

SAMPLES: Mapping[type[Action], Action] = {type(case.action): case.action for case in reversed(CASES)}
"""One action of each kind, filled in."""
