"""Without authentication only this machine is answered, under a name of its own and to no other site's page.

A page of the web whose name is made to point at this machine (DNS rebinding) says its own name as Host. Another site's
page says so in Origin or Sec-Fetch-Site; it may lead here, as any link may, but not send and not read anything.
"""

import logging
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.metrics import REFUSED
from cards.kit.words import say

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(?::[0-9]{1,5})?", re.ASCII)
_OWN_SITES = frozenset({"none", "same-origin"})
_KNOWN = 64  # names that need not be read again
_log = logging.getLogger(__name__)


def this_machine_alone(is_this_machine: Callable[[str], bool], public_url: str = "") -> Middleware:
    """Refuses with 403 whatever calls us by another name than this machine's or that of the public address."""
    public = urlsplit(public_url).netloc.lower()

    @lru_cache(maxsize=_KNOWN)
    def is_ours(host: str) -> bool:
        named = _HOST.fullmatch(host)
        return named is not None and (is_this_machine(named[1]) or host.lower() == public)

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        hosts = request.headers.getall("Host", [])
        if len(hosts) == 1 and is_ours(hosts[0]) and _is_own_site(request, hosts[0]):
            return await handler(request)
        REFUSED.labels(403).inc()
        _log.info("Refused with 403: not called as this machine, or from another site")
        return web.Response(status=403, text=say("page.this_machine_alone") + "\n")

    return guarded


def _is_own_site(request: web.Request, host: str) -> bool:
    headers = request.headers
    if headers.get("Sec-Fetch-Mode") == "navigate" and request.method in ("GET", "HEAD"):
        return True
    site = headers.get("Sec-Fetch-Site", "none")
    origins = headers.getall("Origin", [])
    if not origins:
        return site in _OWN_SITES
    if origins == ["null"]:  # so says a form of our own, whose page sends no referrer
        return site == "same-origin"
    is_same = all(urlsplit(each).netloc.lower() == host.lower() for each in origins)
    return is_same and site in _OWN_SITES
