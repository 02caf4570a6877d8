"""One budget of requests, counted so that Teams can never see more than its windows allow, however slow the way is."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Window:
    """At most `most` requests in any `length` seconds."""

    most: int
    length: float


class Bucket:
    """The requests that count against some windows; every moment is the caller's monotonic time in seconds.

    A request is seen by Teams somewhere between its leaving and its answer, so it takes a slot when it leaves and
    gives it back one window's length after its answer.
    """

    def __init__(self, windows: Sequence[Window]) -> None:
        self._windows = windows
        self._most = max((each.most for each in windows), default=0)
        self._longest = max((each.length for each in windows), default=0.0)
        self._under_way = 0
        self._seen: list[float] = []
        self._closed_until = -inf

    def opens(self, now: float, ahead: int = 0) -> float:
        """No earlier than this may one more leave, when `ahead` others leave first; the past where it may at once."""
        return max([self._closed_until, *(self._room(each, now, ahead) for each in self._windows)])

    def take(self) -> None:
        """One request leaves."""
        self._under_way += 1

    def give_back(self, seen_by: float) -> None:
        """Teams has seen it by that moment; minus infinity for one that never left."""
        self._under_way -= 1
        insort(self._seen, seen_by)
        del self._seen[: max(0, len(self._seen) - self._most)]

    def close(self, until: float) -> None:
        """Let nothing leave before that moment: Teams has asked for it."""
        self._closed_until = max(self._closed_until, until)

    def is_forgettable(self, now: float) -> bool:
        """Whether a new bucket would do as well."""
        lasts_until = max(self._closed_until, self._seen[-1] + self._longest if self._seen else -inf)
        return not self._under_way and lasts_until <= now

    def _room(self, window: Window, now: float, ahead: int) -> float:
        past = bisect_right(self._seen, now)
        still_to_be_seen = self._under_way + len(self._seen) - past + ahead
        rounds, before = divmod(still_to_be_seen, window.most)
        if rounds:
            return now + rounds * window.length
        oldest = past - (window.most - before)
        return self._seen[oldest] + window.length if oldest >= 0 else -inf
