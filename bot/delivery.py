"""The outbox's other end: claim what is due, let it be sent, back off, and give up loudly; stop within seconds."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.backoff import is_spent, pause_after
from bot.clock import Clock
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import GATHERING_TIME, Notice, NoticeState
from bot.domain.kernel.unreadable import Unreadable
from bot.messenger import Messenger, Unsent
from bot.metrics import RETRIES
from bot.sending import Sender, Stopped
from bot.usecases.breakages import Breakages
from cards.kit.words import say
from storage.database import Database
from storage.outbox import claims, notices

PATIENCE = timedelta(seconds=30)  # for one try: it ends well before its lease, so that no two replicas send the same
LAST_PATIENCE = timedelta(seconds=6)
"""What has left gets so long to be answered once delivery is stopped; what is cut off then is in doubt."""
AT_ONCE = 40  # those to slow places must leave room for others, and a reply must not wait behind too many
UNREADABLE = say("outbox.unreadable")
_TRIED_AGAIN = say("outbox.tried_again")
_GIVEN_UP = say("outbox.given_up")
_BEFORE_A_CLAIM = 0.02  # seconds for others to become due as well: one claim for all of them
_LOOK_EVERY = 1.0  # seconds between looks at the outbox when nothing wakes it

log = logging.getLogger(__name__)


class Delivery:
    """Sends what is owed through a Messenger; any number of replicas may share one outbox.

    By `elapsed` (the database's own time, unless a test says otherwise) it counts its leases and pauses, by `clock`
    what is due. `patience` is what one try may take, and ends well before its lease. Without `breakages`, that a forum
    cannot be read is said in the log alone.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        messenger: Messenger,
        *,
        breakages: Breakages | None = None,
        elapsed: Callable[[], datetime] | None = None,
        patience: timedelta = PATIENCE,
    ) -> None:
        self._database = database
        self._clock = clock
        self._elapsed = elapsed or database.elapsed
        self._sender = Sender(database, clock, messenger, self._elapsed)
        self._patience = patience
        self._breakages = breakages or Breakages(database, clock, frozenset())
        self._woken = asyncio.Event()
        self._tries: set[asyncio.Task[None]] = set()
        self._cut_off_at: float | None = None  # the loop's time; None until it is stopped

    def wake(self) -> None:
        """Something may have become due, or will once it has gathered what else changes."""
        self._woken.set()
        self._wake_in(GATHERING_TIME)

    def stop(self) -> None:
        """Claim nothing more, from this moment on; `run` returns once what has left is done, or after LAST_PATIENCE."""
        if self._cut_off_at is None:
            self._cut_off_at = asyncio.get_running_loop().time() + LAST_PATIENCE.total_seconds()
        self._sender.stop()
        self._woken.set()

    @property
    def patience_left(self) -> float:
        """For how many seconds more it waits, once it is stopped, for what has left."""
        return max(0.0, (self._cut_off_at or 0.0) - asyncio.get_running_loop().time())

    async def run(self) -> None:
        """Deliver until stopped; a failing database is waited for, and nothing slow holds up the rest."""
        async with asyncio.TaskGroup() as tries:
            while self._cut_off_at is None:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK_EVERY):  # wait_for loses a cancellation on Python 3.11
                        await self._woken.wait()
                await asyncio.sleep(_BEFORE_A_CLAIM)
                self._woken.clear()
                try:
                    await self._begin(tries)
                except Exception:
                    log.exception("The outbox could not be worked on; trying again")
                    await asyncio.sleep(_LOOK_EVERY)
            await self._end()

    async def deliver_due(self) -> int:
        """Send everything that is due now without gathering more, and wait for it; how many notices were tried."""
        tried = 0
        while self._cut_off_at is None and (claimed := await self._claim(AT_ONCE, gathers=False)):
            await asyncio.gather(*(self._deliver(notice) for notice in claimed))
            tried += len(claimed)
        return tried

    async def _begin(self, tries: asyncio.TaskGroup) -> None:
        """Begin what is due; each that ends wakes `run`, since the next to the same place may leave then."""
        while self._cut_off_at is None and (room := AT_ONCE - len(self._tries)) > 0:
            claimed = await self._claim(room, gathers=True)
            if not claimed:
                return
            for notice in claimed:
                begun = tries.create_task(self._deliver(notice))
                self._tries.add(begun)
                begun.add_done_callback(self._ended)

    def _ended(self, ended: asyncio.Task[None]) -> None:
        self._tries.discard(ended)
        self._woken.set()

    async def _end(self) -> None:
        """Wait for what was begun, and cut off what goes on for too long."""
        if self._tries:
            await asyncio.wait(set(self._tries), timeout=self.patience_left)
        for late in set(self._tries):
            late.cancel()

    async def _claim(self, most: int, *, gathers: bool) -> tuple[Notice, ...]:
        async with self._database.reading() as conn:
            at = claims.moment(self._clock.now(), self._elapsed(), ahead=timedelta(0) if gathers else GATHERING_TIME)
            if not await claims.any_due(conn, at):
                return ()
        async with self._database.writing(wakes=False) as conn:
            return await claims.claim(conn, at, most=most)

    async def _deliver(self, notice: Notice) -> None:
        try:
            unsent = await self._try(notice)
            if unsent is not None:
                await self._unsent(notice, unsent)
        except (Stopped, asyncio.CancelledError) as stopped:
            await self._hand_back(notice)
            if isinstance(stopped, asyncio.CancelledError):
                raise
        except Exception:
            log.exception("What became of notice %s could not be stored; it is tried again after its lease", notice.key)

    async def _try(self, notice: Notice) -> Unsent | None:
        """Why it did not get through; None where it did, or need not."""
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                await self._sender.send(notice)
        except Unsent as unsent:
            return unsent
        except Unreadable as broken:
            await self._breakages.tell(broken)
            await self._pause(notice, UNREADABLE, claims.LONGEST_PAUSE)
        except Stopped:
            raise
        except TimeoutError:
            return Unsent(say("outbox.not_in_time"), outcome_unknown=await self._is_in_doubt(notice))
        except Exception:
            log.exception("Notice %s could not be prepared", notice.key)
            return Unsent(say("outbox.internal"), outcome_unknown=await self._is_in_doubt(notice))
        return None

    async def _is_in_doubt(self, notice: Notice) -> bool:
        """Whether a POST of it has begun since it was claimed, and nobody knows how that ended."""
        async with self._database.reading() as conn:
            now = await notices.get(conn, notice.key)
        return now is not None and now.unknown_posts > notice.unknown_posts

    async def _hand_back(self, notice: Notice) -> None:
        """Let the next process begin with it at once; one that is in doubt waits for its lease, and is counted."""
        try:
            if await self._is_in_doubt(notice):
                return log.warning("Notice %s was cut off by the stop: nobody knows whether it arrived", notice.key)
            await self._pause(notice, notice.reason, timedelta(0))
        except Exception:
            log.exception("Notice %s could not be handed back; it is tried again after its lease", notice.key)

    async def _pause(self, notice: Notice, reason: str, wait: timedelta) -> None:
        async with self._database.writing(wakes=False) as conn:
            await claims.pause(conn, notice, reason, self._elapsed() + wait)

    async def _unsent(self, notice: Notice, unsent: Unsent) -> None:
        if unsent.is_put_off:
            return await self._hold_place(notice, unsent)
        if unsent.permanent or is_spent(notice, unsent):
            # A reply's address is what its caller said it was; anything else that is lost calls for an administrator.
            level = logging.WARNING if notice.kind is ForumNotice.REPLY else logging.ERROR
            log.log(level, "Notice %s was given up: %s", notice.key, unsent.reason)
            reason = unsent.reason if unsent.permanent else f"{unsent.reason} {_GIVEN_UP}"
            return await self._sender.settle(notice, NoticeState.FAILED, reason)
        log.info("Notice %s is tried again later: %s", notice.key, unsent.reason)
        RETRIES.inc()
        async with self._database.writing(wakes=False) as conn:
            pause = pause_after(notice, unsent)
            return await claims.retry(conn, notice, f"{unsent.reason} {_TRIED_AGAIN}", self._elapsed() + pause)

    async def _hold_place(self, notice: Notice, unsent: Unsent) -> None:
        """Let nothing else leave for where there is no room, so that what comes later does not come first."""
        wait = min(unsent.retry_after or timedelta(0), claims.LEASE)
        async with self._database.writing(wakes=False) as conn:
            await claims.hold_place(conn, notice, unsent.reason, self._elapsed() + wait)
        self._wake_in(wait)

    def _wake_in(self, wait: timedelta) -> None:
        asyncio.get_running_loop().call_later(wait.total_seconds(), self._woken.set)
