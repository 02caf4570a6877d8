"""The agenda's draft: which items it holds, in which order, what a change does to it, and when it is frozen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.agenda.changes import Change, changes
from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, Standing
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, Proposal

MOST_ITEMS = 40
MOST_REMOVED = 10  # that can be put back
_OPENING = Standing.APPROVE_AGENDA


def blank(
    forum: str,
    meeting: str,
    standing: Callable[[Standing], Content],
    *,
    fixed: Sequence[Standing] = tuple(Standing),
    recurring: Sequence[Content] = (),
) -> Agenda:
    """A new draft: its fixed items, with the recurring ones after those that open it.

    That which approves minutes is put on where some wait for it, see `approving`.
    """
    wanted = [each for each in fixed if each is not Standing.APPROVE_MINUTES]
    opening = [AgendaItem(id=0, content=standing(each), standing=each) for each in wanted if each is _OPENING]
    closing = [AgendaItem(id=0, content=standing(each), standing=each) for each in wanted if each is not _OPENING]
    between = [AgendaItem(id=0, content=each, is_recurring=True) for each in recurring]
    every = enumerate((*opening, *between, *closing), start=1)
    return Agenda(forum=forum, meeting=meeting, revision=1, items=tuple(replace(each, id=at) for at, each in every))


def approval_of(items: Iterable[AgendaItem]) -> AgendaItem | None:
    """The item that approves earlier minutes, if there is one."""
    return next((item for item in items if item.standing is Standing.APPROVE_MINUTES), None)


def approving(agenda: Agenda, earlier: str, content: Content, *, stands_for: Callable[[AgendaItem], bool]) -> Agenda:
    """The draft with the item that approves the minutes of the meeting `earlier`, after its own approval.

    A recurring item that `stands_for` it becomes that item, so that none stands twice; one that names the minutes of
    another meeting names these, unless somebody was already asked about a version of the agenda that has it.
    """
    known = approval_of(agenda.items)
    if known is None:
        known = next((item for item in agenda.items if item.is_recurring and stands_for(item)), None)
    if known is None:
        item = AgendaItem(id=next_id(agenda), content=content, standing=Standing.APPROVE_MINUTES, minutes_of=earlier)
        before = 1 if agenda.items and agenda.items[0].standing is Standing.APPROVE_AGENDA else 0
        return with_items(agenda, [*agenda.items[:before], item, *agenda.items[before:]])
    if known.minutes_of == earlier or _was_frozen(agenda, known):
        return agenda
    named = replace(known, content=content, standing=Standing.APPROVE_MINUTES, is_recurring=False, minutes_of=earlier)
    return with_items(agenda, [named if item.id == known.id else item for item in agenda.items])


def _was_frozen(agenda: Agenda, item: AgendaItem) -> bool:
    """Whether a version has it as the approval of minutes."""
    return any(each == item for version in agenda.versions for each in version.items if each.standing)


def include(agenda: Agenda, proposal: Proposal) -> Agenda:
    """The draft with the proposal as its last item before the closing standing ones; refuses as `insert` does."""
    return insert(agenda, proposal.content, proposal=proposal.id)


def insert(agenda: Agenda, content: Content, *, proposal: int | None = None) -> Agenda:
    """The draft with a new item before the closing standing ones; Refusal("agenda_full") beyond 40 items."""
    if len(agenda.items) >= MOST_ITEMS:
        raise Refusal("agenda_full", antal=MOST_ITEMS)
    item = AgendaItem(id=next_id(agenda), content=content, proposal=proposal)
    items = list(agenda.items)
    items.insert(last_place(agenda) - 1, item)
    return with_items(agenda, items)


def exclude(agenda: Agenda, proposal: int) -> Agenda:
    """The draft without the proposal's item; unchanged where it has none."""
    if place_of(agenda, proposal) is None:
        return agenda
    return with_items(agenda, [item for item in agenda.items if item.proposal != proposal])


def check(agenda: Agenda, revision: int | None) -> None:
    """Refusal("agenda_sent") once it was sent, Refusal("stale") where another revision is meant than the newest."""
    if agenda.sent_version is not None:
        raise Refusal("agenda_sent")
    if revision not in (None, agenda.revision):
        raise Refusal("stale")


def item_at(agenda: Agenda, position: int) -> AgendaItem:
    """The item at a position (from 1); Refusal("no_item")."""
    if not 1 <= position <= len(agenda.items):
        raise Refusal("no_item", punkt=position, antal=len(agenda.items))
    return agenda.items[position - 1]


def remove(agenda: Agenda, position: int) -> Agenda:
    """The draft without the item there, which can be put back; Refusal("standing_item") for one that all have."""
    item = item_at(agenda, position)
    if item.standing is not None:
        raise Refusal("standing_item", punkt=position)
    shorter = with_items(agenda, [each for each in agenda.items if each.id != item.id])
    return replace(shorter, removed=_remembered((*agenda.removed, item)))


def _remembered(removed: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The last of them, and the one with the highest id, which no other item may get: bilag may hang on it."""
    last = removed[-MOST_REMOVED:]
    highest = max(removed, key=lambda each: each.id)
    return tuple(last) if highest in last else (highest, *last[1:])


def removed_item(agenda: Agenda, item: int | None) -> AgendaItem:
    """The removed item of that id (None: the last one); Refusal("nothing_removed")."""
    found = next((each for each in reversed(agenda.removed) if item in (None, each.id)), None)
    if found is None:
        raise Refusal("nothing_removed")
    return found


def restore(agenda: Agenda, item: AgendaItem, position: int | None) -> Agenda:
    """The draft with a removed item again, where it stood or else last; Refusal("agenda_full") beyond 40 items."""
    if len(agenda.items) >= MOST_ITEMS:
        raise Refusal("agenda_full", antal=MOST_ITEMS)
    first, last = places(agenda).start, last_place(agenda)
    place = last if position is None else min(max(position, first), last)
    items = [*agenda.items[: place - 1], item, *agenda.items[place - 1 :]]
    return replace(with_items(agenda, items), removed=tuple(each for each in agenda.removed if each.id != item.id))


def edit(agenda: Agenda, position: int, content: Content) -> Agenda:
    """The draft with other content of the item there; unchanged where it says the same."""
    item = item_at(agenda, position)
    if item.content == content:
        return agenda
    edited = replace(item, content=content)
    return with_items(agenda, [edited if each.id == item.id else each for each in agenda.items])


def move(agenda: Agenda, position: int, to: int) -> Agenda:
    """The draft with the item at another position; Refusal("bad_place") outside `places`."""
    item, free = item_at(agenda, position), places(agenda)
    if position == to:
        return agenda
    if position not in free or to not in free:
        if not free:
            raise Refusal("bad_place.none")
        raise Refusal("bad_place", field="to", fra=free.start, til=free.stop - 1)
    items = [each for each in agenda.items if each.id != item.id]
    items.insert(to - 1, item)
    return with_items(agenda, items)


def places(agenda: Agenda) -> range:
    """The positions that items may be moved between: the first item stays first, the closing ones last."""
    opens_fixed = bool(agenda.items) and agenda.items[0].standing is Standing.APPROVE_AGENDA
    return range(2 if opens_fixed else 1, last_place(agenda))


def meant(agenda: Agenda, position: int, item: int | None) -> int | None:
    """The position (from 1) of the item of that id, or the one that is named without; None where there is no such."""
    if item is None:
        return position if 1 <= position <= len(agenda.items) else None
    return next((place for place, each in enumerate(agenda.items, start=1) if each.id == item), None)


def place_of(agenda: Agenda, proposal: int) -> int | None:
    """The position (from 1) of the proposal's item, or None."""
    return next((place for place, item in enumerate(agenda.items, start=1) if item.proposal == proposal), None)


def last_place(agenda: Agenda) -> int:
    """The position (from 1) that a new item gets: the one of the first closing standing item."""
    return next(
        (place for place, item in enumerate(agenda.items, start=1) if item.standing is Standing.ANY_OTHER_BUSINESS),
        len(agenda.items) + 1,
    )


def with_items(agenda: Agenda, items: Sequence[AgendaItem]) -> Agenda:
    """The draft with other items, as its next revision."""
    return replace(agenda, items=tuple(items), revision=agenda.revision + 1)


def is_frozen(agenda: Agenda) -> bool:
    """Whether the newest version says exactly what the draft says."""
    return agenda.newest is not None and agenda.newest.items == agenda.items


def in_newest_version(agenda: Agenda, proposal: int) -> bool | None:
    """Whether the newest frozen version has the proposal's item; None before the first version."""
    if agenda.newest is None:
        return None
    return any(item.proposal == proposal for item in agenda.newest.items)


def departure(agenda: Agenda) -> tuple[Change, ...]:
    """What the draft says otherwise than the newest version; nothing before the first, or once an agenda has left."""
    if agenda.newest is None or agenda.sent_version is not None:
        return ()
    return changes(agenda.newest.items, agenda.items)


def departure_from(agenda: Agenda, *numbers: int) -> tuple[Change, ...]:
    """What the draft says otherwise than any of those versions: small steps may add up to a large one."""
    versions = (agenda.version(number) for number in dict.fromkeys(numbers))
    return tuple(change for each in versions if each is not None for change in changes(each.items, agenda.items))


def freeze(agenda: Agenda, *, by: str | None, at: datetime) -> Agenda:
    """The agenda with the draft as its next numbered version; `by` None is the clock."""
    number = len(agenda.versions) + 1
    version = AgendaVersion(number=number, items=agenda.items, frozen_at=at, frozen_by=by)
    return replace(agenda, versions=(*agenda.versions, version))


def next_id(agenda: Agenda) -> int:
    """An id that no item of the draft, of a frozen version or of those that can be put back has."""
    frozen = (item for version in agenda.versions for item in version.items)
    return max((item.id for item in (*agenda.items, *agenda.removed, *frozen)), default=0) + 1
