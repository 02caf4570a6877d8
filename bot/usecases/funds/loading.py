"""What is kept of the shared funds: a year's ledger, the decisions with what is left of them, and the councils."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.funds import ledger
from bot.domain.funds.settings import has_fund
from bot.domain.funds.state import CouncilAnswer, CouncilFollowUp, Decision
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from storage import funds as store


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision with what is left of it, in øre, and what the councils say to it."""

    decision: Decision
    left: int
    councils: tuple[CouncilFollowUp, ...] = ()

    @property
    def key(self) -> str:
        """What names it."""
        return key_of(self.decision.meeting, self.decision.item)

    @property
    def approved(self) -> frozenset[str]:
        """The organisations whose councils have said yes."""
        return frozenset(each.organisation for each in self.councils if each.answer is CouncilAnswer.APPROVED)

    def of(self, organisation: str) -> CouncilFollowUp | None:
        """What that organisation's council says, where it was asked."""
        return next((each for each in self.councils if each.organisation == organisation), None)


def key_of(meeting: str, item: int) -> str:
    """What names the decision on that item."""
    return f"{meeting}/{item}"


async def require_fund(desk: Desk) -> None:
    """Refusal("funds_none") in a forum that has no fund."""
    if not await holds_fund(desk):
        raise Refusal("funds_none", forum=desk.forum.name)


async def holds_fund(desk: Desk) -> bool:
    """Whether the forum may hold a fund, or has held one."""
    return has_fund(desk.forum) or bool(await store.years(desk.conn, desk.forum.id))


async def decided(desk: Desk) -> list[Decided]:
    """The latest decisions, the newest first."""
    found = await store.decisions(desk.conn, desk.forum.id)
    councils = await _councils(desk, found)
    return [await _with_rest(desk, each, councils) for each in found]


async def decision_of(desk: Desk, key: str) -> Decided:
    """The decision of that key; Refusal("bad_card") where there is none."""
    meeting, _, item = key.rpartition("/")
    found = None
    if item.isascii() and item.isdecimal() and len(item) < 7:
        found = await store.decision(desk.conn, desk.forum.id, meeting, int(item))
    if found is None:
        raise Refusal("bad_card")
    return await _with_rest(desk, found, await _councils(desk, [found]))


async def _with_rest(desk: Desk, decision: Decision, councils: Mapping[str, list[CouncilFollowUp]]) -> Decided:
    entries = await store.by_decision(desk.conn, desk.forum.id, decision.meeting, decision.item)
    key = key_of(decision.meeting, decision.item)
    used = ledger.disposed_by(entries, decision.meeting, decision.item)
    return Decided(decision=decision, left=decision.amount - used, councils=tuple(councils.get(key, ())))


async def _councils(desk: Desk, decisions: Sequence[Decision]) -> Mapping[str, list[CouncilFollowUp]]:
    found: dict[str, list[CouncilFollowUp]] = {}
    for each in await store.follow_ups(desk.conn, desk.forum.id, {each.meeting for each in decisions}):
        found.setdefault(key_of(each.meeting, each.item), []).append(each)
    return found
