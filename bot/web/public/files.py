"""Documents as files: each made once, in a thread, and never more at a time than leave room for everything else."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.documents.data import to_json
from bot.documents.limit import NotDrawnError
from bot.domain.documents.actions import FileKind
from bot.domain.documents.state import MeetingRecord
from bot.domain.publication.public import Published
from bot.usecases.documents.press import drawer_of
from bot.web.public.answers import Answer, answer
from bot.web.public.shelf import Shelf
from cards.documents.papers import paper_of
from cards.public.addresses import FILES, Addresses

Make = Callable[[MeetingRecord, str | None], bytes]
"""A file of what a record says; the address is where anybody may ask which version it is, if anybody knows."""

MAKERS: Mapping[str, Make] = {
    "pdf": lambda record, address: drawer_of(FileKind.PDF)(paper_of(record, address)),
    "docx": lambda record, address: drawer_of(FileKind.WORD)(paper_of(record, address)),
    "json": lambda record, _: to_json(record),
}
"""By the ending of the file."""

_AT_ONCE, _MOST_WAITING = 1, 20
_MOST_KEPT = 64 * 2**20  # bytes
TRIED_AGAIN = 600
"""Seconds after which a file that took too long is tried anew: the machine may have been busy."""


class TooManyWait(Exception):  # noqa: N818 - nothing is wrong, and later it works
    """So many files are being made that whoever asks now would wait too long."""


class GivenUp(Exception):  # noqa: N818 - told as a page
    """The file takes longer, or is longer, than whoever else asks can wait for."""


@dataclass(frozen=True, slots=True)
class _Key:
    digest: str
    where: tuple[str, str, int]
    file: str


class Files:
    """`makers` make a file of each ending; `root` is the scheme and host that people reach us by, if anybody knows."""

    def __init__(self, makers: Mapping[str, Make], root: str, addresses: Addresses) -> None:
        self._makers = makers
        self._root = root
        self._addresses = addresses
        self._shelf = Shelf(_MOST_KEPT)
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._making: dict[_Key, asyncio.Task[Answer]] = {}
        self._given_up: dict[_Key, float] = {}

    async def file(self, published: Published, file: str, since: datetime) -> Answer:
        """The file, made now where it was not before; raises TooManyWait and GivenUp."""
        release = published.release
        key = _Key(release.digest, (release.forum, release.meeting, release.number), file)
        if (kept := self._shelf.get(key)) is not None:
            return kept
        if time.monotonic() < self._given_up.get(key, 0):
            raise GivenUp
        making = self._making.get(key)
        if making is None:
            if len(self._making) >= _MOST_WAITING:
                raise TooManyWait
            making = self._making[key] = asyncio.create_task(self._make(key, published, since))
            making.add_done_callback(lambda _: self._making.pop(key, None))
        return await asyncio.shield(making)  # whoever goes away does not take it from the others

    async def _make(self, key: _Key, published: Published, since: datetime) -> Answer:
        async with self._room:
            record = published.record
            try:
                body = await asyncio.to_thread(self._makers[key.file], record, self._asked_at(record))
            except NotDrawnError:
                self._given_up[key] = time.monotonic() + TRIED_AGAIN
                raise GivenUp from None
        made = answer(body, FILES[key.file], since, tag=tag_of(published, key.file), packs=key.file == "json")
        self._shelf.put(key, made)
        return made

    def _asked_at(self, record: MeetingRecord) -> str | None:
        if not self._root or record.witness is None:
            return None
        return self._root + self._addresses.proof(record.witness)


def tag_of(published: Published, file: str) -> str:
    """What names the file's bytes: the digest of what was released."""
    return f"{published.release.digest}-{file}"
