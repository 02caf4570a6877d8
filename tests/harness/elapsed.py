"""Real time that can be hastened: back-off, leases and pauses that are counted by it end when a test says so."""

from datetime import datetime, timedelta

from bot.clock import elapsed_now


class Elapsed:
    """The real moment, and as much later as has been let pass."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        """The moment, in UTC."""
        return elapsed_now() + self._ahead

    def passes(self, **length: float) -> None:
        """Let so much time pass (`seconds=2`)."""
        self._ahead += timedelta(**length)
