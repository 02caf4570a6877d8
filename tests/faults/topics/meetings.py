"""Who is away from the next meeting and comes after all; meetings that are made, moved, cancelled, and held anyway."""

from datetime import date, timedelta

from bot.domain.kernel.danish import parse_date
from tests.faults.asking import Asked, Outcomes, Verb, either, marked, nothing, personal
from tests.faults.cards import Json
from tests.faults.forums import APPROVERS, MEMBERS, SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT = frozenset({"meeting.resumed"})
_LONG_AGO = date(2027, 1, 1)
_TIMES = ("15.30", "16.00", "16.30", "17.00")


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
    if not go.is_first("move"):
        return
    person, marker = go.chance.choice(SECRETARIAT), go.marker()
    seen = await go.says(person, f"nyt sted: {marker}")
    button = seen.button("MoveMeeting") if seen else None
    if button:
        await go.clicks(person, button, {}, go.attempt("MoveMeeting", person, marker, button.data))


async def reschedule(go: Visit) -> None:
    """The secretariat moves the next meeting by a day or by hours, and to another place."""
    if not go.is_first("move"):
        return
    person, marker = go.chance.choice(SECRETARIAT), go.marker()
    seen = await go.says(person, "flyt mødet")
    button = seen.button("MoveMeeting") if seen else None
    if button:
        day = parse_date(str(button.fields["day"]), _LONG_AGO) + timedelta(days=go.chance.choice((-1, 0, 0, 1)))
        typed: Json = {"place": marker, "day": f"{day:%d/%m-%Y}", "begins": go.chance.choice(_TIMES), "ends": "19.00"}
        asked = go.attempt("MoveMeeting", person, marker, button.data)
        await go.clicks(person, button, typed, asked)


async def cancel(go: Visit) -> None:
    """The secretariat cancels the next meeting, and most often thinks better of it at once."""
    if not go.is_first("cancel"):
        return
    person, marker = go.chance.choice(SECRETARIAT), go.marker()
    seen = await go.says(person, f"aflys mødet: {marker}")
    button = seen.button("CancelMeeting") if seen else None
    if button is None:
        return
    asked = go.attempt("CancelMeeting", person, marker, button.data)
    done = await go.clicks(person, button, {"reason": marker}, asked)
    back = done.button("ResumeMeeting") if done else None
    if back and go.chance.random() < 0.7:
        await go.presses(go.chance.choice(SECRETARIAT), back)


async def resume(go: Visit) -> None:
    """The secretariat holds after all what was cancelled."""
    person = go.chance.choice(SECRETARIAT)
    await go.says(person, "hold mødet alligevel", go.attempt("ResumeMeeting", person))


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
        ("meeting.moved",),
        either(marked("meeting.moved", "holdes et andet sted.", "er flyttet til "), nothing("Intet er ændret.")),
    ),
    "CancelMeeting": Verb(("meeting.cancelled", "proposal.postponed"), marked("meeting.cancelled", "er aflyst.")),
    "ResumeMeeting": Verb(("meeting.resumed", "proposal.accepted"), personal("meeting.resumed", "holdes alligevel.")),
    "ReportAbsence": Verb(("meeting.absence", "agenda.stands_in"), _reported),
    "TakeBackAbsence": Verb(("meeting.absence_taken_back", "agenda.stands_in"), _taken_back),
}
JOURNEYS: tuple[Weighted, ...] = (
    (move, (0.2, 0.3, 0.3, 0.4, 0.4, 0)),
    (reschedule, (0.2, 0.3, 0.3, 0.4, 0.3, 0.2)),
    (cancel, (0.1, 0.2, 0.2, 0.3, 0.2, 0.2)),
    (resume, (0.1, 0.3, 0.3, 0.5, 0.4, 0.3)),
    (make, (0.1, 0.1, 0.1, 0.1, 0, 0)),
    (report, (0.3, 0.5, 0.7, 0.5, 0.3, 0)),
    (take_back, (0.1, 0.3, 0.5, 0.4, 0.3, 0)),
)
