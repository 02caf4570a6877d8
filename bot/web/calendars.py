"""`/kalender/` and the calendars under `/offentlig/`: what programs read again and again, and mostly know already.

What is unchanged is answered by 304. An address that shows nothing (any more) is answered alike, whatever is wrong with
it. No address that somebody asked for is ever written to the log.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable

from aiohttp import ETag, web

from bot.documents.calendar import MEDIA_TYPE
from bot.domain.kernel.unreadable import Unreadable
from bot.journal import faults
from bot.metrics import FAILED_TURNS, REFUSED
from bot.usecases.calendars.handing import OF_MEETING, PATH, Calendars
from bot.usecases.calendars.public import public_calendar
from bot.web.public.answers import Answer as Kept
from bot.web.public.answers import answer as kept
from bot.web.public.answers import reply
from bot.web.public.common import Common
from bot.web.public.states import Shown
from bot.web.share import Share

OPENLY = "/offentlig/"
_AGAIN_IN = "300"  # seconds, where one of a person's forums cannot be read
_OWN = {
    "Cache-Control": "private, no-cache",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}
_PUBLIC = {"Cache-Control": "public, max-age=300"}
_log = logging.getLogger(__name__)

Answer = Callable[[web.Request], Awaitable[web.Response]]


class CalendarPages:
    """People's own; without `limits` all may ask as often as they like."""

    def __init__(self, calendars: Calendars, *, limits: bool) -> None:
        self._calendars = calendars
        self._share = Share() if limits else None

    def add_to(self, app: web.Application) -> None:
        """Answer below /kalender/."""
        app.router.add_get(PATH + OF_MEETING + "{sealed}.ics", guarded(self._file, self._wait))
        app.router.add_get(PATH + "{sealed}.ics", guarded(self._feed, self._wait))

    def _wait(self, request: web.Request) -> int:
        return self._share.wait(request, time.monotonic()) if self._share else 0

    async def _file(self, request: web.Request) -> web.Response:
        found = await self._calendars.file(request.match_info["sealed"])
        if found is None:
            return _refused(404)
        name, content = found
        return _calendar(request, content, _OWN | {"Content-Disposition": f'attachment; filename="{name}"'})

    async def _feed(self, request: web.Request) -> web.Response:
        found = await self._calendars.feed(request.match_info["sealed"])
        return _refused(404) if found is None else _calendar(request, found, _OWN)


class PublicCalendars:
    """Each forum's and everybody's, as the public may see them; they are drawn once a state."""

    def __init__(self, common: Common) -> None:
        self._common = common

    def add_to(self, app: web.Application) -> None:
        """Answer below /offentlig/."""
        app.router.add_get(OPENLY + "kalender.ics", guarded(self._answer, self._common.wait))
        app.router.add_get(OPENLY + "{forum}/kalender.ics", guarded(self._answer, self._common.wait))

    async def _answer(self, request: web.Request) -> web.Response:
        shown, forum = await self._common.shown(), request.match_info.get("forum")
        if forum is not None and forum not in shown.site.forums:
            return _refused(404)
        key = "calendar", forum
        found = self._common.kept(key)
        if found is None:
            found = await asyncio.to_thread(self._draw, shown, forum)
            self._common.keep(shown, key, found)
        return reply(request, found, _PUBLIC)

    def _draw(self, shown: Shown, forum: str | None) -> Kept:
        calendar = public_calendar(shown.site.state, forum, self._common.url)
        return kept(calendar, f"{MEDIA_TYPE}; charset=utf-8", shown.since)


def guarded(answer: Answer, wait_for: Callable[[web.Request], int]) -> Answer:
    """Not too often, and never with a fault of ours in what is answered."""

    async def guarded_(request: web.Request) -> web.Response:
        if wait := wait_for(request):
            return _refused(429, {"Retry-After": str(wait)})
        try:
            return await answer(request)
        except Unreadable:
            return _refused(503, {"Retry-After": _AGAIN_IN})
        except Exception as error:  # noqa: BLE001 - whatever it is, its code alone is told
            FAILED_TURNS.inc()
            code = faults.code(error)
            _log.error("A calendar failed, code %s", code, exc_info=error)
            return _refused(500)

    return guarded_


def _calendar(request: web.Request, content: bytes, headers: dict[str, str]) -> web.Response:
    """The calendar, or 304 to whoever has it."""
    mark = hashlib.sha256(content).hexdigest()[:32]
    known = request.if_none_match or ()
    same = any(each.value in (mark, "*") for each in known)
    answer = web.Response(status=304) if same else web.Response(body=content, content_type=MEDIA_TYPE, charset="utf-8")
    answer.headers.update(headers)
    answer.etag = ETag(mark)
    return answer


def _refused(status: int, more: dict[str, str] | None = None) -> web.Response:
    REFUSED.labels(status).inc()
    return web.Response(status=status, headers=_OWN | {"Cache-Control": "no-store"} | (more or {}))
