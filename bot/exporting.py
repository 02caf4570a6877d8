"""What `klyngebot export` writes of a meeting: each paper in the format that is asked for, under a name that stays."""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath

from bot import whole
from bot.config import Settings
from bot.documents.data import schema, to_json
from bot.documents.folder import PDF, folder
from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.documents.blocks import Block
from bot.domain.documents.state import Kind, MeetingRecord, RecordItem
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.main import clock_of, open_database
from bot.operations import Failed, Lines
from bot.usecases.calendars.exporting import calendar_files
from bot.usecases.desk import Desk, open_desk
from bot.usecases.documents.papers import Paper, make
from bot.usecases.documents.press import drawer_of
from bot.usecases.documents.reader import Reader
from bot.usecases.filing.bundling import bilag_of
from bot.usecases.meant import meeting_meant
from cards.documents.items import item_blocks
from cards.html.document import alone
from cards.kit.words import medium_date
from storage import supplements

NAMES: Mapping[str, Kind] = {
    "dagsorden": Kind.AGENDA,
    "tillægsdagsorden": Kind.SUPPLEMENT,
    "referat": Kind.MINUTES,
    "godkendelsesark": Kind.APPROVAL_SHEET,
}
"""What each paper of a meeting is called on the command line."""
_SHOWN = 8  # digits that tell two of one name apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is exported: a meeting as an open desk finds it, whole or not, of these kinds; `url` as people reach it."""

    desk: Desk
    meeting: Meeting
    is_whole: bool
    kinds: Collection[Kind]
    url: str


Exporter = Callable[[Asked], Awaitable[Mapping[str, bytes]]]
"""Gives files by their relative path."""


async def export_meeting(
    settings: Settings, named: str, style: str, out: Path, *, paper: str | None, closed: bool
) -> Lines:
    """Write every paper of a meeting (FORUM/MEETING), and tell where; Failed where there is nothing."""
    forum, _, meeting = named.partition("/")
    if not forum or not meeting:
        raise Failed(f"»{named}« er ikke et møde. Skriv det som FORUM/MØDE, fx politisk-klynge-nord/2027-1.")
    _check_folder(out)
    kinds = tuple(NAMES.values()) if paper is None else (NAMES[paper],)
    async with open_database(settings) as database, database.reading() as conn:
        desk = await open_desk(
            conn, forum, clock_of(settings).now(), Place.PERSONAL if closed else Place.CHANNEL, is_overheard=False
        )
        found = _meant(desk, meeting)
        asked = Asked(desk=desk, meeting=found, is_whole=closed, kinds=kinds, url=settings.public_url)
        files = await FORMATS[style](asked)
    if not files:
        raise Failed(f"Der er ikke noget at eksportere fra mødet den {medium_date(found.day)}.")
    for path in write(out, files):
        yield str(path)


def _meant(desk: Desk, named: str) -> Meeting:
    """The meeting of that id or day; Failed where there is none."""
    try:
        return desk.forum.cancelled_meeting(named) or meeting_meant(desk, named, looks_back=True)
    except Refusal:
        known = ", ".join(f"{each.id} ({medium_date(each.day)})" for each in desk.forum.meetings) or "ingen"
        raise Failed(f"{desk.forum.id} har intet møde »{named}«. Forummets møder: {known}.") from None


def print_schema() -> str:
    """The schema of the data, as text."""
    return json.dumps(schema(), ensure_ascii=False, indent=1)


def write(out: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Each file or folder of files with that content; where another stands there, beside it under a name of its own."""
    together: dict[str, dict[PurePosixPath, bytes]] = {}
    for name, data in files.items():
        first, *within = PurePosixPath(name).parts
        together.setdefault(first, {})[PurePosixPath(*within)] = data
    for first, those in together.items():
        place = _place(out / first, those)
        for beneath, data in those.items():
            path = place / beneath
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                whole.write(path, data)
            yield path


def _place(path: Path, those: Mapping[PurePosixPath, bytes]) -> Path:
    """That path, unless a file of other content is there already."""
    there = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    if all(those.get(PurePosixPath(each.relative_to(path))) == each.read_bytes() for each in there):
        return path
    told = hashlib.sha256()
    for within, data in sorted(those.items()):
        told.update(f"{within}\0".encode() + hashlib.sha256(data).digest())
    return path.with_name(f"{path.stem}-{told.hexdigest()[:_SHOWN]}{path.suffix}")


def _check_folder(out: Path) -> None:
    """The folder is made, but not those that it should lie in: whoever slips hears of it."""
    for each in (out, out.parent):
        if each.exists() and not each.is_dir():
            raise Failed(f"»{each}« er en fil og ikke en mappe.")
    if not out.parent.is_dir():
        raise Failed(f"Mappen »{out.parent}« findes ikke.")


async def _papers(asked: Asked) -> AsyncIterator[Paper]:
    """Every one there is of those kinds."""
    desk, meeting = asked.desk, asked.meeting
    reader = Reader(person=None, is_whole=asked.is_whole, serves=True)
    every = await supplements.of_meeting(desk.conn, desk.forum.id, meeting.id)
    for kind in asked.kinds:
        numbers = [each.number for each in every if each.sent_at] if kind is Kind.SUPPLEMENT else [None]
        for number in numbers:
            try:
                yield await make(desk, meeting, OpenDocument(paper=kind, supplement=number), reader, asked.url)
            except Refusal:  # there is none
                continue


async def _drawn(asked: Asked, file: FileKind) -> Mapping[str, bytes]:
    draw = drawer_of(file)
    return {f"{each.stem}.{file.value}": draw(each.document) async for each in _papers(asked)}


async def _data(asked: Asked) -> Mapping[str, bytes]:
    return {f"{each.stem}.json": to_json(each.record) async for each in _papers(asked) if each.record is not None}


async def _calendar(asked: Asked) -> Mapping[str, bytes]:
    return await calendar_files(asked.desk, asked.meeting.id)


async def _folders(asked: Asked) -> Mapping[str, bytes]:
    """Of each paper but the approval sheet a folder that agenda platforms pick up."""
    draw = drawer_of(FileKind.PDF)
    found: dict[str, bytes] = {}
    async for each in _papers(asked):
        if each.record is not None:
            files = {**await bilag_of(asked.desk, [each.record]), PDF: draw(each.document)}
            made = folder(each.record, alone(each.document), files, partial(_said, each.record))
            found |= {f"{each.stem}/{path}": data for path, data in made.items()}
    return found


def _said(record: MeetingRecord, item: RecordItem) -> Iterator[Block]:
    """What an item says below its title."""
    return islice(item_blocks(record, item, COPENHAGEN), 1, None)


FORMATS: Mapping[str, Exporter] = {
    FileKind.PDF.value: partial(_drawn, file=FileKind.PDF),
    FileKind.WORD.value: partial(_drawn, file=FileKind.WORD),
    "ics": _calendar,
    "json": _data,
    "firstagenda": _folders,
}
"""By what each is called, what makes its files."""
