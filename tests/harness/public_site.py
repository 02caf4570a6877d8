"""A server with the public pages of a state that a test made, on a port of its own."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.domain.documents.proof import Proof, Sort
from bot.domain.documents.state import MeetingRecord
from bot.domain.publication.public import PublicState
from bot.web.app import listening
from bot.web.public.common import Common
from bot.web.public.files import Make
from bot.web.public.mounting import add_public
from bot.web.public.states import Source
from tests.harness.public_town import AT, MARCH, NORD

CODE = "0123456789abcdef"
DIGEST = "cd" * 32


@dataclass
class Site:
    """`state` may be set anew; `looks` counts how often the state was asked for, and `made` which files were made."""

    state: PublicState
    looks: int = 0
    made: int = 0

    def file(self, record: MeetingRecord, address: str | None) -> bytes:
        """What stands for a file of any kind."""
        self.made += 1
        return f"{record.kind.value} {address}".encode()

    async def stamp(self) -> str:
        """Of the state."""
        return self.state.stamp

    async def read(self) -> PublicState:
        """The state itself."""
        self.looks += 1
        return self.state

    async def bilag(self, forum: str, digest: str) -> bytes | None:
        """A file of one digest."""
        return b"%PDF-bilag" if (forum, digest) == (NORD, DIGEST) else None

    async def proof(self, forums: tuple[str, ...], seq: int, code: str) -> Proof | None:
        """One entry with one code."""
        if NORD not in forums or seq != 212 or not CODE.startswith(code):
            return None
        sort = Sort.AGENDA
        return Proof(forum=NORD, meeting=MARCH, sort=sort, version=3, at=AT, seq=seq, code=code, is_newest=True)


@asynccontextmanager
async def open_site(
    state: PublicState,
    *,
    url: str = "",
    contact: str = "",
    limits: bool = False,
    makers: Mapping[str, Make] | None = None,
) -> AsyncIterator[tuple[str, Site, Callable[[], None]]]:
    """Where the pages are, what they are drawn from, and what tells them that something was written.

    Files are made by `makers`, else by something that stands for them.
    """
    site = Site(state)
    makers = makers or dict.fromkeys(("pdf", "docx", "json"), site.file)
    source = Source(now=lambda: AT, stamp=site.stamp, state=site.read, proof=site.proof, bilag=site.bilag)
    common = Common(source, makers, url=url, contact=contact, limits=limits)
    app = web.Application()
    add_public(app, common)
    async with listening(app, "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}", site, common.touched
