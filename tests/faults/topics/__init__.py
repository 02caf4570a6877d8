"""Every topic: what its people do, and what each of its commands leaves behind; a module here is a topic."""

from importlib import import_module
from pkgutil import iter_modules

from tests.faults.asking import Verb
from tests.faults.forums import MEMBERS
from tests.faults.people import Visit, Weighted
from tests.harness.cases import ASKS

_TOPICS = tuple(import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__))


async def look(go: Visit) -> None:
    """Somebody only looks."""
    await go.says(go.chance.choice(MEMBERS), go.chance.choice(tuple(ASKS)))


VERBS: dict[str, Verb] = {name: verb for each in _TOPICS for name, verb in each.VERBS.items()}
"""Each verb that changes something."""

STRICT: frozenset[str] = frozenset().union(*(each.STRICT for each in _TOPICS))
"""Kinds whose keys name no more than a person: each acknowledgement is an entry of its own."""

JOURNEYS: tuple[Weighted, ...] = (
    *(journey for each in _TOPICS for journey in each.JOURNEYS),
    (look, (1, 1, 1, 1, 1, 1)),
)
