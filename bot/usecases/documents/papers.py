"""Any paper that somebody may get, made from the state as it is now: of a meeting, of one item, or of a year."""

from dataclasses import dataclass, replace
from datetime import date

from bot.documents.data import MEDIA_TYPE, to_json
from bot.domain.documents.actions import OF_YEAR, OpenDocument
from bot.domain.documents.blocks import Document, Enclosed
from bot.domain.documents.state import Kind, MeetingRecord
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.state import MinutesStatus
from bot.usecases.desk import Desk
from bot.usecases.documents import of_year
from bot.usecases.documents.reader import Reader, reader_of
from bot.usecases.documents.records import record_of
from bot.usecases.documents.sheets import sheet_of
from bot.usecases.meant import meeting_meant
from bot.usecases.minutes.records import held_meeting
from cards.documents.extract import extract, one_item
from cards.documents.names import file_stem
from cards.documents.papers import has_closed, paper_of
from cards.documents.sheet import approval_sheet
from cards.kit.words import say
from storage import minutes

PROOF = "/offentlig/bevis/"
"""Where it can be asked whether the log still says what a paper bears witness of."""
_TERMS = {
    Kind.AGENDA: Term("documents.kind.agenda"),
    Kind.SUPPLEMENT: Term("documents.kind.supplement"),
    Kind.MINUTES: Term("documents.kind.minutes"),
    Kind.APPROVAL_SHEET: Term("documents.kind.approval_sheet"),
    Kind.EXTRACT: Term("documents.kind.extract"),
    Kind.STATUS: Term("documents.kind.status"),
    Kind.FUNDS: Term("documents.kind.funds"),
}
_DIGITS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document, what its file is called without its ending, and what asks for just this one again.

    `record` is what it was made from, where that is a meeting's. `has_closed`: something of it is not for everybody.
    """

    document: Document
    stem: str
    wanted: OpenDocument
    record: MeetingRecord | None = None
    is_whole: bool = False
    has_closed: bool = False


async def paper_for(desk: Desk, person: str, wanted: OpenDocument, url: str) -> Paper:
    """What that person gets here of it; a Refusal where there is none, or it is not theirs."""
    if wanted.paper in OF_YEAR:
        return await _of_year(desk, person, wanted, url)
    meeting = await meeting_of(desk, wanted)
    return await make(desk, meeting, wanted, reader_of(desk, person, meeting), url)


async def meeting_of(desk: Desk, wanted: OpenDocument) -> Meeting:
    """The meeting that is meant, a cancelled one too; where none is named, minutes look back, and all else ahead."""
    named = wanted.meeting
    gone = desk.forum.cancelled_meeting(named)
    if gone is not None:
        return gone
    if wanted.paper is Kind.MINUTES:
        held = await held_meeting(desk, named)
        if held is None:
            raise Refusal("minutes_too_early")
        return held
    return meeting_meant(desk, named) if named else desk.next_meeting() or desk.last_meeting() or desk.meeting(None)


async def make(desk: Desk, meeting: Meeting, wanted: OpenDocument, reader: Reader, url: str) -> Paper:
    """The paper of a meeting as that reader gets it; Refusal("no_document…")."""
    wanted = replace(wanted, forum=desk.forum.id, meeting=meeting.id)
    if wanted.paper is Kind.APPROVAL_SHEET:
        return await _sheet(desk, meeting, wanted, reader, url)
    kind = await _kind(desk, meeting, wanted, reader)
    whole = reader.is_whole
    record = await record_of(desk, meeting, kind, whole=whole, version=wanted.version, supplement=wanted.supplement)
    if record is None:
        raise Refusal("no_document", papir=_TERMS[wanted.paper], moede_dato=meeting.day)
    if wanted.paper is Kind.EXTRACT:
        return _extract(record, wanted, url)
    address = proof_address(url, record.witness)
    return _of_record(paper_of(record, address), record, record, wanted)


async def _kind(desk: Desk, meeting: Meeting, wanted: OpenDocument, reader: Reader) -> Kind:
    """Which record it is made from: an extract from the minutes as soon as the reader may have these.

    Refusal("minutes_draft_file") of minutes that nobody but their writer has before them yet.
    """
    if wanted.paper not in (Kind.MINUTES, Kind.EXTRACT):
        return wanted.paper
    found = await minutes.get(desk.conn, desk.forum.id, meeting.id)
    is_out = found is not None and found.status is not MinutesStatus.DRAFT
    if wanted.paper is Kind.EXTRACT:
        return Kind.MINUTES if is_out and wanted.version is None else Kind.AGENDA
    if found is not None and not is_out and not reader.serves:
        raise Refusal("minutes_draft_file", moede_dato=meeting.day)
    return Kind.MINUTES


def _extract(record: MeetingRecord, wanted: OpenDocument, url: str) -> Paper:
    number = wanted.position or 0
    if not 1 <= number <= len(record.items):
        day, most = record.starts.date(), len(record.items)
        raise Refusal("no_document.item", punkt=number, moede_dato=day, antal=most)
    document = extract(record, number, proof_address(url, record.witness))
    return _of_record(document, record, one_item(record, number), wanted)


def _of_record(document: Document, whole: MeetingRecord, told: MeetingRecord, wanted: OpenDocument) -> Paper:
    """With the data of what it tells inside."""
    day = whole.starts.date()
    stem = _stem(whole, wanted, day)
    data = Enclosed(
        name=f"{stem}.json", media_type=MEDIA_TYPE, description=say("documents.enclosed"), data=to_json(told)
    )
    return Paper(
        document=replace(document, enclosed=(data,)),
        stem=stem,
        wanted=wanted,
        record=told,
        is_whole=told.is_whole and has_closed(told),
        has_closed=has_closed(told),
    )


def _stem(record: MeetingRecord, wanted: OpenDocument, day: date) -> str:
    marks = {
        Kind.SUPPLEMENT: (str(record.supplement or ""),),
        Kind.EXTRACT: (say("documents.file.item", nr=wanted.position),),
    }.get(wanted.paper, ())
    is_draft, is_whole = record.is_draft, record.is_whole and has_closed(record)
    version = () if is_draft else (say("documents.file.version", nr=record.version),)
    return file_stem(wanted.paper, record.forum, day, marks=(*marks, *version), is_draft=is_draft, is_whole=is_whole)


async def _sheet(desk: Desk, meeting: Meeting, wanted: OpenDocument, reader: Reader, url: str) -> Paper:
    sheet = await sheet_of(desk, meeting, shows_words=reader.serves and reader.is_whole)
    if sheet is None:
        raise Refusal("no_document", papir=_TERMS[wanted.paper], moede_dato=meeting.day)
    document = approval_sheet(sheet, proof_address(url, sheet.witness))
    return Paper(document=document, stem=file_stem(wanted.paper, desk.forum.id, meeting.day), wanted=wanted)


async def _of_year(desk: Desk, person: str, wanted: OpenDocument, url: str) -> Paper:
    year = wanted.year or desk.today.year
    stem = file_stem(wanted.paper, desk.forum.id, year)
    if wanted.paper is Kind.FUNDS:
        report, document = await of_year.funds(desk, person, year)
        data = Enclosed(name=f"{stem}.json", media_type=MEDIA_TYPE, description=say("documents.enclosed"), data=report)
        document = replace(document, enclosed=(data,))
    else:
        document = await of_year.status_paper(desk, person, wanted.report, year, lambda it: proof_address(url, it))
    wanted = replace(wanted, forum=desk.forum.id, year=year)
    return Paper(document=document, stem=stem, wanted=wanted)


def proof_address(url: str, witness: Witness | None) -> str | None:
    """Where the code on the paper is looked up; None where nobody outside reaches the service."""
    return None if witness is None or not url else f"{url}{PROOF}{witness.seq}-{witness.hash[:_DIGITS]}"
