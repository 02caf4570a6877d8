"""Real time that can be hastened and held: back-off, leases and pauses end when a test says so."""

from datetime import datetime, timedelta

from sqlalchemy import update

from bot.clock import elapsed_now
from storage.database import Database
from storage.outbox.table import notices


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


async def an_hour_passes(database: Database) -> None:
    """Every lease and every pause in that outbox comes to its end."""
    past = elapsed_now() - timedelta(seconds=1)
    async with database.writing() as conn:
        await conn.execute(update(notices).where(notices.c.leased_until.is_not(None)).values(leased_until=past))
        await conn.execute(update(notices).where(notices.c.retry_at.is_not(None)).values(retry_at=past))
