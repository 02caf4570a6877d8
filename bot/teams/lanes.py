"""Who may send to Teams next: first come, first served, but nobody waits behind a conversation that is full."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from bot.teams.bucket import Bucket, Window

_TIDY_EVERY = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Lane:
    """What a request counts against; a thread is in its channel's lane."""

    tenant: str
    place: str
    is_roster: bool = False


@dataclass(slots=True, eq=False)
class Ticket:
    """One request; `seen_by` is when Teams has seen it at the latest, minus infinity where it was never sent."""

    lane: Lane
    seen_by: float = -inf


class Queue:
    """Everybody who waits, and how much each tenant and each conversation still takes; it neither sleeps nor sends."""

    def __init__(self, *, tenant: Sequence[Window], messages: Sequence[Window], rosters: Sequence[Window]) -> None:
        self._of_tenant = tenant
        self._messages = messages
        self._rosters = rosters
        self._tenants: dict[str, Bucket] = {}
        self._lanes: dict[Lane, Bucket] = {}
        self._waiting: dict[str, dict[Ticket, None]] = {}  # by tenant, in order of arrival
        self._tidy_at = -inf

    def __len__(self) -> int:
        """How many budgets are remembered."""
        return len(self._tenants) + len(self._lanes)

    def opens(self, lane: Lane, now: float) -> float:
        """No earlier than this may a request that asks now leave."""
        ahead = sum(each.lane == lane for each in self._waiting.get(lane.tenant, ()))
        return max(now, self._lane(lane).opens(now, ahead), self._tenant(lane.tenant).opens(now))

    def ask(self, lane: Lane, now: float) -> Ticket:
        """Stand in line."""
        self._tidy(now)
        ticket = Ticket(lane)
        self._waiting.setdefault(lane.tenant, {})[ticket] = None
        return ticket

    def leaving(self, now: float) -> tuple[list[Ticket], float]:
        """Those whose turn has come, and when to look again at the latest (infinity: after the next answer)."""
        gone: list[Ticket] = []
        again = [self._leave(tenant, now, gone) for tenant in self._waiting]
        for ticket in gone:
            self._drop(ticket)
        return gone, min(again, default=inf)

    def end(self, ticket: Ticket) -> None:
        """A request has come to its end, or somebody in line has given up."""
        if self._drop(ticket):
            return
        self._lane(ticket.lane).give_back(ticket.seen_by)
        self._tenant(ticket.lane.tenant).give_back(ticket.seen_by)

    def close(self, lane: Lane, until: float) -> None:
        """Let nothing leave in that lane before that moment."""
        self._lane(lane).close(until)

    def _leave(self, tenant: str, now: float, gone: list[Ticket]) -> float:
        budget, again = self._tenant(tenant), inf
        for ticket in self._waiting[tenant]:
            if (opens := budget.opens(now)) > now:
                return opens
            lane = self._lane(ticket.lane)
            if (opens := lane.opens(now)) > now:
                again = min(again, opens)
                continue
            budget.take()
            lane.take()
            gone.append(ticket)
        return again

    def _drop(self, ticket: Ticket) -> bool:
        """Take somebody out of the line; whether they stood in it."""
        line = self._waiting.get(ticket.lane.tenant, {})
        stood = ticket in line
        line.pop(ticket, None)
        if not line:
            self._waiting.pop(ticket.lane.tenant, None)
        return stood

    def _tenant(self, tenant: str) -> Bucket:
        if tenant not in self._tenants:
            self._tenants[tenant] = Bucket(self._of_tenant)
        return self._tenants[tenant]

    def _lane(self, lane: Lane) -> Bucket:
        if lane not in self._lanes:
            self._lanes[lane] = Bucket(self._rosters if lane.is_roster else self._messages)
        return self._lanes[lane]

    def _tidy(self, now: float) -> None:
        """Forget whoever has been quiet for so long that it makes no difference."""
        if now < self._tidy_at:
            return
        self._tidy_at = now + _TIDY_EVERY
        self._lanes = {lane: each for lane, each in self._lanes.items() if not each.is_forgettable(now)}
        self._tenants = {tenant: each for tenant, each in self._tenants.items() if not each.is_forgettable(now)}
