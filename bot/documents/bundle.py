"""All that has left of one meeting as files: open and closed apart, with the list that a records system imports.

The same state gives the same bytes. The open ones hold nothing of closed items; the closed ones are whole.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.documents.data import MEDIA_TYPE as JSON_TYPE
from bot.documents.data import to_json
from bot.documents.manifest import FORMAT, MANIFEST, SUMS, checksum
from bot.documents.names import file_name
from bot.domain.documents.state import Attachment, Kind, MeetingRecord, RecordItem
from bot.domain.filing.state import Case
from bot.domain.kernel.witness import Witness
from cards.filing.index import Entry, index
from cards.filing.papers import FILES, KINDS
from cards.kit.words import medium_date, say

PDF_TYPE = "application/pdf"
OPEN, CLOSED = "aaben", "lukket"
INDEX = "index.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that left as it is filed: its record, and the same as a file for people."""

    record: MeetingRecord
    pdf: bytes

    @property
    def is_closed(self) -> bool:
        """Whether it tells what is closed."""
        return self.record.is_whole and has_closed(self.record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document that is no record of a meeting (an approval sheet), as of that moment.

    `said` is what tells one state of it from another.
    """

    kind: Kind
    at: datetime
    pdf: bytes
    is_closed: bool
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a bundle is made of; `bilag` are the files of every attachment by digest, as far as they are kept.

    `papers` hold each document open and, where it has anything closed, whole.
    """

    papers: Sequence[Paper]
    sheets: Sequence[Sheet] = ()
    bilag: Mapping[str, bytes]
    case: Case
    program: str


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    data: bytes
    media_type: str
    entry: Entry


def has_closed(record: MeetingRecord) -> bool:
    """Whether there is anything in the record that not everybody may read."""
    return any(item.is_closed or any(each.is_closed for each in item.attachments) for item in record.items)


def state_of(records: Iterable[MeetingRecord], case: Case, sheets: Iterable[str] = ()) -> str:
    """What tells one state of a meeting's documents from another: a digest of all that they and its sheets say."""
    said = sha256(f"{case.number}\0{case.kle}\0".encode())
    for record in records:
        said.update(sha256(to_json(record)).digest())
    for sheet in sheets:
        said.update(sha256(sheet.encode(errors="surrogatepass")).digest())
    return said.hexdigest()


def bundle(source: Source) -> Mapping[str, bytes]:
    """The files by path, the manifest and its own checksum among them; ValueError where nothing has left."""
    if not source.papers:
        raise ValueError("nothing has left of the meeting")
    made = [*_papers(source), *_sheets(source), *_bilag(source)]
    files = {each.path: each.data for each in made if each.path}
    if len(files) < sum(bool(each.path) for each in made):
        raise ValueError("two files of a bundle are called the same")
    files[INDEX] = index(each.entry for each in made)
    manifest = _manifest(source, made, files)
    return files | {MANIFEST: manifest, SUMS: checksum(manifest)}


def open_files(source: Source) -> Mapping[str, bytes]:
    """The documents and bilag of open records alone, by path."""
    if any(each.record.is_whole for each in source.papers):
        raise ValueError("a whole record is not open")
    return {each.path: each.data for each in (*_papers(source), *_bilag(source)) if each.path}


def _papers(source: Source) -> Iterator[_File]:
    for paper in source.papers:
        record = paper.record
        kind, stem = say(KINDS[record.kind]), [say(FILES[record.kind])]
        number = record.supplement if record.supplement is not None else record.version
        if record.kind is not Kind.MINUTES:
            stem.append(str(number))
        key = "filing.document.titled" if record.kind is Kind.MINUTES else "filing.document.titled.numbered"
        title = say(key, art=kind, nr=number, moede_dato=medium_date(record.starts.date()))
        data = say("filing.kind.data", art=kind)
        for what, media_type, made in ((kind, PDF_TYPE, paper.pdf), (data, JSON_TYPE, to_json(record))):
            name = "-".join(stem)
            ending = "json" if media_type == JSON_TYPE else "pdf"
            path = f"{CLOSED if paper.is_closed else OPEN}/{name}.{ending}"
            yield _file(path, made, media_type, record.at, title, what, is_closed=paper.is_closed, case=source.case)


def _sheets(source: Source) -> Iterator[_File]:
    day = medium_date(source.papers[0].record.starts.date())
    for each in source.sheets:
        kind = say(KINDS[each.kind])
        path = f"{CLOSED if each.is_closed else OPEN}/{say(FILES[each.kind])}.pdf"
        title = say("filing.document.titled", art=kind, moede_dato=day)
        yield _file(path, each.pdf, PDF_TYPE, each.at, title, kind, is_closed=each.is_closed, case=source.case)


def _bilag(source: Source) -> Iterator[_File]:
    """Every attachment once, in each version that any of the documents has."""
    seen: set[tuple[int, int]] = set()
    any_whole = any(each.record.is_whole for each in source.papers)
    for paper in source.papers:
        if not paper.record.is_whole and any_whole:
            continue
        for item in paper.record.items:
            for each in item.attachments:
                if (each.number, each.version) not in seen:
                    seen.add((each.number, each.version))
                    yield _attached(source, paper.record, item, each)


def _attached(source: Source, record: MeetingRecord, item: RecordItem, each: Attachment) -> _File:
    is_closed = item.is_closed or each.is_closed
    key = "filing.attachment" if each.version == 1 else "filing.attachment.version"
    title = say(key, nr=each.number, version=each.version, titel=each.title or each.link)
    case = _case(source.case, item)
    data = None if each.digest is None else source.bilag.get(each.digest)
    if data is None:
        kind = say("filing.kind.link" if each.digest is None else "filing.kind.attachment.erased")
        entry = Entry(day=record.at.date(), title=title, kind=kind, is_closed=is_closed, case=case, item=item.number)
        return _File("", b"", "", entry)
    name = file_name(
        say("filing.file.attachment"), f"{each.number:02}-{each.version}", each.title, media_type=each.media_type
    )
    path = f"{CLOSED if is_closed else OPEN}/{name}"
    kind = say("filing.kind.attachment")
    return _file(path, data, each.media_type, record.at, title, kind, is_closed=is_closed, case=case, item=item.number)


def _case(whole: Case, item: RecordItem) -> Case:
    """What an item is filed on: where nothing is said of it, what the meeting is."""
    subject, _, facet = item.kle.partition(" ")
    kle = Case(subject=subject, facet=facet) if subject else whole
    return Case(number=item.case_number or whole.number, subject=kle.subject, facet=kle.facet)


def _file(
    path: str,
    data: bytes,
    media_type: str,
    at: datetime,
    title: str,
    kind: str,
    *,
    is_closed: bool,
    case: Case,
    item: int | None = None,
) -> _File:
    entry = Entry(
        day=at.date(),
        title=title,
        kind=kind,
        is_closed=is_closed,
        case=case,
        item=item,
        path=path,
        sha256=sha256(data).hexdigest(),
        size=len(data),
    )
    return _File(path, data, media_type, entry)


def _manifest(source: Source, made: Sequence[_File], files: Mapping[str, bytes]) -> bytes:
    records = [each.record for each in source.papers]
    first, witnesses = records[0], [each.witness for each in records if each.witness is not None]
    types = {each.path: each.media_type for each in made} | {INDEX: "text/csv"}
    told = {
        "format": FORMAT,
        "program": source.program,
        "forum": first.forum,
        "forum_name": first.forum_name,
        "meeting": first.meeting,
        "starts": first.starts.isoformat(),
        "as_of": max(each.at for each in records).isoformat(),
        "case_number": source.case.number,
        "kle": source.case.kle,
        "state": state_of(records, source.case, [each.said for each in source.sheets]),
        "log": _entry(max(witnesses, key=lambda each: each.seq)) if witnesses else None,
        "documents": [_document(each) for each in records],
        "files": [
            {"path": path, "sha256": sha256(data).hexdigest(), "size": len(data), "media_type": types[path]}
            for path, data in sorted(files.items())
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _document(record: MeetingRecord) -> dict[str, object]:
    return {
        "kind": record.kind.value,
        "version": record.version,
        "supplement": record.supplement,
        "at": record.at.isoformat(),
        "is_whole": record.is_whole,
        "log": None if record.witness is None else _entry(record.witness),
    }


def _entry(witness: Witness) -> dict[str, object]:
    return {"seq": witness.seq, "hash": witness.hash}
