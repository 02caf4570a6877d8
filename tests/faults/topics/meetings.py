"""Who is away from the next meeting and comes after all: whoever stands in is asked, and asked no more."""

from tests.faults.asking import Asked, Outcomes, Verb
from tests.faults.forums import APPROVERS, MEMBERS
from tests.faults.people import Visit, Weighted

STRICT: frozenset[str] = frozenset()


async def report(go: Visit) -> None:
    """Somebody says that they are away, a chair as often as everybody else together."""
    person = go.chance.choice(APPROVERS if go.chance.random() < 0.5 else MEMBERS)
    await go.says(person, "jeg kommer ikke", go.attempt("ReportAbsence", person))


async def take_back(go: Visit) -> None:
    """Somebody comes after all."""
    person = go.chance.choice(APPROVERS if go.chance.random() < 0.5 else MEMBERS)
    await go.says(person, "fortryd afbud", go.attempt("TakeBackAbsence", person))


def _reported(asked: Asked) -> Outcomes:
    """Told again it is noted already, and nothing is kept."""
    return {"er noteret.": (("meeting.absence", asked.forum, asked.actor),), "er allerede noteret.": ()}


def _taken_back(asked: Asked) -> Outcomes:
    return {"er taget tilbage.": (("meeting.absence_taken_back", asked.forum, asked.actor),)}


VERBS: dict[str, Verb] = {
    "ReportAbsence": Verb(("meeting.absence",), _reported),
    "TakeBackAbsence": Verb(("meeting.absence_taken_back",), _taken_back),
}
JOURNEYS: tuple[Weighted, ...] = (
    (report, (0.3, 0.5, 0.7, 0.5, 0.3, 0)),
    (take_back, (0.1, 0.3, 0.5, 0.4, 0.3, 0)),
)
