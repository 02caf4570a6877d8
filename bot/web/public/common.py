"""What all that is public shares: one look at the state, one shelf of what was drawn, and one share of each caller."""

import re
import time
from collections.abc import Hashable, Mapping

from aiohttp import web

from bot.web.public.answers import Answer
from bot.web.public.files import Files, Make
from bot.web.public.shelf import Shelf
from bot.web.public.states import Shown, Source, States
from bot.web.share import Share
from cards.public.addresses import Addresses

_MOST_KEPT = 32 * 2**20  # bytes of pages and data
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?|\[[0-9a-f:]{2,45}\](?::[0-9]{1,5})?", re.ASCII)


class Common:
    """`makers` make files of documents by their endings; `url` is where people reach the service, if anybody knows.

    Without `limits` all may ask as often as they like.
    """

    def __init__(self, source: Source, makers: Mapping[str, Make], *, url: str, contact: str, limits: bool) -> None:
        self.source = source
        self.url = url
        self.contact = contact
        self.root, self.addresses = _split(url)
        self.files = Files(makers, self.root, self.addresses)
        self._states = States(source, self.addresses, contact, tuple(makers))
        self._share = Share() if limits else None
        self._shelf = Shelf(_MOST_KEPT)
        self._mark: object = None

    def touched(self) -> None:
        """Something was written: whoever asks next sees what became of it."""
        self._states.touched()

    def wait(self, request: web.Request) -> int:
        """0 for a request that may pass, otherwise in how many seconds the next one may."""
        return self._share.wait(request, time.monotonic()) if self._share else 0

    async def shown(self) -> Shown:
        """What holds now; what was drawn of anything else is kept no longer."""
        shown = self._states.fresh() or await self._states.look()
        if self._mark is not shown.mark:
            self._shelf.clear()
            self._mark = shown.mark
        return shown

    def kept(self, key: Hashable) -> Answer | None:
        """What was drawn of what holds now, under that key."""
        return self._shelf.get(key)

    def keep(self, shown: Shown, key: Hashable, drawn: Answer) -> None:
        """Keep it, unless something else holds by now."""
        if self._mark is shown.mark:
            self._shelf.put(key, drawn)


def root_of(request: web.Request) -> str:
    """Scheme and host as the reader says that they found us, where nobody else does and it can be an address at all."""
    return f"{request.scheme}://{request.host}" if _HOST.fullmatch(request.host) else ""


def _split(url: str) -> tuple[str, Addresses]:
    """Scheme and host that people reach us by (nothing where nobody knows), and the path before ours."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return (f"{scheme}://{host}" if host else ""), Addresses(f"{slash}{path}".rstrip("/"))
