"""Visits to pages of one's own: an address is issued, opens once, and begins a visit that ends by itself."""

from bot.clock import Clock
from bot.usecases.page.tickets import Seals, Ticket
from storage import page as used
from storage.database import Database

PATH = "/svar/"
ADDRESSED = "adgang"
"""The name under which an address, and the form of the page it leads to, carry the sealed ticket."""


class Visits:
    """`url` is where people reach the service; what this holds is the secret's keys, and nothing of anybody's visit."""

    def __init__(self, database: Database, clock: Clock, secret: bytes, url: str) -> None:
        self._database = database
        self._clock = clock
        self._seals = Seals(secret)
        self._url = url

    def address(self, forum: str, person: str, object_id: str, about: str) -> str:
        """A fresh address for that person alone; to be shown to nobody else, and kept nowhere."""
        sealed = self._seals.address(forum, person, object_id, about, self._clock.now())
        return f"{self._url}{PATH}?{ADDRESSED}={sealed}"

    async def is_open(self, sealed: str) -> bool:
        """Whether the address still opens; asking uses nothing up."""
        ticket = self._seals.addressed(sealed, self._clock.now())
        if ticket is None:
            return False
        async with self._database.reading() as conn:
            return not await used.is_used(conn, ticket.nonce)

    async def begin(self, sealed: str) -> str | None:
        """Use the address: what the browser keeps for the visit, or None where it opens no more."""
        now = self._clock.now()
        ticket = self._seals.addressed(sealed, now)
        if ticket is None:
            return None
        async with self._database.writing(wakes=False) as conn:
            is_first = await used.use(conn, ticket.nonce, at=now)
        return self._seals.visit(ticket, now) if is_first else None

    def visiting(self, kept: str) -> Ticket | None:
        """The visit that a browser keeps, or None where there is none that lasts."""
        return self._seals.visiting(kept, self._clock.now())

    def form(self, visit: Ticket, number: str, card: str) -> str:
        """The mark of one form of that visit."""
        return self._seals.form(visit, number, card)

    def is_form(self, visit: Ticket, number: str, card: str, claimed: str) -> bool:
        """Whether the form was made for that visit."""
        return self._seals.is_form(visit, number, card, claimed)
