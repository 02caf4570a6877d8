"""The shared funds: granted, disposed of by several at once, spent, and taken back."""

from tests.faults.asking import Asked, Outcomes, Verb
from tests.faults.forums import SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT: frozenset[str] = frozenset()
HOLDERS = ("formand-kommunal", "formand-frederikshavn")
_LATEST = 12  # entries that somebody may mean


async def grant(go: Visit) -> None:
    """The secretariat enters a grant."""
    person, marker = go.chance.choice(SECRETARIAT), go.marker()
    amount = go.chance.choice(("1.000", "2.500,50", "10.000"))
    await go.says(person, f"registrér bevilling {amount}: {marker}", go.attempt("RegisterGrant", person, marker))


async def dispose(go: Visit) -> None:
    """Whoever may disposes, often of more than there is left."""
    person, marker = go.chance.choice(HOLDERS), go.marker()
    amount = go.chance.choice(("200", "1.000", "2.500,50", "9.000"))
    await go.says(person, f"disponér {amount}: {marker}", go.attempt("Dispose", person, marker))


async def spend(go: Visit) -> None:
    """The secretariat enters what was spent of a disposal."""
    person, marker, entry = go.chance.choice(SECRETARIAT), go.marker(), go.chance.randint(1, _LATEST)
    said = f"registrér forbrug 150 af post {entry}: {marker}"
    await go.says(person, said, go.attempt("RegisterSpending", person, marker))


async def take_back(go: Visit) -> None:
    """The secretariat takes an entry back."""
    person, marker, entry = go.chance.choice(SECRETARIAT), go.marker(), go.chance.randint(1, _LATEST)
    await go.says(person, f"tilbagefør post {entry}: {marker}", go.attempt("CounterEntry", person, marker))


def _entered(what: str, words: str) -> Verb:
    """An entry that carries the marker among its words."""

    def outcomes(asked: Asked) -> Outcomes:
        return {words: ((what, asked.marker), ("fund_entries", asked.marker))}

    return Verb((what,), outcomes)


VERBS: dict[str, Verb] = {
    "RegisterGrant": _entered("funds.granted", "Bevillingen er registreret som post"),
    "Dispose": _entered("funds.disposed", "Beløbet er disponeret som post"),
    "RegisterSpending": _entered("funds.spent", "Forbruget er registreret som post"),
    "CounterEntry": _entered("funds.countered", "Posten er ført tilbage med post"),
}
JOURNEYS: tuple[Weighted, ...] = (
    (grant, (0.6, 0.6, 0.6, 0.6, 0.6, 0.6)),
    (dispose, (2, 2, 2, 2, 2, 2)),
    (spend, (0.5, 0.5, 0.5, 0.5, 0.5, 0.5)),
    (take_back, (0.5, 0.5, 0.5, 0.5, 0.5, 0.5)),
)
