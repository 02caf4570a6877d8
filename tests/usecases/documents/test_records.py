"""The one record of a meeting: what it tells of agenda, supplement and minutes, whole and open."""

from bot.documents.data import from_json, to_json
from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.documents.state import Attachment, Kind, MeetingRecord
from bot.domain.filing.state import Case
from bot.domain.kernel.absence import Absence
from bot.domain.minutes.actions import AddToMinutes, RecordEverybody
from bot.domain.minutes.state import Outcome
from bot.usecases.documents.records import record_of
from bot.usecases.minutes import attendance, commands
from bot.usecases.understanding.exactly import understand
from storage import filing
from storage import forum as forums
from storage.database import Database
from storage.proving import first_fault
from tests.conftest import OpenDesk
from tests.usecases.minutes.setting import (
    CONFIDENTIAL,
    DAY_AFTER,
    FORUM,
    ITEMS,
    MARCH,
    OTHER_CHAIR,
    SECRETARIAT,
    attach,
    send_agenda,
    send_all,
)

_NEUTRAL = "Lukket punkt"


async def test_minutes_tell_what_was_resolved_by_whom_and_what_came_after(
    open_desk_at: OpenDesk, database: Database
) -> None:
    await send_agenda(database)
    await attach(database, ITEMS[1], "Model", b"%PDF 1", ident=1)
    await attach(database, ITEMS[1], "Cpr-liste", b"%PDF 2", ident=2, is_closed=True)
    await attach(database, ITEMS[2], "Opsigelsen", b"%PDF 3", ident=3)
    async with open_desk_at(DAY_AFTER) as desk:
        meeting = desk.meeting(MARCH)
        await filing.put_case(desk.conn, FORUM, MARCH, 0, Case(number="24/1234", subject="12.34.56"))
        for item in (4, 5):
            await filing.put_case(desk.conn, FORUM, MARCH, item, Case(number=f"25/{item}"))
        assert await record_of(desk, meeting, Kind.MINUTES, whole=True) is None
        await attendance.record(desk, SECRETARIAT, RecordEverybody())
        draft = await record_of(desk, meeting, Kind.MINUTES, whole=True)
        assert draft is not None
        assert draft.is_draft
        await send_all(desk)
        await commands.add(desk, SECRETARIAT, AddToMinutes(words="Bilag 2 er rettet.", position=2))
        await commands.add(desk, SECRETARIAT, AddToMinutes(words="Nordklinikken har svaret.", position=3))
    async with open_desk_at(DAY_AFTER) as desk:
        whole = await record_of(desk, meeting, Kind.MINUTES, whole=True)
        opened = await record_of(desk, meeting, Kind.MINUTES, whole=False)
    assert whole is not None
    assert opened is not None
    _whole_minutes(whole)
    _open_minutes(opened)
    assert from_json(to_json(whole)) == whole
    assert from_json(to_json(opened)) == opened


def _whole_minutes(record: MeetingRecord) -> None:
    item, closed = record.items[1], record.items[2]
    assert (item.outcome, item.proposed_by) == (Outcome.APPROVED, "")
    assert "Modellen godkendes." in item.sentence
    assert (closed.title, closed.outcome) == (CONFIDENTIAL, Outcome.REJECTED)
    assert {each.is_present for each in record.attendees} == {True}
    assert all(each.role and each.organisation for each in record.attendees)
    assert [each.item for each in record.additions] == [4, 5]
    assert record.witness is not None
    assert not record.is_draft
    assert [[(each.number, each.title) for each in one.attachments] for one in (item, closed)] == [
        [(1, "Model"), (2, "Cpr-liste")],
        [(3, "Opsigelsen")],
    ]
    assert (record.case_number, record.kle, item.case_number, closed.case_number) == (
        "24/1234",
        "12.34.56",
        "25/4",
        "25/5",
    )


def _open_minutes(record: MeetingRecord) -> None:
    closed = record.items[2]
    assert (closed.number, closed.title, closed.is_closed, closed.content) == (3, _NEUTRAL, True, None)
    assert [each.words for each in record.additions] == ["Bilag 2 er rettet."]
    assert record.items[1].attachments[1] == Attachment(number=2, is_closed=True)
    assert (record.case_number, record.items[1].case_number, closed.attachments) == ("24/1234", "25/4", ())
    written = to_json(record).decode()
    assert not [word for word in ("Nordklinik", "Fortroligt", "Opsigelse", "Cpr-liste", "25/5", "@") if word in written]


async def test_an_agenda_is_a_draft_until_it_leaves_and_each_version_can_be_had(
    open_desk_at: OpenDesk, database: Database
) -> None:
    async with open_desk_at("2027-03-01T10:00") as desk:
        draft = await record_of(desk, desk.meeting(MARCH), Kind.AGENDA, whole=False)
        assert draft is not None
        assert (draft.is_draft, draft.version) == (True, 1)
        assert [each.number for each in draft.items] == list(range(1, len(draft.items) + 1))
    await send_agenda(database)
    async with open_desk_at("2027-03-10T10:00") as desk:
        meeting = desk.meeting(MARCH)
        sent = await record_of(desk, meeting, Kind.AGENDA, whole=False)
        assert sent is not None
        assert (sent.is_draft, sent.version, sent.steps[-1].version) == (False, 1, 1)
        assert sent == await record_of(desk, meeting, Kind.AGENDA, whole=False, version=1)
        assert await record_of(desk, meeting, Kind.AGENDA, whole=False, version=9) is None
        assert await record_of(desk, meeting, Kind.SUPPLEMENT, whole=True) is None
        assert {each.is_present for each in sent.attendees} == {None}


async def test_what_left_stays_as_it_left_whatever_is_attached_or_told_later(
    open_desk_at: OpenDesk, database: Database
) -> None:
    await send_agenda(database)
    await attach(database, ITEMS[1], "Model", b"%PDF 1", ident=1)
    away = Absence(number=1, person=OTHER_CHAIR, meeting=MARCH)
    async with open_desk_at("2027-03-05T10:00") as desk:
        await forums.put_absence(desk.conn, FORUM, away, by=OTHER_CHAIR, at=desk.now)
    async with open_desk_at(DAY_AFTER) as desk:
        meeting = desk.meeting(MARCH)
        await attendance.record(desk, SECRETARIAT, RecordEverybody())
        await send_all(desk)
        left = {kind: await record_of(desk, meeting, kind, whole=False) for kind in (Kind.AGENDA, Kind.MINUTES)}
    for each in left.values():
        assert each is not None
        assert "Formand (Region Nordjylland)" in {one.instead_of for one in each.attendees}
        assert [one.title for one in each.items[1].attachments] == ["Model"]
    later = "2027-03-20T10:00"
    await attach(database, ITEMS[1], "Ny", b"%PDF 2", ident=1, version=2, at=later)
    await attach(database, ITEMS[1], "Mere", b"%PDF 3", ident=2, at=later)
    async with open_desk_at(later) as desk:
        await forums.put_absence(desk.conn, FORUM, away, by=OTHER_CHAIR, at=desk.now, is_taken_back=True)
    async with database.snapshot() as conn:
        assert await first_fault(conn) is None
    async with open_desk_at("2027-03-21T10:00") as desk:
        for kind, was in left.items():
            assert await record_of(desk, meeting, kind, whole=False) == was
    await attach(database, ITEMS[1], "Lukket nu", b"%PDF 4", ident=1, version=3, at="2027-03-22T10:00", is_closed=True)
    async with open_desk_at("2027-03-23T10:00") as desk:
        now = await record_of(desk, meeting, Kind.AGENDA, whole=False)
        assert now is not None
        assert now.items[1].attachments == (Attachment(number=1, is_closed=True),)


def test_the_day_of_a_paper_is_typed_before_or_after_the_sort_of_file() -> None:
    asked = OpenDocument(paper=Kind.MINUTES, file=FileKind.PDF, meeting="16/3")
    assert understand("hent referat fra 16/3 som pdf") == asked
    assert understand("hent referat som pdf fra 16/3") == asked
    word = OpenDocument(paper=Kind.AGENDA, file=FileKind.WORD, meeting="den 16. marts")
    assert understand("hent dagsordenen til mødet den 16. marts som word") == word
    assert not isinstance(understand("hent referat fra borgmesteren som pdf"), OpenDocument)
