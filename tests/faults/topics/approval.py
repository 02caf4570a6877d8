"""Asking for approval, answering, and sending what not everybody has answered."""

from tests.faults.asking import Asked, Outcomes, Verb, either, marked
from tests.faults.forums import APPROVERS, CLEARING, SECRETARIAT
from tests.faults.model import Key
from tests.faults.people import Visit, Weighted
from tests.faults.topics.supplements import ANSWERED as OF_SUPPLEMENT

STRICT = frozenset({"agenda.circulated"})


async def circulate(go: Visit) -> None:
    """The secretariat asks for approval."""
    person = go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.5:
        await go.says(person, "send dagsorden til godkendelse", go.attempt("Circulate", person))
        return
    seen = await go.says(person, "dagsorden")
    button = seen and seen.button("Circulate")
    if button:
        await go.presses(person, button)


async def answer(go: Visit) -> None:
    """An approver answers the request, most of them with yes."""
    person = go.chance.choice(APPROVERS)
    if go.chance.random() < 0.3:
        marker = go.marker()
        ways = ("send bemærkninger",) if go.place.is_consulting else ("godkend med bemærkninger", "send retur")
        await go.says(person, f"{go.chance.choice(ways)}: {marker}", go.attempt("Respond", person, marker))
        return
    is_yes = go.chance.random() < 0.8
    found = go.pick("Respond", lambda each: not is_yes or each.data["verdict"] in ("approved", "no_remarks", "remarks"))
    if found:
        await go.presses(person, found[1])


async def take_back(go: Visit) -> None:
    """An approver takes their answer back."""
    person, found = go.chance.choice(APPROVERS), go.pick("TakeBack")
    if found is None:
        await go.says(person, "fortryd svar", go.attempt("TakeBack", person))
    else:
        await go.presses(person, found[1])


async def clear(go: Visit) -> None:
    """Whoever answers for an organisation says whether it has cleared the agenda; so does the secretariat for it."""
    person, marker = go.chance.choice((*CLEARING, *CLEARING, *SECRETARIAT)), go.marker()
    way = go.chance.choice(("afklaret med bemærkninger", "ikke afklaret"))
    await go.says(person, f"{way}: {marker}", go.attempt("Clear", person, marker))


async def send_now(go: Visit) -> None:
    """The secretariat sends what nothing keeps back."""
    person = go.chance.choice(SECRETARIAT)
    await go.says(person, "send dagsorden ud", go.attempt("SendAgenda", person))


async def send_unapproved(go: Visit) -> None:
    """The secretariat sends what not everybody has answered."""
    person, found = go.chance.choice(SECRETARIAT), go.pick("SendUnapproved")
    if found is None:
        await go.says(person, "send uden godkendelse", go.attempt("SendUnapproved", person))
    else:
        await go.presses(person, found[1])


def _circulated(asked: Asked) -> Outcomes:
    entry: tuple[Key, ...] = (("agenda.circulated", asked.forum, asked.actor),)
    return {
        "er sendt til godkendelse hos": entry,
        "er sendt til bemærkninger hos": entry,
        "afløser den tidligere version": entry,
        "allerede sendt ud til svar": (),
        "Ingen har fået version": entry,
    }


def _unapproved(asked: Asked) -> Outcomes:
    """Where the agenda has left meanwhile, it is shown instead."""
    shown = {"Dagsorden til mødet den": (), "er udsendt.": ()}
    return {"uden svar fra": (("agenda.send_unapproved", asked.forum),), **shown}


def _taken_back(asked: Asked) -> Outcomes:
    """A second time it is told again, and nothing is kept."""
    return {"er fortrudt den": ()}


def _sent(asked: Asked) -> Outcomes:
    return {"Dagsorden til mødet den": (), "er udsendt.": ()}


_ANSWERED = (
    "Du har godkendt dagsordenen",
    "Du har sendt dagsordenen retur",
    "Din indsigelse er registreret",
    "Dine bemærkninger til version",
    "Det er noteret, at du ingen",
)
VERBS: dict[str, Verb] = {
    "Circulate": Verb(("agenda.circulated", "agenda.clearance_reopened"), _circulated),
    "Clear": Verb(("agenda.cleared",), marked("agenda.cleared", "Det er registreret den")),
    "Respond": Verb(
        ("agenda.answered", "supplement.answered"),
        either(
            marked("supplement.answered", *OF_SUPPLEMENT),  # of the supplement, once the agenda was sent
            marked("agenda.answered", *_ANSWERED, table="responses"),
        ),
    ),
    "TakeBack": Verb(("agenda.answered",), _taken_back),
    "SendAgenda": Verb(("agenda.sent",), _sent),
    "SendUnapproved": Verb(("agenda.send_unapproved", "agenda.sent"), _unapproved),
}
JOURNEYS: tuple[Weighted, ...] = (
    (circulate, (0.2, 1.5, 2, 1, 0, 0)),
    (answer, (0, 3, 6, 4, 1, 0)),
    (take_back, (0, 0.3, 0.5, 0.5, 0.2, 0)),
    (clear, (0, 0.5, 1, 0.5, 0.2, 0)),
    (send_now, (0, 0.1, 0.2, 0.3, 0.3, 0)),
    (send_unapproved, (0, 0, 0.3, 1, 1, 0)),
)
