"""A meeting as it is held: begun, taken through its items by several at once, and ended."""

from tests.faults.asking import Asked, Outcomes, Verb, marked, nothing
from tests.faults.forums import SECRETARIAT
from tests.faults.model import Key
from tests.faults.people import Visit, Weighted

STRICT = frozenset({"live.moved"})
_MOVING = frozenset({"next", "previous"})
_SHOWN = ("MoveOn", "NoteInMeeting", "EndMeeting")


async def hold(go: Visit) -> None:
    """Somebody starts the meeting or finds it running, and goes on by typing or on the card."""
    person = go.chance.choice((*SECRETARIAT, "formand-kommunal"))
    seen = await go.says(person, "start mødet", go.attempt("StartMeeting", person))
    for _ in range(go.chance.randint(1, 4)):
        shown = [each for each in seen.buttons if each.verb in _SHOWN] if seen else []
        if shown and go.chance.random() < 0.4:
            seen = await go.presses(person, go.chance.choice(shown))
        else:
            await _go_on(go, person)


async def _go_on(go: Visit, person: str) -> None:
    marker = go.marker()
    verb, said, step = go.chance.choice(
        (
            *(("MoveOn", "næste punkt", "next"),) * 4,
            ("MoveOn", "forrige punkt", "previous"),
            ("MoveOn", "hold pause", "break"),
            ("MoveOn", "fortsæt mødet", "resume"),
            ("NoteInMeeting", "alle er her", ""),
            ("NoteInMeeting", "inhabil: Udvalgsformand (Læsø)", ""),
            ("AddTaskInMeeting", f"opgave til punktet: {marker}", ""),
            ("EndMeeting", "slut mødet", ""),
        )
    )
    await go.says(person, said, go.attempt(verb, person, marker, {"step": step} if step else {}))


def _begun(asked: Asked) -> Outcomes:
    known = {"allerede i gang siden": (), "Mødet er slut": ()}
    return {"Mødet er i gang fra kl.": (("live.started", asked.forum),), **known}


def _moved(asked: Asked) -> Outcomes:
    """To the item before or after it always moves; a break within a break changes nothing."""
    moved: tuple[Key, ...] = (("live.moved", asked.forum, asked.actor),)
    stays = asked.data.get("step", "next") not in _MOVING
    return {"Mødet er ved punkt": () if stays else moved, "Mødet holder pause": ()}


def _may_move(asked: Asked) -> tuple[Key, ...]:
    return (("live.moved", asked.forum, asked.actor),)


def _ended(asked: Asked) -> Outcomes:
    """What ended by itself is shown as it is."""
    return {"Mødet er sluttet kl.": (("live.ended", asked.forum),), "Mødet er slut": ()}


VERBS: dict[str, Verb] = {
    "StartMeeting": Verb(("live.started",), _begun),
    "MoveOn": Verb(("live.moved", "minutes.attendance"), _moved, may_leave=_may_move),
    "NoteInMeeting": Verb(
        ("live.noted", "minutes.attendance"),
        nothing("er kommet kl.", "er gået kl.", "er noteret som", "deltager i punkt", "er trådt ind for", "Alle v"),
    ),
    "AddTaskInMeeting": Verb(("duty.created",), marked("duty.created", "er oprettet.")),
    "EndMeeting": Verb(("live.ended", "minutes.attendance"), _ended),
}
JOURNEYS: tuple[Weighted, ...] = ((hold, (0, 0, 0, 0, 0, 4)),)
