"""`export --access`: what has left, open alone, for somebody who asked for access, with a list of what was left out."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from bot.config import Settings
from bot.documents.bundle import Source, open_files
from bot.domain.documents.state import MeetingRecord
from bot.domain.kernel.conversation import Place
from bot.filing.folders import put
from bot.filing.meant import forums_meant, standings_meant
from bot.main import clock_of, open_database
from bot.operations import Failed, Lines
from bot.usecases.desk import Desk, open_desk
from bot.usecases.filing.bundling import bilag_of, drawn, paper_to_file, program, record_to_show
from bot.usecases.filing.reading import Standing
from cards.filing.access import LeftOut, left_out, listed, paper
from cards.kit.words import count

FOLDER = "aktindsigt-"
LIST = "undtaget"


async def give_access(settings: Settings, out: Path, named: str | None, meeting: str | None) -> Lines:
    """A folder with every open document of the forum or of one meeting; raises Failed where there is one already."""
    async with open_database(settings) as database, database.snapshot() as conn:
        (forum,) = await forums_meant(conn, named, meeting)
        folder = out / f"{FOLDER}{meeting.replace('/', '-') if meeting else forum}"
        if folder.exists():
            raise Failed(f"Mappen findes allerede: {folder}")
        desk = await open_desk(conn, forum, clock_of(settings).now(), Place.CHANNEL)
        files: dict[str, bytes] = {}
        gone: list[LeftOut] = []
        moments: list[datetime] = []
        for found in await standings_meant(desk, meeting):
            records = await _records(desk, found)
            made = await _files(desk, found, records, settings.public_url)
            files |= {f"{found.meeting.id}/{path}": data for path, data in made.items()}
            gone += [each for record in records for each in left_out(record)]
            moments += [each.at for each in records]
        if not files:
            raise Failed(f"Der er ikke udsendt noget i {forum} endnu.")
        files[f"{LIST}.csv"] = listed(gone)
        files[f"{LIST}.pdf"] = await drawn(paper(desk.forum.name, gone, max(moments)))
    if not put(folder, files):
        raise Failed(f"Mappen findes allerede: {folder}")
    yield f"{folder}: {count(len(files), 'fil', 'filer')}, {count(len(gone), 'undtagelse', 'undtagelser')}."


async def _records(desk: Desk, found: Standing) -> list[MeetingRecord]:
    every = [await record_to_show(desk, found, each) for each in found.left]
    return [each for each in every if each is not None]


async def _files(desk: Desk, found: Standing, records: Iterable[MeetingRecord], url: str) -> dict[str, bytes]:
    every = list(records)
    papers = [await paper_to_file(each, url) for each in every]
    bilag = await bilag_of(desk, every)
    return dict(open_files(Source(papers=papers, bilag=bilag, case=found.cases.whole, program=program())))
