"""The secretariat at the agenda's draft."""

from tests.faults.asking import Asked, Verb, either, marked, nothing, personal, revised
from tests.faults.forums import SECRETARIAT
from tests.faults.model import Key
from tests.faults.people import Visit, Weighted

STRICT = frozenset({"agenda.item_edited", "agenda.item_moved", "agenda.item_removed", "agenda.item_restored"})
_CHOICES = (
    *("OpenNewItem", "AddItem", "OpenItem", "OpenItem", "OpenItem", "EditItem", "EditItem"),
    *("MoveItem", "RestoreItem"),
)


async def draft(go: Visit) -> None:
    """The secretariat works on the agenda's draft, card upon card."""
    person = go.chance.choice(SECRETARIAT)
    if go.chance.random() < 0.3:
        return await _draft_by_typing(go, person)
    seen = await go.says(person, "ret dagsorden")
    for _ in range(go.chance.randint(1, 3)):
        verb = go.chance.choice(_CHOICES)
        buttons = [each for each in seen.buttons if each.verb == verb] if seen else []
        if buttons:
            seen = await go.presses(person, go.chance.choice(buttons))
    return None


async def _draft_by_typing(go: Visit, person: str) -> None:
    marker, place = go.marker(), go.chance.randint(2, 8)
    verb, text = go.chance.choice(
        (
            ("AddItem", f"tilføj punkt: {marker}"),
            ("EditItem", f"punkt {place} titel: {marker}"),
            ("MoveItem", f"flyt punkt {place} til {place + 1}"),
            ("RemoveItem", f"fjern punkt {place}: {marker}"),
        )
    )
    await go.says(person, text, go.attempt(verb, person, marker))


def _title(asked: Asked) -> tuple[Key, ...]:
    """Of the proposal that the item came from, once that is changed: it then says what the draft says."""
    return (("item titles", asked.marker),)


VERBS: dict[str, Verb] = {
    "AddItem": Verb(
        ("agenda.item_added",), marked("agenda.item_added", "er tilføjet som punkt")
    ),  # sent: it is refused
    "EditItem": Verb(
        (
            *("agenda.item_edited", "agenda.item_moved", "agenda.item_removed"),
            *("proposal.undecided", "proposal.leader_asked"),
            *("agenda.item_corrected", "agenda.item_withdrawn"),
        ),
        either(
            revised("agenda.item_edited", "er gemt"),
            revised("agenda.item_moved", "er flyttet til plads"),
            personal("agenda.item_removed", "er fjernet fra dagsordenen"),
            nothing(
                *("er uændret.", "Redigér dagsordenen for mødet", "Punkt ", "Mødelederen er spurgt"),
                *("Punktet er nu lukket.", "er rettet, og alle", "er føjet til tillægsdagsordenen"),
            ),  # of a form without a field for the marker
        ),
        may_leave=_title,
    ),
    "MoveItem": Verb(("agenda.item_moved",), revised("agenda.item_moved", "er flyttet til plads")),
    "RemoveItem": Verb(
        ("agenda.item_removed", "proposal.undecided", "proposal.leader_asked", "agenda.item_withdrawn"),
        either(
            marked("agenda.item_withdrawn", "udgår og beholder sit nummer"),  # once the agenda was sent
            personal("agenda.item_removed", "er fjernet fra dagsordenen"),
            marked("proposal.leader_asked", "Mødelederen er spurgt, om det kan udskydes"),
        ),
    ),
    "RestoreItem": Verb(
        ("agenda.item_restored", "proposal.accepted_again", "agenda.item_taken_up"),
        either(
            personal("agenda.item_taken_up", "bliver på dagsordenen"),
            personal("agenda.item_restored", "er sat på igen som punkt"),
        ),
    ),
}
JOURNEYS: tuple[Weighted, ...] = ((draft, (2, 3, 2, 1, 0, 0)),)
