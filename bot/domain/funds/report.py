"""How long it took from a decision to what was disposed of by it."""

from collections.abc import Iterable, Mapping
from datetime import tzinfo

from bot.domain.funds import ledger
from bot.domain.funds.state import Decision, Entry


def lead_days(entries: tuple[Entry, ...], decisions: Iterable[Decision], zone: tzinfo) -> Mapping[int, int]:
    """By the number of each disposal that stands: whole days from the decision's minutes to it (A11)."""
    decided = {(each.meeting, each.item): each.decided_at for each in decisions}
    found = {}
    for each in ledger.disposals(entries):
        began = decided.get((each.meeting or "", each.item or 0))
        if began is not None:
            found[each.number] = (each.at.astimezone(zone).date() - began.astimezone(zone).date()).days
    return found
