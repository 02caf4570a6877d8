"""Another wording of minutes: suggested or said of an item, taken or not, and withdrawn."""

from tests.faults.asking import Asked, Outcomes, Verb, either, marked, nothing
from tests.faults.forums import MEMBERS, SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT: frozenset[str] = frozenset()
_LATEST = 6  # suggestions that somebody may mean


async def suggest(go: Visit) -> None:
    """A member suggests a wording or says something of an item."""
    person, marker, place = go.chance.choice(MEMBERS), go.marker(), go.chance.randint(1, 6)
    if go.chance.random() < 0.7:
        said, verb = f"foreslå rettelse til punkt {place}: {marker}", "SuggestWording"
    else:
        said, verb = f"bemærkning til referatets punkt {place}: {marker}", "CommentOnItem"
    await go.says(person, said, go.attempt(verb, person, marker))


async def answer(go: Visit) -> None:
    """The secretariat takes a suggestion or does not, both of them at once for all they know."""
    person, marker, number = go.chance.choice(SECRETARIAT), go.marker(), go.chance.randint(1, _LATEST)
    data = {"number": number}
    if go.chance.random() < 0.6:
        await go.says(person, f"indarbejd rettelse {number}", go.attempt("TakeWording", person, data=data))
    else:
        said = f"indarbejd ikke rettelse {number}: {marker}"
        await go.says(person, said, go.attempt("DeclineWording", person, marker, data))


async def withdraw(go: Visit) -> None:
    """Somebody does not suggest it any more, if it was theirs."""
    person, number = go.chance.choice(MEMBERS), go.chance.randint(1, _LATEST)
    asked = go.attempt("WithdrawWording", person, data={"number": number})
    await go.says(person, f"træk rettelse {number} tilbage", asked)


def _taken(asked: Asked) -> Outcomes:
    taken = (("wording.taken", asked.forum, int(asked.data["number"])),)
    return {"er indarbejdet": taken, "har allerede svaret: Indarbejdet": taken}


def _withdrawn(asked: Asked) -> Outcomes:
    return {"er trukket tilbage": (("wording.withdrawn", asked.forum, int(asked.data["number"])),)}


def _said(what: str, words: str) -> Verb:
    """Said twice in the same words it is answered as the first time."""
    return Verb((what,), marked(what, words, "Du har allerede sendt det", table="wordings"))


VERBS: dict[str, Verb] = {
    "SuggestWording": _said("wording.suggested", "Din rettelse til punkt"),
    "CommentOnItem": _said("wording.commented", "Din bemærkning til punkt"),
    "TakeWording": Verb(("wording.taken", "minutes.added"), _taken),
    "DeclineWording": Verb(
        ("wording.declined",),
        either(marked("wording.declined", "er ikke indarbejdet"), nothing("har allerede svaret")),
    ),
    "WithdrawWording": Verb(("wording.withdrawn",), _withdrawn),
}
JOURNEYS: tuple[Weighted, ...] = (
    (suggest, (2, 0.5, 0, 0, 0, 2)),
    (answer, (1.5, 0.5, 0, 0, 0, 1.5)),
    (withdraw, (0.5, 0.2, 0, 0, 0, 0.5)),
)
