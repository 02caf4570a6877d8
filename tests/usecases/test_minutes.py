"""Minutes from the first resolution to the next meeting's approval, on a real database."""

from dataclasses import replace

import pytest

from bot.domain import actions as do
from bot.domain.agenda import AgendaItem, Standing
from bot.domain.conversation import Place
from bot.domain.minutes import Minutes, MinutesStatus, Outcome
from bot.domain.notice import Notice, NoticeKind, NoticeState, Stale
from bot.domain.proposal import Content, ItemKind
from bot.domain.refusal import Refusal
from bot.usecases import minutes as usecase
from bot.usecases import minutes_notices, reminders
from bot.usecases.desk import Desk
from cards.elements import Card
from storage import agendas, audit, notices
from storage import minutes as store
from storage.database import Database
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.usecases.minutes_setting import (
    CHAIR,
    CONFIDENTIAL,
    DOCTOR,
    FORUM,
    ITEMS,
    MARCH,
    OCTOBER,
    OTHER_CHAIR,
    SECRETARIAT,
    choose,
    send_agenda,
)

DAY_AFTER = "2027-03-17T10:00"


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    await send_agenda(database)


async def stored(desk: Desk, meeting: str = MARCH) -> Minutes:
    found = await store.get(desk.conn, FORUM, meeting)
    assert found is not None
    return found


async def outbox(desk: Desk, kind: NoticeKind) -> list[Notice]:
    return [each for each in await notices.newest(desk.conn, most=100) if each.kind is kind]


async def write_all(desk: Desk) -> Card:
    await usecase.record_resolution(
        desk, SECRETARIAT, do.RecordResolution(position=2, outcome=Outcome.APPROVED, words="Modellen godkendes.")
    )
    secret = do.RecordResolution(position=3, outcome=Outcome.REJECTED, words="Nordklinikken fortsætter.")
    return await usecase.record_resolution(desk, SECRETARIAT, secret)


async def send_all(desk: Desk) -> Card:
    await write_all(desk)
    return await usecase.send_minutes(desk, SECRETARIAT, do.SendMinutes())


async def test_the_secretariat_writes_and_sends_and_everybody_reads(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        card = await usecase.show_minutes(desk, SECRETARIAT, do.ShowMinutes())
        check(card)
        assert "Skriv beslutning 2" in button_titles(card)
        card = await usecase.record_absence(desk, SECRETARIAT, do.RecordAbsence(revision=1, absent=("læge", "Læsø")))
        check(await send_all(desk))
        assert (await stored(desk)).status is MinutesStatus.SENT
        card = await usecase.show_minutes(desk, DOCTOR, do.ShowMinutes())
        check(card)
        assert "Modellen godkendes." in texts(card)
        assert "Udvalgsformand (Læsø)" in texts(card)
        assert "19. marts" in texts(card)  # three days are the Saturday, so the Friday before
        assert await audit.first_break(desk.conn) is None


async def test_what_is_closed_is_shown_to_those_who_handle_it_in_a_personal_chat_and_nowhere_else(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        public = replace(desk, place=Place.CHANNEL)
        (notice,) = await outbox(desk, NoticeKind.MINUTES)
        living = await minutes_notices.minutes(public, notice)
        assert isinstance(living, Card)
        shown = [
            living,
            await usecase.show_minutes(public, SECRETARIAT, do.ShowMinutes()),
            await usecase.show_minutes(desk, DOCTOR, do.ShowMinutes()),
            await usecase.open_resolution(public, CHAIR, do.OpenResolution(position=3)),
            await usecase.open_resolution(desk, DOCTOR, do.OpenResolution(position=3)),
        ]
        for card in shown:
            check(card)
            assert "Nordklinikken" not in texts(card)
            assert "Ikke godkendt" not in texts(card)
            assert "Lukket punkt" in texts(card)
        for trusted in (SECRETARIAT, CHAIR):
            whole = await usecase.open_resolution(desk, trusted, do.OpenResolution(position=3))
            assert CONFIDENTIAL in texts(whole)
            assert "Nordklinikken fortsætter." in texts(whole)


async def test_a_closed_items_resolution_is_not_written_where_others_read_along(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        for work in (
            usecase.open_resolution(desk, SECRETARIAT, do.OpenResolution(position=3)),
            usecase.record_resolution(desk, SECRETARIAT, do.RecordResolution(position=3, words="Hemmeligt")),
        ):
            with pytest.raises(Refusal, match="minutes_closed_item"):
                await work
        action = do.RecordResolution(position=3, words="Hemmeligt")
        below = await usecase.again(desk, SECRETARIAT, action)
        assert below is not None
        assert "Hemmeligt" not in texts(below)
        check(await usecase.open_resolution(desk, SECRETARIAT, do.OpenResolution(position=2)))


async def test_only_the_secretariat_writes_and_only_from_the_meetings_start(open_desk_at: OpenDesk) -> None:
    resolution = do.RecordResolution(position=2, words="Godkendt")
    async with open_desk_at("2027-03-16T16:29") as desk:
        with pytest.raises(Refusal, match="minutes_too_early"):
            await usecase.record_resolution(desk, SECRETARIAT, resolution)
        none_yet = await usecase.show_minutes(desk, SECRETARIAT, do.ShowMinutes())
        assert "16. marts 2027" in texts(none_yet)
        check(await usecase.show_minutes(desk, SECRETARIAT, do.ShowMinutes(meeting="16/3")))
    async with open_desk_at("2027-03-16T16:30") as desk:
        for action, work in (
            (resolution, usecase.record_resolution),
            (do.RecordAbsence(), usecase.record_absence),
            (do.SendMinutes(), usecase.send_minutes),
            (do.AddToMinutes(words="Rettelse"), usecase.add),
        ):
            with pytest.raises(Refusal, match="no_rights"):
                await work(desk, CHAIR, action)  # type: ignore[arg-type] # each with its own action
        await usecase.record_resolution(desk, SECRETARIAT, resolution)
        not_sent = await usecase.show_minutes(desk, DOCTOR, do.ShowMinutes())
        check(not_sent)
        assert "23. marts 2027" in texts(not_sent)
        with pytest.raises(Refusal, match="minutes_not_sent"):
            await usecase.open_resolution(desk, DOCTOR, do.OpenResolution(position=2))


async def test_a_typed_resolution_may_begin_with_its_outcome_and_else_keeps_the_recorded_one(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        typed = do.RecordResolution(position=2, words="godkendt med aendringer: Start i maj")
        await usecase.record_resolution(desk, SECRETARIAT, typed)
        await usecase.record_resolution(desk, SECRETARIAT, do.RecordResolution(position=2, words="Start i juni"))
        (resolution,) = (await stored(desk)).resolutions
        assert (resolution.outcome, resolution.words) == (Outcome.APPROVED_CHANGED, "Start i juni")
        whole = do.RecordResolution(position=2, words="Drøftet på mødet, udsat")
        await usecase.record_resolution(desk, SECRETARIAT, whole)
        assert (await stored(desk)).resolutions[0].words == "Drøftet på mødet, udsat"


async def test_a_stale_form_comes_back_with_what_was_typed_and_what_stands_there_now(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await usecase.record_resolution(
            desk, SECRETARIAT, do.RecordResolution(position=2, revision=1, words="Det første")
        )
        late = do.RecordResolution(position=2, revision=1, words="Det andet")
        with pytest.raises(Refusal, match="stale"):
            await usecase.record_resolution(desk, SECRETARIAT, late)
        form = await usecase.again(desk, SECRETARIAT, late)
        assert form is not None
        check(form)
        assert "Det første" in texts(form)
        assert "Det andet" in texts(form)
        assert '"revision": 2' in texts(form)


@pytest.mark.parametrize("position", [0, -1, 5, 999_999_999])
async def test_a_forged_position_is_no_item(open_desk_at: OpenDesk, position: int) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        for work in (
            usecase.open_resolution(desk, SECRETARIAT, do.OpenResolution(position=position)),
            usecase.record_resolution(desk, SECRETARIAT, do.RecordResolution(position=position, words="x")),
        ):
            with pytest.raises(Refusal, match="minutes_no_item"):
                await work
        check_again = await usecase.again(desk, SECRETARIAT, do.RecordResolution(position=position, words="x"))
        assert check_again is not None


async def test_sending_names_the_items_that_lack_a_resolution(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        with pytest.raises(Refusal) as refusal:
            await usecase.send_minutes(desk, SECRETARIAT, do.SendMinutes())
        assert refusal.value.facts == {"punkter": (2, 3)}


async def test_sending_tells_the_channel_and_calls_the_reminders_off_and_twice_is_once(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        meeting = desk.meeting(MARCH)
        await reminders.plan(desk, meeting)
        await send_all(desk)
        await usecase.send_minutes(desk, SECRETARIAT, do.SendMinutes(revision=1))
        await reminders.plan(desk, meeting)
        called_off = [*await outbox(desk, NoticeKind.MINUTES_DUE), *await outbox(desk, NoticeKind.MINUTES_OVERDUE)]
        assert [each.state for each in called_off] == [NoticeState.SUPERSEDED] * 3
        (told,) = await outbox(desk, NoticeKind.MINUTES)
        assert (told.generation, told.is_timed) == (1, False)


async def test_both_chairs_approve_before_sending_where_the_forum_chose_that(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", "before_sending")
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        await write_all(replace(desk, place=Place.PERSONAL))
        await usecase.send_minutes(desk, SECRETARIAT, do.SendMinutes())
        (notice,) = await outbox(desk, NoticeKind.MINUTES)
        asking = await minutes_notices.minutes(desk, notice)
        assert isinstance(asking, Card)
        check(asking)
        assert button_titles(asking)[-2:] == ["Godkend referat", "Send bemærkninger"]
        assert len(asking.content["msteams"]["entities"]) == 2
        with pytest.raises(Refusal, match="not_approver"):
            await usecase.approve_minutes(desk, DOCTOR, do.ApproveMinutes())
        await usecase.approve_minutes(desk, CHAIR, do.ApproveMinutes(revision=3))
        await usecase.record_resolution(desk, SECRETARIAT, do.RecordResolution(position=2, words="Rettet"))
        with pytest.raises(Refusal, match="stale"):
            await usecase.approve_minutes(desk, OTHER_CHAIR, do.ApproveMinutes(revision=3))
        check(await usecase.approve_minutes(desk, OTHER_CHAIR, do.ApproveMinutes(revision=4)))
        assert (await stored(desk)).status is MinutesStatus.FOR_APPROVAL
        await usecase.remark(desk, OTHER_CHAIR, do.RemarkOnMinutes(words="Fint."))
        check(await usecase.approve_minutes(desk, CHAIR, do.ApproveMinutes(revision=4)))
        assert (await stored(desk)).status is MinutesStatus.SENT
        assert await usecase.approve_minutes(desk, CHAIR, do.ApproveMinutes(revision=4))


async def test_where_the_chairmanship_writes_it_also_gets_its_approval_button(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", "before_sending")
    async with open_desk_at(DAY_AFTER) as desk:
        seats = tuple(seat for seat in desk.forum.seats if not seat.person.startswith("sekretariat"))
        bare = replace(desk, forum=replace(desk.forum, seats=seats))
        for position in (2, 3):
            await usecase.record_resolution(bare, CHAIR, do.RecordResolution(position=position, words="Ja"))
        asked = await usecase.send_minutes(bare, CHAIR, do.SendMinutes())
        assert "Godkend referat" in button_titles(asked)
        answered = await usecase.approve_minutes(bare, CHAIR, do.ApproveMinutes())
        assert "Skriv beslutning 2" in button_titles(answered)


async def test_remarks_reach_the_secretariat_alone_until_their_deadline(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        remark = do.RemarkOnMinutes(words="Punkt 2 mangler en dato.")
        card = await usecase.remark(desk, DOCTOR, remark)
        await usecase.remark(desk, DOCTOR, remark)
        assert "1 bemærkning er sendt" in texts(card)
        assert "mangler en dato" not in texts(card)
        mine = await usecase.show_minutes(desk, SECRETARIAT, do.ShowMinutes())
        check(mine)
        assert "mangler en dato" in texts(mine)
        overheard = replace(desk, place=Place.CHANNEL, is_overheard=True)
        in_channel = await usecase.show_minutes(overheard, SECRETARIAT, do.ShowMinutes())
        assert "mangler en dato" not in texts(in_channel)
    async with open_desk_at("2027-03-20T00:00") as desk:
        with pytest.raises(Refusal, match="closed"):
            await usecase.remark(desk, DOCTOR, remark)
        below = await usecase.again(desk, DOCTOR, remark)
        assert below is not None
        assert "Send bemærkninger" not in button_titles(below)


@pytest.mark.parametrize("words", ["", "  \n"])
async def test_an_empty_remark_is_asked_for_words(open_desk_at: OpenDesk, words: str) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        with pytest.raises(Refusal, match="missing_remarks"):
            await usecase.remark(desk, DOCTOR, do.RemarkOnMinutes(words=words))


async def test_a_text_that_is_too_long_is_refused_and_its_beginning_kept(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        action = do.RecordResolution(position=2, words="ø" * 10_000)
        with pytest.raises(Refusal, match="too_long"):
            await usecase.record_resolution(desk, SECRETARIAT, action)
        form = await usecase.again(desk, SECRETARIAT, action)
        assert form is not None
        check(form)
        assert "ø" * 2_000 in texts(form)


async def test_what_was_sent_is_corrected_by_an_addition_with_a_message_of_its_own(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        with pytest.raises(Refusal, match="minutes_not_sent"):
            await usecase.add(desk, SECRETARIAT, do.AddToMinutes(words="For tidligt"))
        await send_all(replace(desk, place=Place.PERSONAL))
        with pytest.raises(Refusal, match="minutes_sent"):
            await usecase.record_resolution(desk, SECRETARIAT, do.RecordResolution(position=2, words="Omskrevet"))
        added = do.AddToMinutes(words="Punkt 2: startdatoen er 1. maj.")
        await usecase.add(desk, SECRETARIAT, added)
        await usecase.add(desk, SECRETARIAT, added)
        (notice,) = await outbox(desk, NoticeKind.MINUTES_ADDITION)
        told = await minutes_notices.addition(desk, notice)
        assert isinstance(told, Card)
        check(told)
        assert "startdatoen er 1. maj" in texts(told)
        (living,) = await outbox(desk, NoticeKind.MINUTES)
        assert living.generation == 2
        assert "startdatoen er 1. maj" in texts(await minutes_notices.minutes(desk, living))  # type: ignore[arg-type] # a card


async def test_the_next_meeting_approves_the_minutes_when_its_own_are_sent(
    database: Database, open_desk_at: OpenDesk
) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
    approving = AgendaItem(
        id=9, content=Content(title="Referat", kind=ItemKind.DECISION), standing=Standing.APPROVE_MINUTES
    )
    await send_agenda(database, OCTOBER, (ITEMS[0], approving, ITEMS[1], ITEMS[3]))
    async with open_desk_at("2027-10-06T09:00") as desk:
        approved = do.RecordResolution(position=2, outcome=Outcome.APPROVED_CHANGED, words="")
        await usecase.record_resolution(desk, SECRETARIAT, approved)
        await usecase.record_resolution(desk, SECRETARIAT, do.RecordResolution(position=3, words="Drøftet"))
        assert (await stored(desk)).status is MinutesStatus.SENT
        await usecase.send_minutes(desk, SECRETARIAT, do.SendMinutes())
        assert (await stored(desk)).status is MinutesStatus.APPROVED
        card = await usecase.show_minutes(desk, DOCTOR, do.ShowMinutes(meeting="16. marts"))
        assert "Referatet er godkendt på et senere møde." in texts(card)
        assert "Send bemærkninger" not in button_titles(card)


async def test_minutes_of_a_meeting_without_a_sent_agenda_rest_on_the_draft_as_it_was(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-10-06T09:00") as desk:
        await usecase.record_resolution(desk, SECRETARIAT, do.RecordResolution(position=1, words="Godkendt"))
        await usecase.send_minutes(desk, SECRETARIAT, do.SendMinutes())
        draft = await agendas.get(desk.conn, FORUM, OCTOBER)
        assert draft is not None
        assert [version.frozen_by for version in draft.versions] == [SECRETARIAT]
        await agendas.put(desk.conn, replace(draft, items=()))
        card = await usecase.show_minutes(desk, DOCTOR, do.ShowMinutes())
        assert "Godkendelse af dagsorden" in texts(card)


async def test_before_the_forums_first_meeting_everything_about_minutes_says_so(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        check(await usecase.show_minutes(desk, DOCTOR, do.ShowMinutes()))
        for work in (
            usecase.remark(desk, DOCTOR, do.RemarkOnMinutes(words="Hej")),
            usecase.approve_minutes(desk, CHAIR, do.ApproveMinutes()),
            usecase.open_resolution(desk, DOCTOR, do.OpenResolution(position=1)),
        ):
            with pytest.raises(Refusal, match="minutes_too_early"):
                await work
        assert await usecase.again(desk, DOCTOR, do.RemarkOnMinutes(words="Hej")) is not None
        assert await usecase.again(desk, DOCTOR, do.ShowAgenda()) is None


@pytest.mark.parametrize(("named", "key"), [("i går måske", "bad_date"), ("17/3", "no_meeting_on")])
async def test_an_unknown_meeting_is_refused(open_desk_at: OpenDesk, named: str, key: str) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        with pytest.raises(Refusal, match=key):
            await usecase.show_minutes(desk, DOCTOR, do.ShowMinutes(meeting=named))


async def test_a_notice_about_minutes_that_nobody_sent_is_of_no_use(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await desk.tell(NoticeKind.MINUTES, meeting=MARCH)
        await desk.tell(NoticeKind.MINUTES_ADDITION, meeting=MARCH, addition=0)
        (living,) = await outbox(desk, NoticeKind.MINUTES)
        (addition,) = await outbox(desk, NoticeKind.MINUTES_ADDITION)
        assert isinstance(await minutes_notices.minutes(desk, living), Stale)
        assert isinstance(await minutes_notices.addition(desk, addition), Stale)
        assert isinstance(await minutes_notices.minutes(desk, replace(living, meeting="aflyst")), Stale)
