"""`/hent/`: a file by an address of one's own. Asking changes nothing; what an address carries is never in the log."""

import logging
import re
import time
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.domain.kernel.file import File
from bot.domain.kernel.refusal import Refusal
from bot.journal import faults
from bot.metrics import FAILED_TURNS, REFUSED
from bot.usecases.documents.press import Busy
from bot.usecases.downloads.files import ADDRESSED, PATH, Files
from bot.usecases.page.visits import PATH as PAGES
from bot.web.share import Share
from cards.downloads import pages

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_COME_AGAIN = 5  # seconds
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
_log = logging.getLogger(__name__)


class Downloads:
    """The route; `url` is where people reach the service, and without `limits` all may ask."""

    def __init__(self, files: Files, url: str, *, limits: bool) -> None:
        self._files = files
        self._share = Share() if limits else None
        self._pages = urlsplit(url).path + PAGES  # where the look of our pages lies

    def add_to(self, app: web.Application) -> None:
        """Answer at /hent/."""
        app.router.add_get(PATH, self._guarded)

    async def _guarded(self, request: web.Request) -> web.Response:
        wait = self._share.wait(request, time.monotonic()) if self._share else 0
        if wait:
            return _told(pages.over(self._pages), 429, wait)
        try:
            return _sent(await self._files.fetch(request.query.get(ADDRESSED, "")))
        except Refusal as why:
            return _told(pages.refused(self._pages, why), 404)
        except Busy:
            return _told(pages.over(self._pages), 503, _COME_AGAIN)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in Danish
            FAILED_TURNS.inc()
            code = faults.code(error)
            _log.error("A file failed, code %s", code, exc_info=error)
            return _told(pages.failed(self._pages, code), 500)


def _told(page: str, status: int, wait: float = 0) -> web.Response:
    REFUSED.labels(status).inc()
    headers = _HEADERS | ({"Retry-After": str(wait)} if wait else {})
    return web.Response(text=page, status=status, content_type="text/html", headers=headers)


def _sent(file: File) -> web.Response:
    """As a download, which no browser runs or keeps; what is not told apart by every browser is told twice."""
    plain = _NOT_PLAIN.sub("-", file.name)
    named = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = _HEADERS | {"Content-Disposition": named, "Content-Type": file.media_type}
    return web.Response(body=file.data, headers=headers)
