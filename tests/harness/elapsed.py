"""Real time that can be hastened and held: back-off, leases and pauses end when a test says so."""

from datetime import datetime, timedelta

from bot.clock import elapsed_now


class Elapsed:
    """The real moment, and as much later as has been let pass."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)
        self._held: datetime | None = None

    def __call__(self) -> datetime:
        """The moment, in UTC."""
        return self._held or elapsed_now() + self._ahead

    def hold(self, *, seconds: float) -> None:
        """It is so much later, and stays so."""
        self._held = self() + timedelta(seconds=seconds)

    def go_on(self) -> None:
        """It is the real moment again."""
        self._held = None

    def passes(self, **length: float) -> None:
        """Let so much time pass (`seconds=2`)."""
        self._ahead += timedelta(**length)


class HandClock:
    """A real moment that stands still until a test moves it."""

    def __init__(self) -> None:
        self.moment = elapsed_now()

    def __call__(self) -> datetime:
        """The moment, in UTC."""
        return self.moment
