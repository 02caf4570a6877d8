"""Files by an address of one's own: made from the state as it is now, every right looked at again as it opens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import Clock
from bot.documents.limit import NotDrawnError
from bot.domain.attachments.actions import FetchAttachment
from bot.domain.documents.actions import OpenDocument
from bot.domain.filing.actions import FetchCaseFile
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.file import File
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.attachments.serving import file_for
from bot.usecases.desk import Desk, open_desk
from bot.usecases.documents.papers import paper_for
from bot.usecases.documents.press import Press, refusal_of
from bot.usecases.downloads.passes import Pass, Passes, Wanted
from bot.usecases.filing.bundling import case_file
from bot.usecases.rights import require_seat
from cards.documents.names import MEDIA_TYPES
from storage.database import Database

PATH = "/hent/"
ADDRESSED = "adgang"
"""The name under which an address carries what is sealed."""
_ZIP = "application/zip"


class Files:
    """`url` is where people reach the service; what this holds is the secret's key, and the files it made last."""

    def __init__(self, database: Database, clock: Clock, secret: bytes, url: str, press: Press) -> None:
        self._database = database
        self._clock = clock
        self._passes = Passes(secret)
        self._url = url
        self._press = press

    def address(self, forum: str, person: str, object_id: str, wanted: Wanted, *, is_private: bool) -> str:
        """A fresh address for that person alone; to be shown to nobody else."""
        passing = Pass(forum=forum, person=person, object_id=object_id, wanted=wanted, is_private=is_private)
        return f"{self._url}{PATH}?{ADDRESSED}={self._passes.sealed(passing, self._clock.now())}"

    async def fetch(self, sealed: str) -> File:
        """The file of an address that still holds and whose person may still have it; raises Refusal and Busy."""
        passing = self._passes.opened(sealed, self._clock.now())
        if passing is None:
            raise Refusal("file_address")
        try:
            return await self._file(passing)
        except Unreadable:
            raise Refusal("file_address") from None
        except NotDrawnError as error:
            raise refusal_of(error) from None

    async def _file(self, passing: Pass) -> File:
        match passing.wanted:
            case OpenDocument() as wanted:
                return await self._paper(passing, wanted)
            case FetchAttachment() as wanted:
                async with self._desk(passing) as desk:
                    return await file_for(desk, passing.person, wanted)
            case FetchCaseFile() as wanted:
                async with self._press.room(), self._desk(passing) as desk:
                    made = await case_file(desk, passing.person, wanted.meeting, self._url)
                return File(made.name, _ZIP, made.data)

    async def _paper(self, passing: Pass, wanted: OpenDocument) -> File:
        if wanted.file is None:
            raise Refusal("file_address")
        async with self._desk(passing) as desk:
            paper = await paper_for(desk, passing.person, wanted, self._url)
        data = await self._press.file(paper.document, wanted.file)
        return File(f"{paper.stem}.{wanted.file.value}", MEDIA_TYPES[wanted.file], data)

    @asynccontextmanager
    async def _desk(self, passing: Pass) -> AsyncIterator[Desk]:
        """Where that person stood when they asked; Refusal where the account or the seat is theirs no more."""
        place = Place.PERSONAL if passing.is_private else Place.CHANNEL
        async with self._database.reading() as conn:
            desk = await open_desk(conn, passing.forum, self._clock.now(), place, is_overheard=False)
            _check(desk, passing)
            yield desk


def _check(desk: Desk, passing: Pass) -> None:
    own = (each for person in desk.forum.people if person.id == passing.person for each in person.identities)
    if passing.object_id not in {each.object_id for each in own}:
        raise Refusal("file_address")
    require_seat(desk, passing.person)
