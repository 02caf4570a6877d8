"""`export --filing`: a folder for each meeting and each state of its documents, made once and told to the log."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bot.config import Settings
from bot.documents.limit import NotDrawnError, TooLongError
from bot.documents.manifest import MANIFEST, read
from bot.domain.filing.state import How
from bot.domain.kernel.conversation import Place
from bot.filing.folders import EDITION, editions, put
from bot.filing.meant import forums_meant, standings_meant
from bot.main import clock_of, open_database
from bot.operations import Failed, Lines, operator
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.filing.bundling import bundle_of, state, to_file
from bot.usecases.filing.commands import register
from bot.usecases.filing.reading import Standing, standing_of
from cards.documents.undrawn import line
from cards.filing.cards import Row, lacking
from cards.kit.words import count, medium_date
from storage.database import Database

_TRIES = 5  # where others file the same at once


@dataclass(frozen=True, slots=True)
class _Made:
    folder: Path
    is_new: bool
    files: int
    digest: str  # of the manifest

    @property
    def what(self) -> str:
        """What came of it."""
        return count(self.files, "fil", "filer") if self.is_new else "uændret"


async def file_away(settings: Settings, out: Path, forum: str | None, meeting: str | None) -> Lines:
    """Make what is not made yet of all that has left, and tell of each meeting what became of it."""
    undrawn = 0
    async with open_database(settings) as database:
        async with database.reading() as conn:
            every = await forums_meant(conn, forum, meeting)
        for each in every:
            async with database.reading() as conn:
                desk = await open_desk(conn, each, clock_of(settings).now(), Place.PERSONAL)
                standings = await standings_meant(desk, meeting)
            for standing in standings:
                try:
                    made = await _file(settings, database, out / each, each, standing.meeting.id)
                except NotDrawnError as error:  # which holds up no other meeting
                    undrawn += 1
                    why = line(error.title, is_too_long=isinstance(error, TooLongError))
                    yield f"{each}/{standing.meeting.id}: {why}"
                else:
                    yield f"{each}/{standing.meeting.id}: {made.folder.name}, {made.what}."
            if not standings:
                yield f"{each}: Der er ikke udsendt noget endnu."
    if undrawn:
        raise Failed(f"{count(undrawn, 'sagsmappe', 'sagsmapper')} kunne ikke dannes.")


async def _file(settings: Settings, database: Database, out: Path, forum: str, meeting: str) -> _Made:
    """The bundle of the meeting as it is now; the log is told of it once."""
    async with database.snapshot() as conn:
        desk = await open_desk(conn, forum, clock_of(settings).now(), Place.PERSONAL)
        (found,) = await standings_meant(desk, f"{forum}/{meeting}")
        known = await to_file(desk, found)
        wanted = state(found, known)
        made = _newest(out / meeting, wanted)
        if made is None:
            made = _put(out / meeting, await bundle_of(desk, found, known, settings.public_url), wanted)
    await _tell(settings, database, found, made)
    return made


async def _tell(settings: Settings, database: Database, found: Standing, made: _Made) -> None:
    """Keep that it is filed, unless just this is already."""
    forum, meeting = found.meeting.forum, found.meeting.id
    async with database.writing(forum) as conn:
        desk = await open_writing_desk(conn, forum, clock_of(settings).now(), Place.CHANNEL, operator=operator())
        now = await standing_of(desk, found.meeting)
        if any(each.digest == made.digest for each in now.filings):
            return
        await register(desk, replace(found, filings=now.filings), how=How.BUNDLE, by=operator(), digest=made.digest)
        covers = [each.key for each in found.left]
        await desk.log(None, "filing.bundled", meeting=meeting, manifest=made.digest, covers=covers)


def _newest(of_meeting: Path, wanted: str) -> _Made | None:
    """The newest edition that is there, where it is of that state."""
    found = editions(of_meeting)
    folder = found[max(found)] if found else None
    if folder is None or not (folder / MANIFEST).is_file():
        return None
    manifest = (folder / MANIFEST).read_bytes()
    told = read(manifest)
    if told is None or told.state != wanted:
        return None
    return _Made(folder, False, len(told.files), sha256(manifest).hexdigest())


def _put(of_meeting: Path, files: Mapping[str, bytes], wanted: str) -> _Made:
    """A new edition beside those that are there; where somebody else files just the same at once, theirs."""
    for _ in range(_TRIES):
        if (theirs := _newest(of_meeting, wanted)) is not None:
            return theirs
        folder = of_meeting / f"{EDITION}{max(editions(of_meeting), default=0) + 1}"
        if put(folder, files):
            return _Made(folder, True, len(files), sha256(files[MANIFEST]).hexdigest())
    raise Failed(f"Der skrives i {of_meeting} af andre. Prøv igen.")


async def list_missing(settings: Settings, forum: str | None, meeting: str | None = None) -> Lines:
    """What is not filed, a line for each meeting."""
    is_any = False
    async with open_database(settings) as database, database.reading() as conn:
        for each in await forums_meant(conn, forum, meeting):
            desk = await open_desk(conn, each, clock_of(settings).now(), Place.CHANNEL)
            for found in await standings_meant(desk, meeting):
                if found.missing:
                    is_any = True
                    row = Row(
                        meeting=found.meeting,
                        unfiled=found.missing.unfiled,
                        lacks_number=found.missing.lacks_number,
                    )
                    day = medium_date(found.meeting.day)
                    yield f"{each}/{found.meeting.id} ({day}): {lacking(row)}"
    if not is_any:
        yield "Alt, der er udsendt, er journaliseret og har et sagsnummer."
