"""»Ryk«: the secretariat reminds those who owe an answer."""

from tests.faults.asking import Verb, personal
from tests.faults.forums import SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT = frozenset({"reach.nudged"})


async def nudge(go: Visit) -> None:
    """By typing, or from the card that says who would hear it."""
    person = go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.5:
        await go.says(person, "send rykker", go.attempt("Nudge", person))
        return
    seen = await go.says(person, "ryk")
    button = seen and seen.button("Nudge")
    if button:
        await go.presses(person, button)


VERBS: dict[str, Verb] = {"Nudge": Verb(("reach.nudged",), personal("reach.nudged", "Rykkeren send", "Rykkeren er"))}
JOURNEYS: tuple[Weighted, ...] = ((nudge, (0.3, 0.4, 0.5, 0.5, 0.2, 0.3)),)
