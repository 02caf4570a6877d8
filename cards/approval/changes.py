"""What changed between two versions of an agenda, a line each."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.domain.agenda.changes import Change, ChangeKind
from cards.agenda.cards import is_crowded
from cards.kit.elements import Json, text
from cards.kit.fitting import Room
from cards.kit.words import duration, keyed, money, say

_CHANGES = keyed(ChangeKind, "approval.change")
_MOST = 20
_MOST_CROWDED = 10


def change_lines(changes: Sequence[Change], room: Room) -> Iterable[Json]:
    """The changes, as many as there is room for; what more there is is counted."""
    most = _MOST_CROWDED if is_crowded(room) else _MOST
    yield text("\n".join(f"– {_told(change, room)}" for change in changes[:most]))
    if len(changes) > most:
        yield text(say("approval.change.more", antal=len(changes) - most), subtle=True)


def _told(change: Change, room: Room) -> str:
    title = room.cut(change.content.title)
    return say(_CHANGES[change.kind], punkt=change.position, titel=title, **_both(change, room))


def _both(change: Change, room: Room) -> dict[str, str]:
    """What stood before and stands now, where that is short enough to say."""
    if change.before is None or change.after is None:
        return {}
    match change.kind:
        case ChangeKind.TITLE:
            return {"foer": room.cut(change.before.title)}
        case ChangeKind.DURATION:
            return {"foer": duration(change.before.duration), "nu": duration(change.after.duration)}
        case ChangeKind.AMOUNT:
            return {"foer": _amount(change.before.amount), "nu": _amount(change.after.amount)}
        case _:
            return {}


def _amount(kroner: Decimal | None) -> str:
    return say("approval.change.no_amount") if kroner is None else money(kroner)
