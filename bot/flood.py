"""How much one tenant may send us: a flood from one is answered with 429, and takes nothing from the others.

A token bucket for each tenant, kept as the one moment at which the bucket would be full again (GCRA). What is refused
uses nothing up. Only tenants of the allow-list are asked about, so the state is no longer than that list.
"""

import math

BURST_SECONDS = 5.0
"""How many seconds' worth may come at once."""


class Flood:
    """`rate` is activities a second for each tenant; every time is in seconds on a clock that never goes back."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._tolerance = max(BURST_SECONDS - self._interval, 0.0)
        self._full_at: dict[str, float] = {}

    def admit(self, tenant: str, now: float) -> int:
        """0 for an activity that may pass; otherwise in how many whole seconds the next one may."""
        full_at = max(self._full_at.get(tenant, now), now)
        excess = full_at - now - self._tolerance
        if excess > 0:
            return math.ceil(excess)
        self._full_at[tenant] = full_at + self._interval
        return 0
