"""Who is away from the next meeting and comes after all, where meetings are held, and which are made."""

from tests.faults.asking import Asked, Outcomes, Verb, either, marked, nothing
from tests.faults.forums import APPROVERS, MEMBERS, SECRETARIAT
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


async def move(go: Visit) -> None:
    """The secretariat has the next meeting held in another place, which everybody hears."""
    person, marker = go.chance.choice(SECRETARIAT), go.marker()
    seen = await go.says(person, f"nyt sted: {marker}")
    button = seen.button("MoveMeeting") if seen else None
    if button:
        await go.clicks(person, button, {}, go.attempt("MoveMeeting", person, marker, button.data))


async def make(go: Visit) -> None:
    """The secretariat makes a meeting that is far ahead."""
    person, marker, chance = go.chance.choice(SECRETARIAT), go.marker(), go.chance
    when = (
        f"{chance.randint(1, 28)}/{chance.randint(9, 12)}-2028 kl. {chance.randint(8, 15)}.{chance.randint(10, 59)}-17"
    )
    seen = await go.says(person, f"nyt møde {when} i {marker}")
    button = seen.button("MakeMeeting") if seen else None
    if button:
        await go.clicks(person, button, {}, go.attempt("MakeMeeting", person, marker, button.data))


def _reported(asked: Asked) -> Outcomes:
    """Told again it is noted already, and nothing is kept."""
    return {"er noteret.": (("meeting.absence", asked.forum, asked.actor),), "er allerede noteret.": ()}


def _taken_back(asked: Asked) -> Outcomes:
    return {"er taget tilbage.": (("meeting.absence_taken_back", asked.forum, asked.actor),)}


VERBS: dict[str, Verb] = {
    "MakeMeeting": Verb(("meeting.made",), marked("meeting.made", "er oprettet.")),
    "MoveMeeting": Verb(
        ("meeting.moved",), either(marked("meeting.moved", "holdes et andet sted."), nothing("Intet er ændret."))
    ),
    "ReportAbsence": Verb(("meeting.absence",), _reported),
    "TakeBackAbsence": Verb(("meeting.absence_taken_back",), _taken_back),
}
JOURNEYS: tuple[Weighted, ...] = (
    (move, (0.2, 0.3, 0.3, 0.4, 0.4, 0)),
    (make, (0.1, 0.1, 0.1, 0.1, 0, 0)),
    (report, (0.3, 0.5, 0.7, 0.5, 0.3, 0)),
    (take_back, (0.1, 0.3, 0.5, 0.4, 0.3, 0)),
)
