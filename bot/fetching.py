"""Files that somebody wants attached are fetched one by one beside the turns, and whoever sent them is told the end.

What is wanted stands in the database until it is here or never will be, so that another process goes on with what
this one began. A file is fetched while no transaction is open.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.documents.checking.content import media_type_of
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.journal import faults
from bot.usecases.attachments.storing import Fetched, refuse, store
from storage import uploads
from storage.database import Database
from storage.uploads import Upload

PATIENCE = timedelta(minutes=2)  # for one try
_LEASE = PATIENCE + timedelta(seconds=30)
_PAUSES = (timedelta(seconds=2), timedelta(seconds=10))  # before another try
_MOST_TRIES = 5  # where the program fails, and not the file's place
_AT_ONCE = 4
_LOOK_EVERY = 5.0  # seconds between looks when nothing wakes it

log = logging.getLogger(__name__)


class NotFetched(Exception):  # noqa: N818 - it is the file's place that fails, not the program
    """The file did not come; `why` is told to its sender, and where it `passes` another try may help."""

    is_discreet = True

    def __init__(self, why: Refusal, *, passes: bool = False) -> None:
        super().__init__(why.key)
        self.why = why
        self.passes = passes


Fetch = Callable[[str], Awaitable[bytes]]
"""What an address holds; raises NotFetched."""


class Fetching:
    """Fetches what is wanted; `most` is how many bytes a forum's files may take together."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        fetch: Fetch,
        *,
        most: int,
        elapsed: Callable[[], datetime] | None = None,
        patience: timedelta = PATIENCE,
    ) -> None:
        self._database = database
        self._clock = clock
        self._fetch = fetch
        self._most = most
        self._elapsed = elapsed or database.elapsed
        self._patience = patience
        self._woken = asyncio.Event()
        self._under_way: dict[asyncio.Task[None], Upload] = {}

    def wake(self) -> None:
        """Somebody wants a file."""
        self._woken.set()

    async def run(self) -> None:
        """Fetch until cancelled; what is under way then is given back."""
        try:
            while True:
                try:
                    await self._begin()
                except Exception:
                    log.exception("What is to be fetched could not be looked up; trying again")
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK_EVERY):
                        await self._woken.wait()
                self._woken.clear()
        finally:
            under_way = dict(self._under_way)
            for task in under_way:
                task.cancel()
            if under_way:
                await asyncio.wait(under_way)
            for one in under_way.values():  # also those that were cancelled before they began
                await self._give_back(one, timedelta(0))

    async def _begin(self) -> None:
        while len(self._under_way) < _AT_ONCE and (one := await self._claimed()) is not None:
            task = asyncio.create_task(self._take(one))
            self._under_way[task] = one
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.pop(task, None)
        self._woken.set()

    async def _claimed(self) -> Upload | None:
        """What was claimed is given back where this is cancelled before anybody knows of it."""
        claiming = asyncio.create_task(self._claim())
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            one = await claiming
            if one is not None:
                await self._give_back(one, timedelta(0))
            raise

    async def _claim(self) -> Upload | None:
        now = self._elapsed()
        async with self._database.reading() as conn:
            first = await uploads.next_at(conn)
        if first is None or first > now:
            if first is not None:
                asyncio.get_running_loop().call_later((first - now).total_seconds(), self._woken.set)
            return None
        async with self._database.writing(wakes=False) as conn:
            return await uploads.claim(conn, at=now, until=now + _LEASE)

    async def _take(self, one: Upload) -> None:
        try:
            await self._work(one)
        except Exception as error:
            log.exception("A file could not be stored; it is tried again after its lease")
            if one.tries >= _MOST_TRIES:
                await self._give_up(one, error)

    async def _work(self, one: Upload) -> None:
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                data = await self._fetch(one.url)
            media_type = await asyncio.to_thread(media_type_of, one.name, data)
            await store(self._database, self._clock.now(), one, Fetched(data, media_type), most=self._most)
        except TimeoutError:
            await self._again(one, NotFetched(Refusal("attachment_slow", fil=one.name), passes=True))
        except NotFetched as no:
            await self._again(one, no)
        except Refusal as no:
            await refuse(self._database, self._clock.now(), one, no)
        except Unreadable:
            await self._give_back(one, _LEASE)

    async def _again(self, one: Upload, no: NotFetched) -> None:
        if no.passes and one.tries < len(_PAUSES):
            log.info("A file did not come, and is fetched again: %s", no.why.key)
            return await self._give_back(one, _PAUSES[one.tries])
        return await refuse(self._database, self._clock.now(), one, no.why)

    async def _give_up(self, one: Upload, error: Exception) -> None:
        try:
            await refuse(self._database, self._clock.now(), one, Refusal("generic", kode=faults.code(error)))
        except Exception:
            log.exception("Nobody could be told that a file is not stored; it is tried again after its lease")

    async def _give_back(self, one: Upload, wait: timedelta) -> None:
        try:
            async with self._database.writing(wakes=False) as conn:
                await uploads.give_back(conn, one, at=self._elapsed() + wait)
        except Exception:
            log.exception("A file could not be given back; it is tried again after its lease")
