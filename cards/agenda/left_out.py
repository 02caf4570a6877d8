"""What is not on an agenda, a line each with the reason: for those who approve it, and for all when it leaves."""

from collections.abc import Iterable, Sequence

from bot.domain.agenda.left_out import LeftOut, Why
from cards.kit.elements import Json, heading, text
from cards.kit.fitting import Room
from cards.kit.words import keyed, say

_WHY = keyed(Why, "agenda.left_out")
_MOST = 20
_MOST_CROWDED = 10
_A_SENTENCE = 100  # characters


def left_out_lines(found: Sequence[LeftOut], room: Room, *, is_approved: bool) -> Iterable[Json]:
    """As many as there is room for; what more there is is counted."""
    if not found:
        return
    most = _MOST_CROWDED if room.text < _A_SENTENCE else _MOST
    yield heading(say("approval.not_included"), level=2)
    yield text("\n".join(_line(each, room, is_approved=is_approved) for each in found[:most]))
    if len(found) > most:
        yield text(say("agenda.left_out.more", antal=len(found) - most), subtle=True)


def _line(each: LeftOut, room: Room, *, is_approved: bool) -> str:
    title = room.cut(each.content.title)
    why = say("agenda.left_out.not_approved" if is_approved and each.why is Why.TOO_LATE else _WHY[each.why])
    if each.ruled_by is not None:
        why = say("agenda.left_out.ruled", hvorfor=why, navn=each.ruled_by)
        why = f"{why}: {room.cut(each.words)}" if each.words else why
    if each.proposal is None:
        return say("agenda.left_out.item", titel=title, hvorfor=why)
    return say("agenda.left_out.proposal", nr=each.proposal.number, titel=title, hvorfor=why)
