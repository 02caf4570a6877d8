"""Publication: what has left is let out and proved by a link, by two at once for all they know, and taken back."""

from datetime import timedelta

from tests.faults.asking import Asked, Outcomes, Verb, either, nothing, personal
from tests.faults.forums import SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT = frozenset({"publication.released"})
_PAPERS = ("referatet", "dagsordenen")
_LATEST = 6  # releases that somebody may mean
_AT = "https://www.eksempel.dk/"


async def release(go: Visit) -> None:
    """The secretariat lets a paper out, by a sentence or as it was shown, or the day after tomorrow."""
    person, paper = go.chance.choice(SECRETARIAT), go.chance.choice(_PAPERS)
    if go.chance.random() < 0.6:
        later = go.crowd.replicas.moment + timedelta(days=2)
        at = go.chance.choice(("nu", "nu", "nu", f"{later:%d/%m-%Y} kl. 9"))
        await go.says(person, f"offentliggør {paper} {at}", go.attempt("ReleasePaper", person))
        return
    seen = await go.says(person, f"offentliggør {paper}")
    button = seen.button("ReleasePaper") if seen else None
    if button:
        await go.presses(person, button)


async def prove(go: Visit) -> None:
    """The secretariat says where a paper stands, by a sentence or in the form."""
    person, paper, marker = go.chance.choice(SECRETARIAT), go.chance.choice(_PAPERS), go.marker()
    if go.chance.random() < 0.6:
        await go.says(person, f"link til {paper}: {_AT}{marker}", go.attempt("InsertLink", person, marker))
        return
    seen = await go.says(person, f"indsæt link til {paper}")
    button = seen.button("InsertLink") if seen else None
    if button:
        asked = go.attempt("InsertLink", person, marker, button.data)
        await go.clicks(person, button, {"link": f"{_AT}{marker}"}, asked)


async def take_back(go: Visit) -> None:
    """The secretariat takes a release back."""
    person, marker, number = go.chance.choice(SECRETARIAT), go.marker(), go.chance.randint(1, _LATEST)
    said = f"tag offentliggørelse {number} tilbage: {marker}"
    await go.says(person, said, go.attempt("TakeBackRelease", person, marker, {"number": number}))


async def close(go: Visit) -> None:
    """The secretariat closes an item of the draft, whose words nobody else may read from then on."""
    person, place = go.chance.choice(SECRETARIAT), go.chance.randint(2, 6)
    await go.says(person, f"luk punkt {place}", go.attempt("EditItem", person))


def _linked(asked: Asked) -> Outcomes:
    return {"Linket er registreret.": (("publication.linked", asked.marker), ("publication_proofs", asked.marker))}


def _taken_back(asked: Asked) -> Outcomes:
    """Earlier editions that could be seen go along."""
    return {"Det er taget tilbage.": (("publication.taken_back", asked.marker),)}


VERBS: dict[str, Verb] = {
    "ReleasePaper": Verb(
        ("publication.released",),
        either(
            personal("publication.released", "Det er offentliggjort.", "Det bliver offentliggjort"),
            nothing("Offentliggørelse", "Det ser offentligheden"),  # of a moment that is asked for again
        ),
    ),
    "InsertLink": Verb(("publication.linked",), _linked),
    "TakeBackRelease": Verb(("publication.taken_back",), _taken_back),
}
JOURNEYS: tuple[Weighted, ...] = (
    (release, (4, 3, 0.5, 0.5, 1.5, 8)),
    (prove, (2, 1, 0.2, 0.2, 0.5, 3)),
    (take_back, (0.7, 0.5, 0.2, 0.2, 0.2, 0.7)),
    (close, (0.3, 0.5, 0.3, 0.1, 0, 0)),
)
