"""What an address of a calendar gives to whoever asks for it: checked against who sits where at that moment."""

from collections.abc import AsyncIterator
from datetime import datetime

from bot.clock import Clock
from bot.documents.calendar import feed, file_name, invitation
from bot.domain.calendars.state import Entry
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Identity
from bot.usecases.calendars.entries import entries_of, entry_of
from bot.usecases.calendars.seals import Handed, Seals, object_id_in
from bot.usecases.charter_texts import read_charter
from cards.calendars.entry import own_name
from storage import calendars
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import Connection

PATH = "/kalender/"
OF_MEETING = "moede/"


class Calendars:
    """`url` is where people reach the service; of anybody's calendar this holds nothing."""

    def __init__(self, database: Database, clock: Clock, secret: bytes, url: str) -> None:
        self._database = database
        self._clock = clock
        self._seals = Seals(secret)
        self._url = url

    def file_address(self, forum: str, meeting: str, account: Identity) -> str:
        """A fresh address of that meeting's file, for that account."""
        sealed = self._seals.file(Handed(forum=forum, meeting=meeting, account=account), self._clock.now())
        return f"{self._url}{PATH}{OF_MEETING}{sealed}.ics"

    async def feed_address(self, conn: Connection, account: Identity) -> str:
        """The address of the account's own feed: the same until it is renewed."""
        return f"{self._url}{PATH}{self._seals.feed(account, await calendars.renewals(conn, account))}.ics"

    async def file(self, sealed: str) -> tuple[str, bytes] | None:
        """The name of the file and the file; None for an address that holds no longer, or never did."""
        handed = self._seals.handed(sealed, self._clock.now())
        if handed is None:
            return None
        async with self._database.reading() as conn:
            async for forum in _forums_of(conn, handed.account, self._clock.now()):
                entry = await entry_of(conn, forum, handed.meeting) if forum.id == handed.forum else None
                if entry is not None:
                    return file_name(entry), invitation(entry)
        return None

    async def feed(self, claimed: str) -> bytes | None:
        """Every meeting of the forums in which the account has a seat; None where it has none, or the address is old.

        Raises Unreadable where one of them cannot be read, since what is missing would be taken out of the calendar.
        """
        object_id = object_id_in(claimed)
        if object_id is None:
            return None
        async with self._database.reading() as conn:
            tenants = dict.fromkeys(tenant for _, _, tenant in await forums.seated(conn, object_id))
            for account in (Identity(tenant, object_id) for tenant in tenants):
                if self._seals.is_feed(account, await calendars.renewals(conn, account), claimed):
                    return await self._drawn(conn, account)
        return None

    async def _drawn(self, conn: Connection, account: Identity) -> bytes | None:
        found: list[Entry] = []
        is_seated = False
        async for forum in _forums_of(conn, account, self._clock.now()):
            is_seated = True
            found += await entries_of(conn, forum)
        return feed(own_name(), found) if is_seated else None


async def _forums_of(conn: Connection, account: Identity, now: datetime) -> AsyncIterator[Forum]:
    """The forums in which the account has a seat today."""
    for meant, person, tenant in await forums.seated(conn, account.object_id):
        if tenant != account.tenant:
            continue
        forum = await forums.get(conn, meant, read_charter)
        if forum is not None and any(forum.seats_of(person, now.astimezone(forum.timezone).date())):
            yield forum
