"""What organisations that clear an agenda themselves have said: on the chairs' request, and wherever it is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.approval.clearance import Clearance, Clearing
from cards.kit.elements import Json, text
from cards.kit.fitting import Room
from cards.kit.words import keyed, listing, say

_CLEARINGS = keyed(Clearing, "clearance.line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What an organisation of that name answered about clearing it itself, and who gave it; None while it is silent.

    `is_in_place`: whoever gave it stood in for somebody, whom `by` names too.
    """

    name: str
    given: Clearance | None = None
    by: str = ""
    is_in_place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """The organisations that nobody asks: they have not said whether they clear it, or depart from guidance on it."""

    unsettled: Sequence[str] = ()
    departing: Sequence[str] = ()


NOBODY_ELSE = Unasked()


def clearance_lines(cleared: Sequence[Cleared], unasked: Unasked, room: Room) -> Json | None:
    """A line for each organisation that is asked, and who is not and why."""
    lines = [clearance_line(each, room) for each in cleared]
    if unasked.unsettled:
        lines.append(say("clearance.line.unsettled", liste=listing(unasked.unsettled)))
    if unasked.departing:
        lines.append(say("clearance.line.departs", liste=listing(unasked.departing)))
    return text("\n".join(lines)) if lines else None


def clearance_line(each: Cleared, room: Room, *, is_brief: bool = False) -> str:
    """What one organisation answered, in whose hand, and its words unless that shall be brief."""
    given = each.given
    if given is None or given.clearing is None:
        return say("clearance.line.waiting", organisation=each.name)
    line = say(_CLEARINGS[given.clearing], organisation=each.name)
    if given.words and not is_brief:
        line = f"{line}: {room.cut(given.words)}"
    if each.is_in_place:
        return f"{line} ({each.by})"
    return f"{line} ({say('clearance.on_behalf', navn=each.by)})" if given.is_on_behalf and not is_brief else line
