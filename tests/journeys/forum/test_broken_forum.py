"""One broken forum harms no other: it is told of once, its people get a polite answer, and mended it goes on."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.approval.actions import Circulate, Respond
from bot.domain.approval.state import Verdict
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.proposals.actions import Accept, Propose
from bot.local.activities import installation
from bot.local.board import words
from bot.local.connector import Failure
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.kit.buttons import pack
from storage.outbox import notices
from tests.harness.breaking import damage, mend, posts, with_two, writes
from tests.harness.foreign import SYD_CHAIRS, SYD_CHANNEL, SYD_SECRETARIAT, syd_does
from tests.harness.forging import NORD, STRANGER, SYD, envelope, is_refused, press, said
from tests.harness.steps import COORDINATOR, accept, approve, circulate, in_channel, in_chat, propose, told
from tests.journeys.conftest import OpenStage

pytestmark = pytest.mark.both_databases

POLITE = "Opsætningen af Politisk Klynge Syd kan ikke læses lige nu"
WAITS = "Forummets opsætning kan ikke læses. Anvend forummets fil igen: klyngebot forum apply FIL."
ADMIN = "formand-laesoe"  # has a seat in Nord alone
ADMIN_ID = "00000000-0000-4000-8000-000000000004"
REMINDER = "Fristen for forslag til mødet"
SENT = "Dagsorden til mødet den"
DEADLINE = "2027-02-09T08:00"


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What is said in the log at ERROR."""
    caplog.set_level(logging.ERROR)
    return caplog


async def _waiting_of_syd(nord: Stage) -> list[Notice]:
    """What is due in Syd, once each has a reason why it waits."""
    async with asyncio.timeout(10):
        while True:
            async with nord.service.database.reading() as conn:
                due = [each for each in await notices.due(conn, nord.clock.now()) if each.forum == SYD]
            if all(each.reason for each in due):
                return due
            await asyncio.sleep(0.02)


def _standing(nord: Stage, what: str) -> tuple[int, int]:
    """How often that stands in Nord's channel and in Syd's."""
    return len(in_channel(nord, what)), len([each for each in posts(nord) if what in words(each)])


async def test_its_notices_wait_and_leave_once_its_file_is_applied(
    nord: Stage, tmp_path: Path, quiet_log: pytest.LogCaptureFixture
) -> None:
    await with_two(nord, tmp_path)
    await damage(nord.service.database)
    await nord.at(DEADLINE)
    await nord.sees(REMINDER)
    assert _standing(nord, REMINDER) == (1, 0)
    (waiting,) = await _waiting_of_syd(nord)
    assert (waiting.reason, waiting.attempts) == (WAITS, 0)
    (record,) = quiet_log.records
    assert SYD in record.getMessage()
    assert (record.exc_info, "HEMMELIGT" in quiet_log.text) == (None, False)

    assert (await mend(nord, tmp_path)).mended is not None
    await nord.teams.board.wait_for(lambda each: each.conversation == SYD_CHANNEL and REMINDER in words(each))
    assert _standing(nord, REMINDER) == (1, 1)
    assert "16. marts 2027" in words(await writes(nord, SYD_SECRETARIAT, "møder"))


async def test_the_other_forums_agenda_is_approved_and_leaves_on_its_day(nord: Stage, tmp_path: Path) -> None:
    await with_two(nord, tmp_path)
    await damage(nord.service.database)
    await propose(nord)
    await accept(nord, 1)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T08:00")
    await nord.sees(SENT)
    assert {(each.reason, each.attempts) for each in await _waiting_of_syd(nord)} == {(WAITS, 0)}


async def test_its_agenda_holds_up_no_other_and_leaves_once_it_can_be_read(nord: Stage, tmp_path: Path) -> None:
    await with_two(nord, tmp_path)
    await propose(nord)
    await accept(nord, 1)
    await approve(nord, await circulate(nord))
    await syd_does(nord, Propose(form="syd", title="Syd", summary="Ord", recommendation="Ord"), COORDINATOR)
    await syd_does(nord, Accept(number=1))
    await syd_does(nord, Circulate())
    for chair in SYD_CHAIRS:
        await syd_does(nord, Respond(verdict=Verdict.APPROVED), chair)
    await damage(nord.service.database)
    await nord.at("2027-03-09T08:00")
    await nord.sees(SENT)
    assert _standing(nord, SENT) == (1, 0)
    await mend(nord, tmp_path)
    await nord.at("2027-03-09T08:10")
    await nord.teams.board.wait_for(lambda each: each.conversation == SYD_CHANNEL and SENT in words(each))
    assert _standing(nord, SENT) == (1, 1)


async def test_people_get_a_polite_answer_in_its_channel_and_their_chat(
    nord: Stage, tmp_path: Path, quiet_log: pytest.LogCaptureFixture
) -> None:
    await with_two(nord, tmp_path)
    await damage(nord.service.database)
    for text in ("møder", "optag 3", "dagsorden", "sniksnak"):
        assert POLITE in words(await writes(nord, SYD_SECRETARIAT, text)), text
    clicked = (await press(nord, SYD_SECRETARIAT, pack(ShowMeetings()), SYD_CHANNEL)).card
    assert is_refused(clicked)
    assert POLITE in said(clicked)
    in_person = (await press(nord, SYD_SECRETARIAT, pack(ShowMeetings()), PERSONAL)).card
    assert POLITE in said(in_person)
    for each in installation(envelope(nord, SYD_SECRETARIAT, SYD_CHANNEL)):
        assert (await nord.teams.visitor.sends(each))[0] == 200
    assert POLITE in words(await writes(nord, SYD_SECRETARIAT, "tilknyt politisk-klynge-syd"))
    assert [SYD in each.getMessage() for each in quiet_log.records] == [True]


async def test_who_sits_in_both_goes_on_in_the_whole_one(nord: Stage, tmp_path: Path) -> None:
    await with_two(nord, tmp_path)
    await damage(nord.service.database)
    assert "16. marts 2027" in words(await nord.says(COORDINATOR, "møder", PERSONAL))
    which = await nord.says(COORDINATOR, "frister", PERSONAL)
    whole = await nord.clicks(COORDINATOR, which, "Politisk Klynge Nord")
    assert "16. marts 2027" in said(whole.card)
    broken = await nord.clicks(COORDINATOR, which, "Politisk Klynge Syd")
    assert is_refused(broken.card)
    assert POLITE in said(broken.card)
    assert "16. marts 2027" in words(await nord.says(COORDINATOR, "møder"))


async def test_a_stranger_does_not_learn_of_a_broken_forum(nord: Stage, tmp_path: Path) -> None:
    await with_two(nord, tmp_path)
    await damage(nord.service.database)
    for person in (STRANGER, "formand-laesoe"):
        card = (await press(nord, person, pack(ShowMeetings(forum=SYD)), PERSONAL)).card
        assert is_refused(card)
        assert "Opsætningen" not in said(card)


async def test_a_reply_that_teams_did_not_take_is_kept_in_a_forum_that_can_be_read(nord: Stage, tmp_path: Path) -> None:
    await with_two(nord, tmp_path)
    await damage(nord.service.database, NORD)
    nord.teams.connector.failures.append(Failure(429))
    await nord.teams.visitor.says(nord.account(COORDINATOR), "frister", PERSONAL)
    await nord.hears(COORDINATOR, "Hvilket forum")


async def test_the_admins_whose_chat_is_known_are_told_once_of_each_breakage(
    open_stage: OpenStage, tmp_path: Path
) -> None:
    async with open_stage(KLYNGEBOT_ADMINS=f"{ADMIN_ID},{STRANGER.object_id}") as nord:
        await with_two(nord, tmp_path)
        await nord.says(ADMIN, "hjælp", PERSONAL)
        await damage(nord.service.database)
        for _ in range(2):
            await writes(nord, SYD_SECRETARIAT, "møder")
        await nord.at(DEADLINE)
        told_of = await told(nord, ADMIN, "Et forum kan ikke læses", "Politisk Klynge Syd", SYD, "kommissoriet")
        assert "klyngebot forum apply FIL" in words(told_of)
        await mend(nord, tmp_path)
        await damage(nord.service.database)
        await writes(nord, SYD_SECRETARIAT, "møder")
        await nord.teams.board.wait_for(
            lambda each: (
                each.conversation == told_of.conversation
                and each.id != told_of.id
                and "Et forum kan ikke læses" in words(each)
            )
        )
        assert len([each for each in in_chat(nord, ADMIN) if "Et forum kan ikke læses" in words(each)]) == 2


async def test_an_admin_without_a_seat_is_told_after_having_written_once(open_stage: OpenStage, tmp_path: Path) -> None:
    async with open_stage(KLYNGEBOT_ADMINS=STRANGER.object_id) as nord:
        await with_two(nord, tmp_path)
        await press(nord, STRANGER, pack(ShowMeetings()), PERSONAL)
        await damage(nord.service.database)
        await writes(nord, SYD_SECRETARIAT, "møder")
        (owed,) = [each for each in await _all(nord) if each.kind is ForumNotice.UNREADABLE]
        assert owed.recipient == STRANGER.object_id


async def _all(nord: Stage) -> list[Notice]:
    async with nord.service.database.reading() as conn:
        return list(await notices.newest(conn, most=200))


async def test_applying_over_a_broken_forum_keeps_what_the_file_names_no_longer(nord: Stage, tmp_path: Path) -> None:
    await with_two(nord, tmp_path)
    await damage(nord.service.database)
    file = tmp_path / "forum.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(each for each in lines if "suppleant-regional" not in each), "utf-8")
    applied = await mend(nord, tmp_path)
    assert applied.is_changed
    assert applied.forum.channel is not None
    assert applied.forum.person("suppleant-regional").name
    (seat,) = [each for each in applied.forum.seats if each.person == "suppleant-regional"]
    assert seat.until == nord.clock.now().date() - timedelta(days=1)
