"""Teams' sending limits as Teams sees them: how many requests arrive in any stretch of time."""

from collections import defaultdict, deque
from collections.abc import Sequence

Windows = Sequence[tuple[int, float]]
"""Pairs: at most so many arrivals in so many seconds."""

MESSAGES: Windows = ((7, 1), (8, 2), (60, 30), (1800, 3600))
ROSTERS: Windows = ((14, 1), (16, 2), (120, 30), (3600, 3600))
TENANT: Windows = ((50, 1),)


class Arrivals:
    """What was let in, by what it counts against."""

    def __init__(self) -> None:
        self._let_in: defaultdict[str, deque[float]] = defaultdict(deque)

    def admits(self, now: float, *budgets: tuple[str, Windows]) -> bool:
        """Let a request in where every one of its budgets (a name, its windows) has room; else it counts nowhere."""
        if not all(self._has_room(name, windows, now) for name, windows in budgets):
            return False
        for name, windows in budgets:
            line = self._let_in[name]
            line.append(now)
            if len(line) > max(most for most, _ in windows):
                line.popleft()
        return True

    def _has_room(self, name: str, windows: Windows, now: float) -> bool:
        line = self._let_in[name]
        return all(len(line) < most or line[-most] <= now - length for most, length in windows)
