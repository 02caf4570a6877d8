"""How somebody wants to be told, gathered once a day or at once, and »Mind mig i morgen«."""

from tests.faults.asking import Verb, either, nothing, personal
from tests.faults.forums import MEMBERS
from tests.faults.people import Visit, Weighted

STRICT = frozenset({"notices.chosen"})
_CHOICES = ("samlet", "samlet", "straks", "kun frister")


async def choose(go: Visit) -> None:
    """Somebody chooses, often another way than before."""
    person = go.chance.choice(MEMBERS)
    said = f"påmindelser {go.chance.choice(_CHOICES)}"
    await go.says(person, said, go.attempt("ChooseNotices", person))


async def put_off(go: Visit) -> None:
    """Somebody wants to be reminded once more."""
    person = go.chance.choice(MEMBERS)
    await go.says(person, "mind mig i morgen", go.attempt("RemindTomorrow", person))


VERBS: dict[str, Verb] = {
    "ChooseNotices": Verb(
        ("notices.chosen",),
        either(personal("notices.chosen", "Jeg har noteret dit valg"), nothing("Dit valg er allerede")),
    ),
    "RemindTomorrow": Verb(("reminder.tomorrow",), nothing("Jeg minder dig igen")),
}
JOURNEYS: tuple[Weighted, ...] = (
    (choose, (0.5, 0.5, 0.5, 0.3, 0.2, 0.3)),
    (put_off, (0.2, 0.3, 0.3, 0.3, 0.2, 0.2)),
)
