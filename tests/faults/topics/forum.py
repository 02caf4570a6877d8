"""Tying a channel, first of all or anew."""

from tests.faults.asking import Asked, Outcomes, Verb
from tests.faults.forums import SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT: frozenset[str] = frozenset()


async def tie(go: Visit) -> None:
    """The secretariat ties the channel, first of all or anew."""
    person = go.chance.choice(SECRETARIAT)
    await go.says(person, f"tilknyt {go.place.id}", go.attempt("TieChannel", person))


def _tied(asked: Asked) -> Outcomes:
    return {"Jeg hjælper Politisk Klynge": (("forum.tied", asked.forum),)}


VERBS: dict[str, Verb] = {
    "TieChannel": Verb(("forum.tied",), _tied),
}
JOURNEYS: tuple[Weighted, ...] = ((tie, (0.1, 0.1, 0.1, 0.1, 0.1, 0.1)),)
