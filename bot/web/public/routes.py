"""The routes below /offentlig/: what may be asked, by whom how often, and what is answered."""

import asyncio
import logging
import re

from aiohttp import web

from bot.domain.publication.public import PublicState
from bot.domain.publication.state import Release
from bot.journal import faults
from bot.metrics import REFUSED
from bot.web.public.answers import HTML, SAFE, Answer, answer, reply
from bot.web.public.bilag import bilag
from bot.web.public.common import Common, root_of
from bot.web.public.files import TRIED_AGAIN, GivenUp, TooManyWait
from bot.web.public.finding import Asked, Bilag, Parts, Wanted, asked, find
from bot.web.public.states import Shown
from cards.public.addresses import PROOF, ROOM
from cards.public.frame import Page, framed
from cards.public.proof import no_proof_page, proof_page
from cards.public.refusals import Why, gone_page, refusal_page
from cards.public.site import Site
from cards.public.sitemap import robots, sitemap

_DRAWN_AT_ONCE = 2
_CODE = re.compile(r"([0-9]{1,9})-([0-9a-f]{8,64})", re.ASCII)
_LONGEST = 600  # characters of an address's path
_NOT_READY = 5  # seconds
_NOTHING_MORE = Asked()
_READING = frozenset({"GET", "HEAD"})
_log = logging.getLogger(__name__)


class PublicPages:
    """The routes of pages and of documents' files, and everything below that has no other."""

    def __init__(self, common: Common) -> None:
        self._common = common
        self._source = common.source
        self._root, self._addresses = common.root, common.addresses
        self._drawing = asyncio.Semaphore(_DRAWN_AT_ONCE)

    def add_pages(self, app: web.Application) -> None:
        """Answer at the addresses of pages: a dot is in those of files and data alone."""
        app.router.add_route("*", ROOM + "/{rest:[^.]*}", self._guarded)

    def add_rest(self, app: web.Application) -> None:
        """Answer everywhere else below /offentlig/, and what search engines ask first."""
        app.router.add_route("*", "/robots.txt", self._robots)
        app.router.add_route("*", ROOM, self._below)
        app.router.add_route("*", ROOM + "/{rest:.*}", self._guarded)

    async def _below(self, request: web.Request) -> web.Response:
        return web.Response(status=308, headers=SAFE | {"Location": self._addresses.front()})

    async def _robots(self, request: web.Request) -> web.Response:
        if request.method not in _READING:
            return self._refused(Why.NOT_ASKED, 405, {"Allow": "GET, HEAD"})
        words = robots(self._nothing(), self._root or root_of(request))
        return reply(request, answer(words.encode(), "text/plain; charset=utf-8", self._source.now()))

    async def _guarded(self, request: web.Request) -> web.Response:
        """The answer, or in Danish why there is none; nothing of what was asked is written to the log."""
        wait = self._common.wait(request)
        if wait:
            return self._refused(Why.OVER, 429, {"Retry-After": str(wait)})
        if request.method not in _READING:
            return self._refused(Why.NOT_ASKED, 405, {"Allow": "GET, HEAD"})
        try:
            return await self._answer(request)
        except TooManyWait:
            return self._refused(Why.FAILED, 503, {"Retry-After": str(_NOT_READY)})
        except GivenUp:
            return self._refused(Why.TOO_HEAVY, 503, {"Retry-After": str(TRIED_AGAIN)})
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in Danish
            _log.error("A public page failed, code %s", faults.code(error), exc_info=error)
            return self._refused(Why.FAILED, 503, {"Retry-After": str(_NOT_READY)})

    async def _answer(self, request: web.Request) -> web.Response:
        shown = await self._common.shown()
        rest = request.match_info["rest"][:_LONGEST]
        parts = _parts(rest)
        wanted = asked(parts, request.query) if request.query_string else _NOTHING_MORE
        key = rest if wanted == _NOTHING_MORE else (rest, wanted)
        if (kept := self._common.kept(key)) is not None:
            return reply(request, kept)
        if (other := await self._other(request, shown, parts)) is not None:
            return other
        async with self._drawing:
            found = await asyncio.to_thread(self._drawn, shown, parts, wanted)
        if isinstance(found, Wanted):
            return reply(request, await self._common.files.file(found.published, found.file, shown.since))
        if isinstance(found, Bilag):
            return await self._bilag(request, shown, found)
        if found.status == 200 and not wanted.word:
            self._common.keep(shown, key, found)
        return reply(request, found)

    async def _other(self, request: web.Request, shown: Shown, parts: Parts) -> web.Response | None:
        """What is no page of the public state alone, and is not kept."""
        if len(parts) == 2 and parts[0] == PROOF:
            return reply(request, await self._proof(shown, parts[1]))
        if parts == ("sitemap.xml",):
            words = await asyncio.to_thread(sitemap, shown.site, self._root or root_of(request))
            return reply(request, answer(words.encode(), "application/xml; charset=utf-8", shown.since))
        if parts and not parts[-1]:
            return await self._without_slash(request, shown, parts[:-1])
        return None

    def _drawn(self, shown: Shown, parts: Parts, wanted: Asked) -> Answer | Wanted | Bilag:
        found = find(shown, parts, wanted)
        if isinstance(found, Wanted | Bilag):
            return found
        if isinstance(found, Release):
            return self._page(gone_page(shown.site, found), shown, 410)
        if found is None:
            return self._page(refusal_page(shown.site, Why.NOT_FOUND), shown, 404)
        return self._page(found, shown)

    async def _bilag(self, request: web.Request, shown: Shown, found: Bilag) -> web.Response:
        sent = None
        if found.attachment is not None:
            sent = await bilag(request, self._source, found.forum, found.attachment, shown.since)
        return sent or reply(request, self._page(refusal_page(shown.site, Why.GONE), shown, 410))

    def _page(self, page: Page, shown: Shown, status: int = 200) -> Answer:
        return answer(framed(page, self._addresses).encode(), HTML, shown.since, status=status)

    async def _proof(self, shown: Shown, typed: str) -> Answer:
        """What a code is; it is asked of the log each time, since another version may have left meanwhile."""
        code = _CODE.fullmatch(typed.lower())
        known = tuple(shown.site.forums)
        found = await self._source.proof(known, int(code[1]), code[2]) if code else None
        if found is None:
            return self._page(no_proof_page(shown.site), shown, 404)
        return self._page(proof_page(shown.site, found), shown)

    async def _without_slash(self, request: web.Request, shown: Shown, bare: Parts) -> web.Response:
        """The same address without the slash that somebody put at its end, if there is something."""
        found = await asyncio.to_thread(self._drawn, shown, bare, Asked())
        if isinstance(found, Answer) and found.status != 200:
            return reply(request, found)
        return web.Response(status=308, headers=SAFE | {"Location": self._addresses.at(*bare)})

    def _refused(self, why: Why, status: int, more: dict[str, str]) -> web.Response:
        REFUSED.labels(status).inc()
        words = framed(refusal_page(self._nothing(), why), self._addresses)
        headers = SAFE | {"Content-Type": HTML, "Cache-Control": "no-store"} | more
        return web.Response(status=status, body=words.encode(), headers=headers)

    def _nothing(self) -> Site:
        """Enough to say that there is nothing."""
        return Site(PublicState(stamp="", at=self._source.now()), self._addresses, self._common.contact)


def _parts(rest: str) -> Parts:
    """What stands below /offentlig/; a last, empty part where it ends in a slash."""
    return tuple(rest.split("/")) if rest else ()
