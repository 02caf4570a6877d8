"""Whether the service can work, which for a database means that it can be written; otherwise why not, in one line."""

import asyncio
from time import monotonic

from bot.clock import Clock
from storage import migrate
from storage.database import Database
from storage.engine.trouble import Trouble, trouble_of
from storage.examination import try_to_write

_KEPT = 3.0  # seconds: whoever asks more often gets the same answer, and makes nobody write
_PATIENCE = 4.0  # seconds; a container's health check waits for five
_SETTINGS = "Databasen kan ikke bruges (se KLYNGEBOT_DATABASE_URL og KLYNGEBOT_DATA)"
DAMAGED = "Databasen er beskadiget: stands tjenesten, og indlæs en sikkerhedskopi"
_WORDS = {
    Trouble.FULL: "Databasen kan ikke skrives: disken er fuld",
    Trouble.READ_ONLY: "Databasen kan ikke skrives: den kan kun læses",
    Trouble.DISK: "Databasen kan ikke skrives eller læses: disken melder fejl",
    Trouble.DAMAGED: DAMAGED,
    Trouble.NO_DATABASE: f"{_SETTINGS}: der er ingen database",
    Trouble.NO_ACCESS: f"{_SETTINGS}: der er ikke adgang",
    Trouble.BUSY: "Databasen er optaget af et andet program",
    Trouble.AWAY: f"{_SETTINGS}: serveren svarer ikke",
    Trouble.OTHER: _SETTINGS,
}


def words(fault: Exception) -> str:
    """What is wrong with the database, with the driver's code for whoever looks it up."""
    trouble, code = trouble_of(fault)
    return f"{_WORDS[trouble]} [{code or type(fault).__name__}]."


class Readiness:
    """Asks at most once in `kept` seconds, however many want to know."""

    def __init__(self, database: Database, clock: Clock, *, kept: float = _KEPT) -> None:
        self._database = database
        self._clock = clock
        self._kept = kept
        self._asking = asyncio.Lock()
        self._asked_at: float | None = None
        self._reason: str | None = None

    async def reason(self) -> str | None:
        """None where the service can work."""
        async with self._asking:
            if self._asked_at is None or monotonic() - self._asked_at >= self._kept:
                self._reason = await self._ask()
                self._asked_at = monotonic()
            return self._reason

    async def _ask(self) -> str | None:
        try:
            async with asyncio.timeout(_PATIENCE):
                if not await migrate.is_current(self._database):
                    return "Databasen mangler en opdatering: klyngebot migrate"
                await try_to_write(self._database, self._clock.now())
        except TimeoutError:
            return f"Databasen svarer ikke inden for {_PATIENCE:.0f} sekunder."
        except Exception as fault:  # noqa: BLE001 - whatever it is, the service is not ready
            return words(fault)
        return f"{DAMAGED}." if self._database.was_damaged else None
