"""Open data below /offentlig/: OParl's objects and lists, documents as JSON, feeds, and the description of them all.

Anybody may ask from any page, for reading alone. Addresses begin where people are told that the service is; where
nobody said so they begin as the reader's own request did, and then nobody else is given that answer.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.documents import atom, data, openapi
from bot.documents.oparl.dataset import Dataset, dataset
from bot.documents.oparl.keys import BASE, Key, path_of
from bot.documents.oparl.lists import NoPage, Unclear, Wish, page, wish
from bot.domain.publication.state import Release
from bot.journal import faults
from bot.metrics import REFUSED
from bot.web.public.answers import Answer, answer, reply
from bot.web.public.common import Common, root_of
from bot.web.public.files import TooManyWait
from bot.web.public.finding import Asked, Wanted, find
from bot.web.public.states import Shown
from cards.kit.words import say
from cards.public.addresses import EDITION

_READING = "GET, HEAD, OPTIONS"
_ERROR = "https://schema.oparl.org/1.1/Error"
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Retry-After",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}
_ASKING = {
    "Access-Control-Allow-Methods": _READING,
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
    "Allow": _READING,
}
_NOT_KEPT = {"Cache-Control": "no-store", "Vary": "Accept-Encoding, Host"}
_JSON = "application/json; charset=utf-8"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One state, as data is made from it."""

    shown: Shown
    data: Dataset


class _Refused(Exception):  # noqa: N818 - it is an answer like any other
    """Why nothing is sent, by the key of its words."""

    def __init__(self, status: int, key: str, headers: Mapping[str, str] | None = None, **facts: object) -> None:
        super().__init__(key)
        self.status, self.key, self.facts, self.headers = status, key, facts, dict(headers or {})


Make = Callable[[_Drawn, web.Request, str], Answer]
Handle = Callable[[web.Request], Awaitable[web.Response]]


class OpenData:
    """The routes; `licence` is the address of the terms that data may be used on, where somebody set one."""

    def __init__(self, common: Common, licence: str = "") -> None:
        self._common = common
        self._licence = licence
        self._drawn: _Drawn | None = None
        self._drawing = asyncio.Lock()

    def add_to(self, app: web.Application) -> None:
        """Answer at every address of the description, and say of every other one below ours that it is none."""
        made: dict[str, Make] = dict.fromkeys(openapi.OBJECTS, _object)
        made |= dict.fromkeys((openapi.LIST_OF_BODIES, *openapi.LISTS_OF_BODY), _list)
        made |= {openapi.FEED: _feed, openapi.FEED_OF_FORUM: _feed}
        made |= {openapi.DESCRIPTION: _description, openapi.RECORD_SCHEMA: _record_schema}
        for path, make in made.items():
            app.router.add_route("*", path, self._guarded(self._made_by(make)))
        for path in (openapi.DOCUMENT, openapi.EDITION):
            app.router.add_route("*", path, self._guarded(self._document))
        app.router.add_route("*", f"{BASE}/{{rest:.*}}", self._guarded(_nothing))

    def _guarded(self, handle: Handle) -> Handle:
        async def guarded(request: web.Request) -> web.Response:
            try:
                return await self._answer(request, handle)
            except _Refused as refused:
                return _problem(refused)
            except TooManyWait:
                return _problem(_Refused(503, "over", {"Retry-After": "5"}, sekunder=5))
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told in Danish
                code = faults.code(error)
                _log.error("Open data failed, code %s", code, exc_info=error)
                return _problem(_Refused(503, "failed", {"Retry-After": "5"}, kode=code))

        return guarded

    async def _answer(self, request: web.Request, handle: Handle) -> web.Response:
        if wait := self._common.wait(request):
            raise _Refused(429, "over", {"Retry-After": str(wait)}, sekunder=wait)
        if request.method == "OPTIONS":
            return web.Response(status=204, headers=_HEADERS | _ASKING)
        if request.method not in ("GET", "HEAD"):
            raise _Refused(405, "method", {"Allow": _READING})
        return await handle(request)

    def _made_by(self, make: Make) -> Handle:
        """Drawn once for all who ask the same, where their addresses begin alike."""

        async def made(request: web.Request) -> web.Response:
            shown, url = await self._common.shown(), self._common.url
            key = _kept_as(request, is_list=make is _list) if url else None
            found = None if key is None else self._common.kept(key)
            if found is None:
                drawn = await self._newest(shown)
                found = await asyncio.to_thread(make, drawn, request, url or root_of(request))
                if key is not None:
                    self._common.keep(shown, key, found)
            return reply(request, found, None if url else _NOT_KEPT)

        return made

    async def _newest(self, shown: Shown) -> _Drawn:
        """What is made of the state, made once for each."""
        async with self._drawing:
            if self._drawn is None or self._drawn.data.stamp != shown.site.state.stamp:
                data = await asyncio.to_thread(dataset, shown.site.state, self._licence)
            else:
                data = self._drawn.data
            self._drawn = _Drawn(shown, data)
            return self._drawn

    async def _document(self, request: web.Request) -> web.Response:
        """The same file that pages lead to, told as data where there is none."""
        shown, asked = await self._common.shown(), request.match_info
        last = [f"{EDITION}-{asked['edition']}.json"] if "edition" in asked else []
        parts = [asked["forum"], asked["meeting"], asked["document"] + ("" if last else ".json"), *last]
        found = await asyncio.to_thread(find, shown, tuple(parts), Asked())
        if isinstance(found, Release):
            raise _Refused(410, "gone")
        if not isinstance(found, Wanted):
            raise _Refused(404, "not_found")
        return reply(request, await self._common.files.file(found.published, found.file, shown.since), _HEADERS)


def _kept_as(request: web.Request, *, is_list: bool) -> Hashable | None:
    """What the answer is kept under; None of a part of a list that few ask for alike."""
    if not is_list:
        return "data", request.path
    wanted = _wish(request)
    return None if wanted.times else ("data", request.path, wanted.asked(wanted.page))


def _wish(request: web.Request) -> Wish:
    try:
        return wish(request.query)
    except NoPage:
        raise _Refused(404, "no_page") from None
    except Unclear as unclear:
        raise _Refused(400, "unclear", navn=str(unclear)) from None


def _object(drawn: _Drawn, request: web.Request, root: str) -> Answer:
    found = drawn.data.drawn(_key(request), root)
    if found is None:
        raise _Refused(404, "not_found")
    return _json(drawn, found)


def _list(drawn: _Drawn, request: web.Request, root: str) -> Answer:
    key, wanted = _key(request), _wish(request)
    if key not in drawn.data.lists:
        raise _Refused(404, "not_found")
    try:
        return _json(drawn, page(drawn.data, key, path_of(key), wanted, root))
    except NoPage:
        raise _Refused(404, "no_page") from None


def _feed(drawn: _Drawn, request: web.Request, root: str) -> Answer:
    state, wanted = drawn.shown.site.state, request.match_info.get("forum")
    forum = next((each for each in state.forums if each.id == wanted), None)
    if wanted is not None and forum is None:
        raise _Refused(404, "not_found")
    feed = atom.feed(state, root, forum)
    return answer(feed.data, f"{atom.MEDIA_TYPE}; charset=utf-8", feed.updated, more=_HEADERS)


def _description(drawn: _Drawn, _: web.Request, root: str) -> Answer:
    return _json(drawn, openapi.description(root))


def _record_schema(drawn: _Drawn, _: web.Request, __: str) -> Answer:
    return _json(drawn, data.schema(), "application/schema+json")


async def _nothing(_: web.Request) -> web.Response:
    raise _Refused(404, "not_found")


def _key(request: web.Request) -> Key:
    """What is asked for: the parts of the route's path, with its places filled."""
    resource = request.match_info.route.resource
    parts = (resource.canonical if resource is not None else "").removeprefix(f"{BASE}/").split("/")
    return tuple(request.match_info[each[1:-1]] if each.startswith("{") else each for each in parts)


def _json(drawn: _Drawn, thing: Any, media_type: str = _JSON) -> Answer:
    return answer(_written(thing), media_type, drawn.shown.since, more=_HEADERS)


def _written(thing: Any) -> bytes:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _problem(refused: _Refused) -> web.Response:
    """Why not, as RFC 9457 and OParl both want it said."""
    REFUSED.labels(refused.status).inc()
    title, detail = _WORDS[refused.key]
    words = say(detail, **refused.facts)
    said = {"type": _ERROR, "title": say(title), "status": refused.status, "detail": words, "message": words}
    headers = _HEADERS | {"Cache-Control": "no-store", "Content-Type": openapi.PROBLEM} | refused.headers
    return web.Response(status=refused.status, body=_written(said), headers=headers)


_WORDS = {
    "not_found": ("open_data.problem.not_found", "open_data.problem.not_found.detail"),
    "no_page": ("open_data.problem.no_page", "open_data.problem.no_page.detail"),
    "unclear": ("open_data.problem.unclear", "open_data.problem.unclear.detail"),
    "gone": ("open_data.problem.gone", "open_data.problem.gone.detail"),
    "over": ("open_data.problem.over", "open_data.problem.over.detail"),
    "method": ("open_data.problem.method", "open_data.problem.method.detail"),
    "failed": ("open_data.problem.failed", "open_data.problem.failed.detail"),
}
