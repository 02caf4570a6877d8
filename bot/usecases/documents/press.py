"""Makes files of documents: beside what else the service does, few at a time, and what was just made only once."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from bot.documents.limit import WITHIN, NotDrawnError, TooHeavyError, limit
from bot.domain.documents.actions import FileKind
from bot.domain.documents.blocks import Document
from bot.domain.kernel.refusal import Refusal

_AT_ONCE = 2
_MOST_WAITING = 20
_KEPT = 32 * 1024 * 1024  # bytes of files


class Busy(Exception):  # noqa: N818 - told as a page
    """So many wait for a file that one more would wait too long."""


class Press:
    """Keeps the files it made last, by what is in them.

    More than `most` may not wait, and a PDF is given up that is not made `within` so many seconds.
    """

    def __init__(self, *, most: int = _MOST_WAITING, within: float = WITHIN) -> None:
        self._free = asyncio.Semaphore(_AT_ONCE)
        self._most = most
        self._within = within
        self._waiting = 0
        self._made: OrderedDict[str, bytes] = OrderedDict()

    @asynccontextmanager
    async def room(self) -> AsyncIterator[None]:
        """As long as there is room to make something; raises Busy."""
        if self._waiting >= self._most:
            raise Busy
        self._waiting += 1
        try:
            async with self._free:
                yield
        finally:
            self._waiting -= 1

    async def file(self, document: Document, kind: FileKind) -> bytes:
        """The document as that sort of file; raises Busy, NotDrawnError, and Refusal("document_too_long")."""
        check_length(document)
        async with self.room():
            return await self._file(document, kind)

    async def _file(self, document: Document, kind: FileKind) -> bytes:
        key = await asyncio.to_thread(_digest, document, kind)
        if key not in self._made:
            self._made[key] = await asyncio.to_thread(drawer_of(kind, self._within), document)
        self._made.move_to_end(key)
        made = self._made[key]
        while len(self._made) > 1 and sum(map(len, self._made.values())) > _KEPT:
            self._made.popitem(last=False)
        return made


def check_length(document: Document) -> None:
    """Refusal("document_too_long") for what is not drawn."""
    try:
        limit(document)
    except NotDrawnError as error:
        raise refusal_of(error) from None


def refusal_of(error: NotDrawnError) -> Refusal:
    """What whoever asked for it is told."""
    return Refusal("document_too_heavy" if isinstance(error, TooHeavyError) else "document_too_long")


def drawer_of(kind: FileKind, within: float = WITHIN) -> Callable[[Document], bytes]:
    """What draws such files or raises NotDrawnError; its libraries are large, and loaded by whoever wants the first."""
    if kind is FileKind.PDF:
        from bot.documents.pdf import pdf

        return partial(pdf, within=within)
    from bot.documents.word import word

    return word


def _digest(document: Document, kind: FileKind) -> str:
    return hashlib.sha256(f"{kind.value}\n{document!r}".encode(errors="surrogatepass")).hexdigest()
