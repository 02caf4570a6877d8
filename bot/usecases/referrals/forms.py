"""The form in which a case is sent on: what it offers follows from both charters, and from what the meeting has."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.forum.graph import Edge, Way, graph
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.refusal import Refusal
from bot.domain.referrals.actions import SendOn
from bot.domain.referrals.destinations import BOTH_WAYS, CARRIER, bases_needed, levels
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.referrals.cases import Case, case_of, items_of_meeting
from bot.usecases.referrals.finding import Target, chosen, offered, targets
from cards.kit.elements import Card
from cards.kit.fitting import shorten
from cards.kit.words import listing, medium_date, say
from cards.referrals.form import Offer, form
from cards.referrals.levels import level_name

OTHER_BASIS = "other"
_A_LINE = 80  # characters of an item's title


async def form_card(desk: Desk, typed: SendOn) -> Card:
    """The form with what was typed; one that `picks` asks which of the meeting's items it is."""
    title, items, basis = await (_items(desk, typed) if typed.picks else _one(desk, typed))
    known = offered(desk, await targets(desk))
    at = dict.fromkeys(level for each in known for level in levels(desk.forum, each.destination))
    return form(
        replace(typed, body=_body_value(desk, known, typed.body), basis=typed.basis or basis or ""),
        Offer(
            title=title,
            items=items,
            bodies={each.value: each.name for each in known},
            levels={each: level_name(desk.forum.charter, each) for each in at},
            bases=bases_offered(desk, known),
            notes=tuple(_notes(desk, known)),
        ),
    )


def bases_offered(desk: Desk, every: tuple[Target, ...]) -> dict[str, str]:
    """What a case may rest on at any of them; nothing where none of them speaks of bases."""
    found: dict[str, str] = {}
    for each in every:
        found |= {basis.id: basis.name for basis in each.destination.bases}
        if (receiving := charter_of(desk, each)) is not None:
            found |= {basis.id: basis.name for basis in receiving.agenda.bases}
    return {**found, OTHER_BASIS: say("referral.basis.other")} if found else {}


def charter_of(desk: Desk, target: Target) -> Charter | None:
    """The charter that the receiver has today; None where it is no forum here."""
    return None if target.forum is None else target.forum.charter_on(desk.today)


def check_place(desk: Desk, case: Case) -> None:
    """Refusal("referral_closed") unless a closed case is sent on where nobody else reads along."""
    if case.content.is_closed and desk.is_public:
        raise Refusal("referral_closed")


async def _one(desk: Desk, typed: SendOn) -> tuple[str, dict[str, str], str | None]:
    case = await case_of(desk, typed)
    check_place(desk, case)
    return case.content.title, {}, case.content.basis


async def _items(desk: Desk, typed: SendOn) -> tuple[str, dict[str, str], str | None]:
    """The meeting's items to choose among; closed ones where nobody else reads along."""
    meeting = meeting_meant(desk, typed.meeting or "", looks_back=typed.resolved)
    items = {
        str(place): f"{place}. {shorten(each.content.title, _A_LINE)}"
        for place, each in enumerate(await items_of_meeting(desk, meeting), start=1)
        if not (each.content.is_closed and desk.is_public)
    }
    return say("referral.from_meeting", moede_dato=medium_date(meeting.day)), items, None


def _body_value(desk: Desk, known: tuple[Target, ...], typed: str) -> str:
    """What was typed as the form's choice; with one alone to choose, that."""
    if not typed:
        return known[0].value if len(known) == 1 else ""
    try:
        return chosen(desk, known, typed).value
    except Refusal:
        return typed


def _notes(desk: Desk, known: tuple[Target, ...]) -> list[str]:
    """What the charter says of each body, and what that asks for."""
    notes = dict[str, None].fromkeys(_task_words(desk))
    for each in known:
        for edge in each.destination.edges:
            notes[_relation_words(edge)] = None
        if each.destination.needs_resolution:
            notes[say("referral.note.resolution", forum=each.destination.name)] = None
        needed = bases_needed(each.destination, charter_of(desk, each), desk.forum.charter.body_kind.value)
        if needed:
            notes[say("referral.note.bases", forum=each.destination.name, grundlag=listing(needed.values()))] = None
        if each.forum is None:
            notes[say("referral.note.letter", forum=each.destination.name)] = None
    return list(notes)


def _task_words(desk: Desk) -> Iterator[str]:
    """The charter's tasks that are done by sending on, and what others have with the forum both ways."""
    tasks = desk.forum.charter.tasks
    for each in (*tasks.mandatory, *tasks.optional):
        if each.by == CARRIER:
            yield say("referral.note.task", opgave=each.name, ord=each.words or each.name)
    for edge in graph(desk.forum):
        if edge.way is Way.TO_US and edge.relation.kind == BOTH_WAYS:
            yield _relation_words(edge)


def _relation_words(edge: Edge) -> str:
    relation, other = edge.relation, edge.origin if edge.way is Way.TO_US else edge.to
    if not relation.words:
        return say("referral.note.relation.bare", forum=other.name, slags=relation.name)
    return say("referral.note.relation", forum=other.name, slags=relation.name, ord=relation.words)
