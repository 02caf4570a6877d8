"""How much each caller may send us: a flood from one is answered with 429, and takes nothing from the others.

A token bucket for each caller, kept as the one moment at which the bucket would be full again (GCRA). What is refused
uses nothing up. No more callers are remembered than `most`: those whose bucket is full first of all are forgotten, as
it is full for whoever is unknown.
"""

import math

BURST_SECONDS = 5.0
"""How many seconds' worth may come at once."""

MOST_KNOWN = 10_000
"""Callers: several times the accounts that use one bot within seconds."""


class Flood:
    """`rate` is activities a second for each caller; every time is in seconds on a clock that never goes back."""

    def __init__(self, rate: float, most: int = MOST_KNOWN) -> None:
        self._interval = 1 / rate
        self._tolerance = max(BURST_SECONDS - self._interval, 0.0)
        self._most = most
        self._full_at: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._full_at)

    def admit(self, caller: str, now: float) -> int:
        """0 for an activity that may pass; otherwise in how many whole seconds the next one may."""
        wait = self.wait(caller, now)
        if not wait:
            self.take(caller, now)
        return wait

    def wait(self, caller: str, now: float) -> int:
        """The same without using anything up."""
        excess = self._full_at.get(caller, now) - now - self._tolerance
        return math.ceil(excess) if excess > 0 else 0

    def take(self, caller: str, now: float) -> None:
        """Use up what one activity takes."""
        if caller not in self._full_at and len(self._full_at) >= self._most:
            self._forget(now)
        self._full_at[caller] = max(self._full_at.get(caller, now), now) + self._interval

    def _forget(self, now: float) -> None:
        """Half of them at least, so that it need not be done at each new one: the fullest first."""
        emptiest = sorted(self._full_at.items(), key=lambda each: each[1], reverse=True)[: self._most // 2]
        self._full_at = {caller: full_at for caller, full_at in emptiest if full_at > now}
