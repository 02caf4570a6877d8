"""Minutes from the first resolution to the next meeting's approval, on a real database."""

from dataclasses import replace

import pytest

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import NoticeState, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenResolution,
    RecordAbsence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import MinutesStatus, Outcome
from bot.usecases import topics
from bot.usecases.minutes import attendance, resolving
from bot.usecases.minutes import commands as usecase
from bot.usecases.minutes import forms as minutes_forms
from bot.usecases.minutes import notices as minutes_notices
from bot.usecases.minutes import queries as minutes_queries
from cards.kit.elements import Card
from storage import agenda as agendas
from storage.database import Database
from storage.proving import first_fault
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.usecases.minutes.setting import (
    CHAIR,
    CONFIDENTIAL,
    DAY_AFTER,
    DOCTOR,
    FORUM,
    MARCH,
    OCTOBER,
    SECRETARIAT,
    outbox,
    send_agenda,
    send_all,
    stored,
)


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    await send_agenda(database)


async def test_the_secretariat_writes_and_sends_and_everybody_reads(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        card = await minutes_queries.show_minutes(desk, SECRETARIAT, ShowMinutes())
        check(card)
        assert "Punkt 2" in button_titles(card)
        check(await attendance.record(desk, SECRETARIAT, RecordAbsence(absent=("læge", "Læsø"))))
        check(await send_all(desk))
        assert (await stored(desk)).status is MinutesStatus.SENT
        card = await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes())
        check(card)
        assert "Modellen godkendes." in texts(card)
        assert "Udvalgsformand (Læsø)" in texts(card)
        assert "22. marts" in texts(card)  # three days are the Saturday, so the Monday after
        assert await first_fault(desk.conn) is None


async def test_what_is_closed_is_shown_to_those_who_handle_it_in_a_personal_chat_and_nowhere_else(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        public = replace(desk, place=Place.CHANNEL)
        (notice,) = await outbox(desk, MinutesNotice.MINUTES)
        living = await minutes_notices.minutes(public, notice)
        assert isinstance(living, Card)
        shown = [
            living,
            await minutes_queries.show_minutes(public, SECRETARIAT, ShowMinutes()),
            await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes()),
            await minutes_queries.open_resolution(public, CHAIR, OpenResolution(position=3)),
            await minutes_queries.open_resolution(desk, DOCTOR, OpenResolution(position=3)),
        ]
        for card in shown:
            check(card)
            assert "Nordklinikken" not in texts(card)
            assert "Ikke godkendt" not in texts(card)
            assert "Lukket punkt" in texts(card)
        for trusted in (SECRETARIAT, CHAIR):
            whole = await minutes_queries.open_resolution(desk, trusted, OpenResolution(position=3))
            assert CONFIDENTIAL in texts(whole)
            assert "Nordklinikken fortsætter." in texts(whole)


async def test_a_closed_items_resolution_is_not_written_where_others_read_along(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        for work in (
            minutes_queries.open_resolution(desk, SECRETARIAT, OpenResolution(position=3)),
            resolving.record_resolution(desk, SECRETARIAT, RecordResolution(position=3, words="Hemmeligt")),
        ):
            with pytest.raises(Refusal, match="minutes_closed_item"):
                await work
        action = RecordResolution(position=3, words="Hemmeligt")
        below = await minutes_forms.as_refused(desk, SECRETARIAT, action)
        assert below is not None
        assert "Hemmeligt" not in texts(below)
        check(await minutes_queries.open_resolution(desk, SECRETARIAT, OpenResolution(position=2)))


async def test_only_the_secretariat_writes_and_only_from_the_meetings_start(open_desk_at: OpenDesk) -> None:
    resolution = RecordResolution(position=2, words="Godkendt")
    async with open_desk_at("2027-03-16T16:29") as desk:
        with pytest.raises(Refusal, match="minutes_too_early"):
            await resolving.record_resolution(desk, SECRETARIAT, resolution)
        none_yet = await minutes_queries.show_minutes(desk, SECRETARIAT, ShowMinutes())
        assert "16. marts 2027" in texts(none_yet)
        check(await minutes_queries.show_minutes(desk, SECRETARIAT, ShowMinutes(meeting="16/3")))
    async with open_desk_at("2027-03-16T16:30") as desk:
        for action, work in (
            (resolution, resolving.record_resolution),
            (RecordAbsence(), attendance.record),
            (SendMinutes(), usecase.send_minutes),
            (AddToMinutes(words="Rettelse"), usecase.add),
        ):
            with pytest.raises(Refusal, match="no_rights"):
                await work(desk, CHAIR, action)  # type: ignore[arg-type] # each with its own action
        await resolving.record_resolution(desk, SECRETARIAT, resolution)
        not_sent = await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes())
        check(not_sent)
        assert "23. marts 2027" in texts(not_sent)
        for words in ("", "Opdigtet"):
            with pytest.raises(Refusal, match="minutes_not_sent"):
                await minutes_queries.open_resolution(desk, DOCTOR, OpenResolution(position=2, words=words))


async def test_a_typed_resolution_may_begin_with_its_outcome_and_else_keeps_the_recorded_one(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        typed = RecordResolution(position=2, words="godkendt med aendringer: Start i maj")
        await resolving.record_resolution(desk, SECRETARIAT, typed)
        await resolving.record_resolution(desk, SECRETARIAT, RecordResolution(position=2, words="Start i juni"))
        (resolution,) = (await stored(desk)).resolutions
        assert (resolution.outcome, resolution.words) == (Outcome.APPROVED_CHANGED, "Start i juni")
        whole = RecordResolution(position=2, words="Drøftet på mødet, udsat")
        await resolving.record_resolution(desk, SECRETARIAT, whole)
        assert (await stored(desk)).resolutions[0].words == "Drøftet på mødet, udsat"


async def test_a_stale_form_comes_back_with_what_was_typed_and_what_stands_there_now(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await resolving.record_resolution(
            desk, SECRETARIAT, RecordResolution(position=2, revision=1, words="Det første")
        )
        late = RecordResolution(position=2, revision=1, words="Det andet")
        with pytest.raises(Refusal, match="stale"):
            await resolving.record_resolution(desk, SECRETARIAT, late)
        form = await minutes_forms.as_refused(desk, SECRETARIAT, late)
        assert form is not None
        check(form)
        assert "Det første" in texts(form)
        assert "Det andet" in texts(form)
        assert '"revision": 2' in texts(form)


@pytest.mark.parametrize("position", [0, -1, 5, 999_999_999])
async def test_a_forged_position_is_no_item(open_desk_at: OpenDesk, position: int) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        for work in (
            minutes_queries.open_resolution(desk, SECRETARIAT, OpenResolution(position=position)),
            resolving.record_resolution(desk, SECRETARIAT, RecordResolution(position=position, words="x")),
        ):
            with pytest.raises(Refusal, match="minutes_no_item"):
                await work
        check_again = await minutes_forms.as_refused(desk, SECRETARIAT, RecordResolution(position=position, words="x"))
        assert check_again is not None


async def test_sending_names_the_items_that_lack_a_resolution(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        with pytest.raises(Refusal) as refusal:
            await usecase.send_minutes(desk, SECRETARIAT, SendMinutes())
        assert refusal.value.facts == {"punkter": (2, 3)}


async def test_sending_tells_the_channel_and_calls_the_reminders_off_and_twice_is_once(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        meeting = desk.meeting(MARCH)
        await topics.plan(desk, meeting)
        await send_all(desk)
        await usecase.send_minutes(desk, SECRETARIAT, SendMinutes(revision=1))
        await topics.plan(desk, meeting)
        called_off = [*await outbox(desk, MinutesNotice.DUE), *await outbox(desk, MinutesNotice.OVERDUE)]
        assert [each.state for each in called_off] == [NoticeState.SUPERSEDED] * 6
        (told,) = await outbox(desk, MinutesNotice.MINUTES)
        assert (told.generation, told.is_timed) == (1, False)


async def test_minutes_of_a_meeting_without_a_sent_agenda_rest_on_the_draft_as_it_was(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-10-06T09:00") as desk:
        await resolving.record_resolution(desk, SECRETARIAT, RecordResolution(position=1, words="Godkendt"))
        await usecase.send_minutes(desk, SECRETARIAT, SendMinutes())
        draft = await agendas.get(desk.conn, FORUM, OCTOBER)
        assert draft is not None
        assert [version.frozen_by for version in draft.versions] == [SECRETARIAT]
        await agendas.put(desk.conn, replace(draft, items=()))
        card = await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes())
        assert "Godkendelse af dagsorden" in texts(card)


async def test_before_the_forums_first_meeting_everything_about_minutes_says_so(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        check(await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes()))
        for work in (
            usecase.remark(desk, DOCTOR, RemarkOnMinutes(words="Hej")),
            usecase.approve_minutes(desk, CHAIR, ApproveMinutes()),
            minutes_queries.open_resolution(desk, DOCTOR, OpenResolution(position=1)),
        ):
            with pytest.raises(Refusal, match="minutes_too_early"):
                await work
        assert await minutes_forms.as_refused(desk, DOCTOR, RemarkOnMinutes(words="Hej")) is not None


@pytest.mark.parametrize(("named", "key"), [("i går måske", "bad_date"), ("17/3", "no_meeting_on")])
async def test_an_unknown_meeting_is_refused(open_desk_at: OpenDesk, named: str, key: str) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        with pytest.raises(Refusal, match=key):
            await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes(meeting=named))


async def test_a_notice_about_minutes_that_nobody_sent_is_of_no_use(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await desk.tell(MinutesNotice.MINUTES, meeting=MARCH)
        await desk.tell(MinutesNotice.ADDITION, meeting=MARCH, addition=0)
        (living,) = await outbox(desk, MinutesNotice.MINUTES)
        (addition,) = await outbox(desk, MinutesNotice.ADDITION)
        assert isinstance(await minutes_notices.minutes(desk, living), Stale)
        assert isinstance(await minutes_notices.addition(desk, addition), Stale)
        assert isinstance(await minutes_notices.minutes(desk, replace(living, meeting="aflyst")), Stale)
