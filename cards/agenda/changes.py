"""What changed between two versions of an agenda: item by item, what went struck through and what came underlined."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from bot.domain.agenda.changes import Change, ChangeKind
from bot.domain.kernel.rewording import Mark, Run
from cards.kit.elements import Json, group, text
from cards.kit.fitting import Room
from cards.kit.reworded import difference
from cards.kit.words import duration, keyed, money, say
from cards.proposals.view import ITEM_KINDS

_CHANGES = keyed(ChangeKind, "approval.change")
_SPOKEN_AS = {Mark.GONE: "approval.spoken.gone", Mark.NEW: "approval.spoken.new"}
_MOST_SPOKEN = 5
_SPOKEN = Room(text=60, links=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much of the changes to show: items, characters of each text that changed, and of what surrounds it."""

    items: int
    text: int
    around: int


def change_blocks(changes: Sequence[Change], extent: Extent) -> list[Json]:
    """Each item that changed, as many as there is room for, the words that went and came marked in place."""
    return [_item(of_item, extent) for of_item in _by_item(changes)[: extent.items]]


def is_abridged(changes: Sequence[Change], extent: Extent) -> bool:
    """Whether anything that changed is not shown whole; what was not changed is no loss."""
    items = _by_item(changes)
    told = (run.words for of_item in items for each in of_item for run in _marked(each) if run.mark is not Mark.KEPT)
    titles = (each.content.title for each in changes)
    return len(items) > extent.items or any(len(words) > extent.text for words in (*told, *titles))


def more_items(changes: Sequence[Change], extent: Extent) -> int:
    """How many items that changed are not shown at all."""
    return max(len(_by_item(changes)) - extent.items, 0)


def spoken(changes: Sequence[Change]) -> str:
    """The first changes for those who listen: what went and what came, in words."""
    return " ".join(_spoken(each) for each in changes[:_MOST_SPOKEN])


def _by_item(changes: Sequence[Change]) -> list[list[Change]]:
    """The changes of each item together; those of one item follow one another."""
    return [list(of_item) for _, of_item in groupby(changes, key=_item_of)]


def _item_of(change: Change) -> tuple[int, bool]:
    return change.position, change.kind is ChangeKind.REMOVED


def _item(of_item: list[Change], extent: Extent) -> Json:
    room = Room(text=extent.text, links=0)
    first = of_item[0]
    title = say("approval.changed.item", punkt=first.position, titel=room.cut(first.content.title))
    return group(text(title, bold=True), *(_line(each, extent, room) for each in of_item))


def _line(change: Change, extent: Extent, room: Room) -> Json:
    wording = _marked(change)
    if not wording:
        return text(say(_CHANGES[change.kind], **_both(change)), close=True)
    return difference(say(_CHANGES[change.kind]), wording, around=extent.around, most=extent.text)


def _marked(change: Change) -> tuple[Run, ...]:
    """The words of a text that was changed; those of a new item are all new."""
    if change.kind is ChangeKind.ADDED and change.content.recommendation:
        return (Run(Mark.NEW, change.content.recommendation),)
    return change.wording


def _spoken(change: Change) -> str:
    what = say("approval.changed.item", punkt=change.position, titel=_SPOKEN.cut(change.content.title))
    told = say(_CHANGES[change.kind], **_both(change))
    parts = (
        say(_SPOKEN_AS[each.mark], ord=_SPOKEN.cut(each.words.strip()))
        for each in _marked(change)
        if each.mark is not Mark.KEPT and each.words.strip()
    )
    return " ".join([f"{what}.", told, *parts])


def _both(change: Change) -> dict[str, str]:
    """What stood before and stands now, where that is short enough to say."""
    if change.before is None or change.after is None:
        return {}
    match change.kind:
        case ChangeKind.DURATION:
            return {"foer": duration(change.before.duration), "nu": duration(change.after.duration)}
        case ChangeKind.AMOUNT:
            return {"foer": _amount(change.before.amount), "nu": _amount(change.after.amount)}
        case ChangeKind.KIND:
            return {"foer": say(ITEM_KINDS[change.before.kind]), "nu": say(ITEM_KINDS[change.after.kind])}
        case _:
            return {}


def _amount(kroner: Decimal | None) -> str:
    return say("approval.change.no_amount") if kroner is None else money(kroner)
