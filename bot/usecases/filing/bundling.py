"""The one place where a meeting's records, their papers and its bilag come together into what is filed of it."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version

from bot.documents.bundle import Paper, Sheet, Source, bundle, has_closed, state_of
from bot.documents.data import MEDIA_TYPE, to_json
from bot.documents.zipped import zipped
from bot.domain.documents.actions import FileKind
from bot.domain.documents.blocks import Document, Enclosed
from bot.domain.documents.state import Kind, MeetingRecord
from bot.domain.filing.state import Left
from bot.domain.kernel.refusal import Refusal
from bot.usecases.attachments.reading import bytes_of
from bot.usecases.desk import Desk
from bot.usecases.documents.papers import proof_address
from bot.usecases.documents.press import drawer_of
from bot.usecases.documents.records import record_of
from bot.usecases.documents.sheets import sheet_of
from bot.usecases.filing.reading import Standing, meeting_to_file, standing_of
from bot.usecases.rights import require_secretariat
from cards.documents.papers import paper_of
from cards.documents.sheet import Sheet as ApprovalSheet
from cards.documents.sheet import approval_sheet
from cards.filing.papers import FILES
from cards.kit.words import medium_date, say


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """All that has left of a meeting in one file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFile:
    """All that is filed of a meeting: each document that has left, whole, and where it has anything closed open too.

    `sheets` are how its agenda was approved: for everybody, and then with the words that are not where there are any.
    """

    records: tuple[MeetingRecord, ...]
    sheets: tuple[ApprovalSheet, ...]


async def to_file(desk: Desk, found: Standing) -> ToFile:
    """What there is of the meeting by now."""
    records: list[MeetingRecord] = []
    for each in found.left:
        told = await _record(desk, found, each, whole=True)
        if told is None:
            continue
        if has_closed(told) and (shown := await _record(desk, found, each, whole=False)) is not None:
            records.append(shown)
        records.append(told)
    opened, whole = [await sheet_of(desk, found.meeting, shows_words=is_whole) for is_whole in (False, True)]
    sheets = (opened,) if opened == whole else (opened, whole)
    return ToFile(records=tuple(records), sheets=tuple(each for each in sheets if each is not None))


async def record_to_show(desk: Desk, found: Standing, each: Left) -> MeetingRecord | None:
    """One document as everybody may read it."""
    return await _record(desk, found, each, whole=False)


def program() -> str:
    """The version that makes the files."""
    return version("klyngebot")


def state(found: Standing, known: ToFile) -> str:
    """What tells this state of the meeting's documents from another."""
    return state_of(known.records, found.cases.whole, map(repr, known.sheets))


async def bundle_of(desk: Desk, found: Standing, known: ToFile, url: str) -> Mapping[str, bytes]:
    """Everything that is filed of the meeting: the files by path; Refusal where nothing has left."""
    if not known.records:
        raise Refusal("filing_nothing_left", moede_dato=medium_date(found.meeting.day))
    source = Source(
        papers=[await paper_to_file(each, url) for each in known.records],
        sheets=[await _sheet(each, url, is_closed=place > 0) for place, each in enumerate(known.sheets)],
        bilag=await bilag_of(desk, known.records),
        case=found.cases.whole,
        program=program(),
    )
    return await asyncio.to_thread(bundle, source)


async def paper_to_file(record: MeetingRecord, url: str) -> Paper:
    """The record as it is filed: with its content for programs inside, and the address where it is verified."""
    document = paper_of(record, proof_address(url, record.witness))
    return Paper(record=record, pdf=await drawn(with_data(document, record)))


async def case_file(desk: Desk, actor: str, meeting: str | None, url: str) -> CaseFile:
    """»Hent sagsmappe«: the bundle of a meeting as a zip, for those who serve, where nobody else reads along.

    `url` is where people reach the service.
    """
    found = await case_to_fetch(desk, actor, meeting)
    known = await to_file(desk, found)
    files = await bundle_of(desk, found, known, url)
    folder = f"{desk.forum.id}-{found.meeting.id}"
    at = max(each.at for each in known.records)
    return CaseFile(name=f"{folder}.zip", data=await asyncio.to_thread(zipped, files, at, folder=folder))


async def case_to_fetch(desk: Desk, actor: str, meeting: str | None) -> Standing:
    """The meeting whose case file is meant; where none is named, the last one if nothing of the next has left.

    Refusal where the person does not serve, others read along, or nothing has left.
    """
    require_secretariat(desk, actor)
    if desk.is_public:
        raise Refusal("filing_in_private")
    found = await standing_of(desk, meeting_to_file(desk, meeting))
    if not found.left and meeting is None and (last := desk.last_meeting()) is not None:
        found = await standing_of(desk, last)
    if not found.left:
        raise Refusal("filing_nothing_left", moede_dato=medium_date(found.meeting.day))
    return found


async def drawn(document: Document) -> bytes:
    """The document as a PDF, made beside what else goes on."""
    return await asyncio.to_thread(drawer_of(FileKind.PDF), document)


def with_data(document: Document, record: MeetingRecord) -> Document:
    """With the same content for programs inside."""
    name = f"{say(FILES[record.kind])}.json"
    data = Enclosed(name=name, media_type=MEDIA_TYPE, description=say("filing.enclosed"), data=to_json(record))
    return replace(document, enclosed=(data,))


async def bilag_of(desk: Desk, records: Iterable[MeetingRecord]) -> Mapping[str, bytes]:
    """The files of their attachments, as far as they are kept."""
    every = {each.digest for record in records for item in record.items for each in item.attachments if each.digest}
    found = {digest: await bytes_of(desk.conn, desk.forum.id, digest) for digest in sorted(every)}
    return {digest: data for digest, data in found.items() if data is not None}


async def _sheet(known: ApprovalSheet, url: str, *, is_closed: bool) -> Sheet:
    document = approval_sheet(known, proof_address(url, known.witness))
    pdf = await drawn(document)
    return Sheet(kind=Kind.APPROVAL_SHEET, at=known.at, pdf=pdf, is_closed=is_closed, said=repr(known))


async def _record(desk: Desk, found: Standing, each: Left, *, whole: bool) -> MeetingRecord | None:
    version = None if each.said else each.version
    return await record_of(desk, found.meeting, each.kind, whole=whole, version=version, supplement=each.number)
