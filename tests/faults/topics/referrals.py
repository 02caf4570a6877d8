"""Cases that are sent on to the forum beside or as a letter, answered, and taken back."""

from tests.faults.asking import Asked, Outcomes, Verb, marked
from tests.faults.forums import LETTERS, SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT: frozenset[str] = frozenset()
_LATEST = 6  # referrals that somebody may mean


async def send_on(go: Visit) -> None:
    """The secretariat sends a proposal on, often to where it has been; now and then it thinks better of it at once."""
    person, marker, found = go.chance.choice(SECRETARIAT), go.marker(), go.pick("OpenTriage")
    if found is None:
        return
    body = go.place.beside if go.chance.random() < 0.7 else LETTERS
    said = f"videresend forslag {found[1].data['number']} til {body}: {marker}"
    seen = await go.says(person, said, go.attempt("SendOn", person, marker))
    back = seen and seen.button("TakeBackReferral")
    if back and go.chance.random() < 0.2:
        await go.presses(go.chance.choice(SECRETARIAT), back)


async def answer(go: Visit) -> None:
    """The secretariat enters what a letter was answered with."""
    person, marker, number = go.chance.choice(SECRETARIAT), go.marker(), go.chance.randint(1, _LATEST)
    said = f"registrér svar {number}: {marker}"
    await go.says(person, said, go.attempt("RegisterAnswer", person, marker))


async def take_back(go: Visit) -> None:
    """The secretariat takes a referral back, while the other forum may be treating it."""
    person, number = go.chance.choice(SECRETARIAT), go.chance.randint(1, _LATEST)
    asked = go.attempt("TakeBackReferral", person, data={"number": number})
    await go.says(person, f"træk videresendelse {number} tilbage", asked)


def _sent(asked: Asked) -> Outcomes:
    """It stands here and, where a forum gets it, there; what waits there already is not sent again."""
    here = (("referral.sent", asked.marker), ("referrals", asked.marker))
    return {
        "Sagen er videresendt til": (*here, ("received", asked.marker)),
        "Sagen er klar til at blive sendt til": here,
        "Den er ikke sendt igen.": (),
    }


def _taken_back(asked: Asked) -> Outcomes:
    return {"er trukket tilbage.": (("referral.taken_back", asked.forum, int(asked.data["number"])),)}


VERBS: dict[str, Verb] = {
    "SendOn": Verb(("referral.sent", "proposal.forwarded"), _sent),
    "RegisterAnswer": Verb(
        ("referral.answered",), marked("referral.answered", "Svaret er registreret.", table="answers")
    ),
    "TakeBackReferral": Verb(("referral.taken_back", "proposal.undecided"), _taken_back),
}
JOURNEYS: tuple[Weighted, ...] = (
    (send_on, (2, 3, 2, 1, 1, 1.5)),
    (answer, (0.5, 0.7, 1, 0.7, 0.7, 0.7)),
    (take_back, (0.3, 0.5, 0.7, 0.5, 0.5, 0.5)),
)
