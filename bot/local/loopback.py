"""The stand-in answers this machine alone, and only pages of its own may change anything."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.config import is_loopback

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def loopback_only(handler: Handler) -> Handler:
    """Refuses another machine, another host name (DNS rebinding) and another site's form."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        if not (is_loopback(request.remote or "") and request.url.host in _NAMES and _is_own_site(request)):
            raise web.HTTPForbidden(text="Kun denne maskine.")
        return await handler(request)

    return guarded


def _is_own_site(request: web.Request) -> bool:
    return request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin") or request.method == "GET"
