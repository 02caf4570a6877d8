"""Every topic: what its people do, and what each of its verbs leaves behind."""

from tests.faults.asking import Verb
from tests.faults.forums import MEMBERS
from tests.faults.people import Visit, Weighted
from tests.faults.topics import agenda, approval, forum, meetings, minutes, proposals

_TOPICS = (proposals, agenda, approval, minutes, forum)
_LOOKS = tuple(look for each in (*_TOPICS, meetings) for look in each.LOOKS)


async def look(go: Visit) -> None:
    """Somebody only looks."""
    await go.says(go.chance.choice(MEMBERS), go.chance.choice(_LOOKS))


VERBS: dict[str, Verb] = {name: verb for each in _TOPICS for name, verb in each.VERBS.items()}
"""Each verb that changes something."""

STRICT: frozenset[str] = frozenset().union(*(each.STRICT for each in _TOPICS))
"""Kinds whose keys name no more than a person: each acknowledgement is an entry of its own."""

JOURNEYS: tuple[Weighted, ...] = (
    *(journey for each in _TOPICS for journey in each.JOURNEYS),
    (look, (1, 1, 1, 1, 1, 1)),
)
