"""After dispatch: late items with their approvals, and items that are withdrawn and taken up again."""

from tests.faults.asking import Asked, Outcomes, Verb, either, marked, nothing, personal
from tests.faults.forums import APPROVERS, SECRETARIAT
from tests.faults.people import Visit, Weighted

STRICT = frozenset({"supplement.asked", "supplement.item_removed", "agenda.item_taken_up"})
ANSWERED = (
    "Du har godkendt tillægsdagsordenen",
    "Du har sendt tillægsdagsordenen retur",
    "Dine bemærkninger til tillægsdagsordenen",
    "at du ingen bemærkninger har til tillægsdagsordenen",
)


async def prepare(go: Visit) -> None:
    """The secretariat adds a late item of its own or a proposal, now and then takes one out, and asks for approval."""
    person = go.chance.choice(SECRETARIAT)
    for _ in range(go.chance.randint(1, 2)):
        marker, found = go.marker(), go.pick("OpenTriage") if go.chance.random() < 0.4 else None
        said = f"tillægsdagsorden: {marker}, begrundelse: {marker}"
        if found is not None:
            said = f"tillægsdagsorden forslag {found[1].data['number']}: {marker}"
        await go.says(person, said, go.attempt("AddLate", person, marker))
    if go.chance.random() < 0.2:
        await go.says(person, "fjern punkt 1 fra tillægsdagsordenen", go.attempt("RemoveLate", person))
    if go.chance.random() < 0.7:
        said = "send tillægsdagsorden til godkendelse"
        await go.says(person, said, go.attempt("AskSupplement", person))


async def answer(go: Visit) -> None:
    """An approver answers, most of them with yes, and now and then takes it back."""
    person, found = go.chance.choice(APPROVERS), go.pick("AnswerSupplement")
    if go.chance.random() < 0.15:
        return await _take_back(go, person)
    if found is not None and go.chance.random() < 0.5:
        await go.presses(person, found[1])
        return None
    marker = go.marker()
    ways = ["godkend tillægsdagsorden med bemærkninger"] * 4 + ["send tillægsdagsorden retur"]
    way = "bemærkninger til tillægsdagsorden" if go.place.is_consulting else go.chance.choice(ways)
    await go.says(person, f"{way}: {marker}", go.attempt("AnswerSupplement", person, marker))
    return None


async def _take_back(go: Visit, person: str) -> None:
    await go.says(person, "fortryd svar på tillægsdagsorden", go.attempt("TakeBackSupplement", person))


async def send(go: Visit) -> None:
    """The secretariat sends the supplement, also without the answers that are missing."""
    person = go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.3:
        said = "send tillægsdagsorden uden godkendelse"
        await go.says(person, said, go.attempt("SendSupplementUnapproved", person))
    else:
        await go.says(person, "send tillægsdagsorden", go.attempt("SendSupplement", person))


async def withdraw(go: Visit) -> None:
    """The secretariat lets an item lapse, and now and then takes it up after all."""
    person, marker, place = go.chance.choice(SECRETARIAT), go.marker(), go.chance.randint(1, 6)
    await go.says(person, f"lad punkt {place} udgå: {marker}", go.attempt("WithdrawItem", person, marker))
    if go.chance.random() < 0.4:
        await go.says(person, f"punkt {place} udgår ikke", go.attempt("TakeUpItem", person))


def _sent(asked: Asked) -> Outcomes:
    sent = (("supplement.sent", asked.forum),)
    return {"Tillægsdagsordenen er sendt.": sent, "Tillægsdagsordenen er sendt uden svar": sent}


_WITHDRAWN = marked("agenda.item_withdrawn", "udgår og beholder sit nummer")
_TAKEN_UP = personal("agenda.item_taken_up", "bliver på dagsordenen")
_LEAVES = ("supplement.sent", "supplement.send_unapproved", "proposal.accepted")
VERBS: dict[str, Verb] = {
    "AddLate": Verb(("supplement.item_added",), marked("supplement.item_added", "er føjet til tillægsdagsordenen")),
    "RemoveLate": Verb(
        ("supplement.item_removed",), personal("supplement.item_removed", "er taget af tillægsdagsordenen igen")
    ),
    "AskSupplement": Verb(
        ("supplement.asked",),
        either(
            nothing("Tillægsdagsordenen er allerede sendt"),
            personal("supplement.asked", "Tillægsdagsordenen er sendt til"),
        ),
    ),
    "AnswerSupplement": Verb(("supplement.answered",), marked("supplement.answered", *ANSWERED)),
    "TakeBackSupplement": Verb(("supplement.answered",), nothing("er taget tilbage")),
    "SendSupplement": Verb(_LEAVES, _sent),
    "SendSupplementUnapproved": Verb(_LEAVES, _sent),
    "WithdrawItem": Verb(("agenda.item_withdrawn",), _WITHDRAWN),
    "TakeUpItem": Verb(("agenda.item_taken_up",), _TAKEN_UP),
}
JOURNEYS: tuple[Weighted, ...] = (
    (prepare, (0, 0.3, 0.5, 1, 1.5, 1)),
    (answer, (0, 0.2, 0.5, 1, 1.5, 1)),
    (send, (0, 0.2, 0.4, 0.7, 1, 1)),
    (withdraw, (0, 0.1, 0.2, 0.4, 0.5, 0.5)),
)
