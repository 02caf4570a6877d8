"""Bilag go with what is put off, sent on or handed over and with nothing else; what is erased is gone from all here."""

from collections.abc import Mapping

import pytest

from bot.domain.agenda.actions import AddItem
from bot.domain.attachments.actions import FetchAttachment, ShowAttachment, ShowAttachments
from bot.domain.attachments.state import Bilag, OfItem, OfProposal
from bot.domain.documents.state import Attachment
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import RecordResolution
from bot.domain.proposals.actions import Propose
from bot.domain.referrals.actions import SendOn
from bot.usecases import attachments as usecase
from bot.usecases import minutes, topics
from bot.usecases.attached import attached_to
from bot.usecases.attachments.serving import file_for
from bot.usecases.desk import Desk, WritingDesk, open_writing_desk
from bot.usecases.erasing import erase_texts
from storage import agenda as agendas
from storage import attachments, audit, proposals
from storage.database import Database
from storage.proving import first_fault
from tests.cards.checks import texts
from tests.conftest import OpenDesk
from tests.harness.bilag import attach, standing
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import DAY_AFTER, FORUM, ITEMS, MARCH, OCTOBER, SECRETARIAT, send_agenda
from tests.usecases.test_handing_on_topics import DIRECTOR, HEIR, NOW, POLITICAL, SERVING, STEERING, Told, told

__all__ = ["told"]
HERE = OfItem(MARCH, ITEMS[1].id)


async def attachments_of(desk: Desk, meeting: str) -> Mapping[int, tuple[Attachment, ...]]:
    """By the agenda item's id, as they stand by now."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting)
    return {} if agenda is None else await attached_to(desk, meeting, agenda.current)


async def _resolve(desk: WritingDesk, words: str) -> None:
    await minutes.command(desk, SECRETARIAT, RecordResolution(position=2, words=words))


async def test_what_is_put_off_takes_its_bilag_along_and_the_next_item_there_has_none_of_them(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await send_agenda(database)
    async with open_desk_at(DAY_AFTER) as desk:
        await attach(desk, HERE, "Budget")
        await attach(desk, HERE, "Personsag", closed=True)
        await _resolve(desk, "Udsat. Der mangler tal.")
        draft = await agendas.get(desk.conn, FORUM, OCTOBER)
        assert draft is not None
        (moved,) = [each for each in draft.items if each.is_own]
        there = (await attachments_of(desk, OCTOBER))[moved.id]
        assert [(each.number, each.title, each.is_closed) for each in there] == [
            (1, "Budget", False),
            (2, "Personsag", True),
        ]
        assert [each.title for each in await standing(desk, HERE)] == ["Budget", "Personsag"]
        assert await first_fault(desk.conn) is None
        await _resolve(desk, "Godkendt.")
        await topics.command(desk, SECRETARIAT, AddItem(meeting=OCTOBER, title="Noget andet"))
        draft = await agendas.get(desk.conn, FORUM, OCTOBER)
        assert draft is not None
        (other,) = [each for each in draft.items if each.is_own]
        assert other.id == moved.id
        assert await attachments_of(desk, OCTOBER) == {}
        logged = [each.what async for each in audit.entries(desk.conn, FORUM) if each.what.startswith("attachment.")]
        assert logged[2:] == ["attachment.carried"] * 2 + ["attachment.taken_off"] * 2
        assert await first_fault(desk.conn) is None


async def _attached(told: Told, forum: str, *, closed_case: bool = False) -> None:
    """The forum's proposal no. 1 has an open and a closed bilag."""
    title = "Fælles vagtplan"
    form = Propose(form="p", title=title, summary="Kort.", recommendation="Drøftes.", is_closed=closed_case)
    await told.do(forum, DIRECTOR, form)
    async with told.database.writing(forum) as conn:
        desk = await open_writing_desk(conn, forum, NOW, Place.PERSONAL)
        await attach(desk, OfProposal(1), "Vagtplan", b"vagter")
        await attach(desk, OfProposal(1), "Navne", b"navne", closed=True)


async def _came(told: Told, forum: str) -> list[Bilag]:
    """What stands with the forum's proposal no. 1, every one with what it holds."""
    async with told.database.writing(forum) as conn:
        desk = await open_writing_desk(conn, forum, NOW, Place.PERSONAL)
        proposal = await proposals.by_number(conn, forum, 1, None)
        assert proposal is not None
        found = await standing(desk, OfProposal(proposal.id))
        for each in found:
            assert await attachments.bytes_of(conn, forum, each.digest) is not None
        assert await first_fault(conn) is None
        return found


async def _send_on(told: Told) -> None:
    await told.do(
        STEERING, SERVING, SendOn(form="s", number=1, body="Politisk Klynge Nord", question="Ja?", basis="plan")
    )


async def test_a_case_that_is_sent_on_takes_its_open_bilag_along_and_those_alone(told: Told) -> None:
    await _attached(told, STEERING)
    await _send_on(told)
    (came,) = await _came(told, POLITICAL)
    assert (came.title, came.forum, came.version, came.is_closed) == ("Vagtplan", POLITICAL, 1, False)
    async with told.database.reading() as conn:
        (entry,) = [each async for each in audit.entries(conn, POLITICAL) if each.what == "attachment.carried"]
        assert entry.facts["from_forum"] == STEERING
        assert "Vagtplan" not in str(entry.facts)
        (navne,) = await attachments.versions(conn, STEERING, 2)
        assert await attachments.bytes_of(conn, POLITICAL, navne.digest) is None
    await erase_texts(told.database, NOW, POLITICAL, entry.seq, by="drift", ground="Bedt om det", with_file=True)
    async with told.database.snapshot() as conn:
        (erased,) = await attachments.versions(conn, POLITICAL, came.id)
        assert (erased.title, await attachments.bytes_of(conn, POLITICAL, came.digest)) == ("", None)
        assert await attachments.bytes_of(conn, STEERING, came.digest) == b"vagter"
        assert await first_fault(conn) is None


async def test_a_closed_case_that_is_sent_on_takes_none(told: Told) -> None:
    await _attached(told, STEERING, closed_case=True)
    await _send_on(told)
    assert await _came(told, POLITICAL) == []


async def test_whoever_takes_over_a_forum_gets_the_bilag_of_what_goes_on_closed_ones_too(told: Told) -> None:
    await _attached(told, STEERING)
    await told.hand_over(STEERING, HEIR)
    came = await _came(told, HEIR)
    assert [(each.title, each.is_closed, each.by) for each in came] == [
        ("Vagtplan", False, SECRETARIAT),
        ("Navne", True, SECRETARIAT),
    ]


async def test_what_is_erased_with_its_file_has_no_name_and_nothing_in_it_and_is_still_listed(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await send_agenda(database)
    async with open_desk_at(DAY_AFTER) as desk:
        await attach(desk, HERE, "Hansine Hansens sag", b"Hansine")
        await attach(desk, HERE, "Kopi", b"Hansine")
        await attach(desk, HERE, "Andet", b"Andet")
        agenda = await agendas.get(desk.conn, FORUM, MARCH)
        assert agenda is not None
        await attachments.number(desk.conn, FORUM, MARCH, agenda.items)
        await desk.log(SECRETARIAT, "agenda.numbered")
        every = [each async for each in audit.entries(desk.conn, FORUM)]
    entry = next(each for each in every if each.what == "attachment.attached")
    now = local("2027-03-18T10:00")
    with pytest.raises(Refusal, match="no_file_to_erase"):
        await erase_texts(database, now, FORUM, every[-1].seq, by="drift", ground="Nej", with_file=True)
    await erase_texts(database, now, FORUM, entry.seq, by="drift", ground="Artikel 17", with_file=True)
    async with open_desk_at("2027-03-18T10:00") as desk:
        listed = texts(await usecase.query(desk, SECRETARIAT, ShowAttachments(meeting=MARCH)))
        assert "Hansine" not in listed
        assert "Bilag 1: Titlen er slettet" in listed
        assert "Bilag 2: Kopi" in listed
        assert "Titlen er slettet" in texts(await usecase.query(desk, SECRETARIAT, ShowAttachment(attachment=1)))
        for gone in (1, 2):  # every bilag that holds the same
            with pytest.raises(Refusal, match="attachment_erased"):
                await file_for(desk, SECRETARIAT, FetchAttachment(attachment=gone))
        assert (await file_for(desk, SECRETARIAT, FetchAttachment(attachment=3))).data == b"Andet"
        assert await attachments.total_size(desk.conn, FORUM) == len(b"Andet")
        assert await first_fault(desk.conn) is None
