"""The public state that pages are drawn from: looked at anew when somebody asks, and at most once a second."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

from bot.domain.documents.proof import Proof
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.publication.public import PublicState
from cards.public.addresses import Addresses
from cards.public.resolutions import Register
from cards.public.site import Site

_OLD = 1.0  # seconds
_JUMP = timedelta(seconds=_OLD)  # of a clock that is set


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the state comes from; two states with the same stamp are the same, and a stamp costs little.

    `proof` is what a code is, by the number of its entry, among these forums; `bilag` what a forum's file of a digest
    holds, None where it was erased.
    """

    now: Callable[[], datetime]
    stamp: Callable[[], Awaitable[str]]
    state: Callable[[], Awaitable[PublicState]]
    proof: Callable[[tuple[str, ...], int, str], Awaitable[Proof | None]]
    bilag: Callable[[str, str], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What all pages are drawn from, until `mark` is another; `since` is when it was first seen."""

    mark: tuple[str, datetime]
    since: datetime
    site: Site
    register: Register


class States:
    """Keeps the state that was last seen; `touched` says that something was written since."""

    def __init__(self, source: Source, addresses: Addresses, contact: str, formats: tuple[str, ...]) -> None:
        self._source = source
        self._addresses = addresses
        self._contact = contact
        self._formats = formats
        self._shown: Shown | None = None
        self._looked, self._moment = 0.0, source.now()
        self._is_touched = False
        self._looking = asyncio.Lock()

    def touched(self) -> None:
        """Something was written: whoever asks next is to see it."""
        self._is_touched = True

    def fresh(self) -> Shown | None:
        """What was seen within the last second, if nothing was written since."""
        if self._is_touched or monotonic() - self._looked >= _OLD or abs(self._source.now() - self._moment) >= _JUMP:
            return None
        return self._shown

    async def look(self) -> Shown:
        """What holds now; those who ask at the same time wait for the same look."""
        async with self._looking:
            if (shown := self.fresh()) is not None:
                return shown
            self._is_touched = False
            moment, looked = self._source.now(), monotonic()
            stamp = await self._source.stamp()
            self._shown = await self._newest(self._shown, stamp, moment)
            self._moment, self._looked = moment, looked
            return self._shown

    async def _newest(self, before: Shown | None, stamp: str, moment: datetime) -> Shown:
        """The same as before, unless the stamp is another, or an hour has begun: what lies ahead depends on it."""
        hour = moment.astimezone(COPENHAGEN).replace(minute=0, second=0, microsecond=0)
        if before is not None and before.mark == (stamp, hour):
            return before
        if before is not None and before.mark[0] == stamp:
            state = replace(before.site.state, at=moment)
        else:
            state = replace(await self._source.state(), at=moment)
        site = Site(state, self._addresses, self._contact, self._formats)
        return Shown(mark=(stamp, hour), since=moment, site=site, register=Register(site))
