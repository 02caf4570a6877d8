"""Minutes once they are sent: approval by the chairs, remarks, additions, and the next meeting."""

from dataclasses import replace

import pytest

from bot.domain.agenda.state import AgendaItem, Standing
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import MinutesStatus, Outcome
from bot.domain.proposals.state import Content, ItemKind
from bot.usecases.minutes import commands as usecase
from bot.usecases.minutes import forms as minutes_forms
from bot.usecases.minutes import notices as minutes_notices
from bot.usecases.minutes import queries as minutes_queries
from bot.usecases.minutes import resolving
from cards.kit.elements import Card
from storage.database import Database
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.usecases.minutes.setting import (
    CHAIR,
    DAY_AFTER,
    DOCTOR,
    ITEMS,
    OCTOBER,
    OTHER_CHAIR,
    SECRETARIAT,
    choose,
    outbox,
    send_agenda,
    send_all,
    stored,
    write_all,
)


@pytest.fixture(autouse=True)
async def agenda(database: Database) -> None:
    await send_agenda(database)


async def test_both_chairs_approve_before_sending_where_the_forum_chose_that(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", "before_sending")
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        await write_all(replace(desk, place=Place.PERSONAL))
        await usecase.send_minutes(desk, SECRETARIAT, SendMinutes())
        (notice,) = await outbox(desk, MinutesNotice.REQUEST)
        asking = await minutes_notices.request(desk, notice)
        assert isinstance(asking, Card)
        check(asking)
        ways = ["Godkend referat", "Send bemærkninger", "Foreslå en rettelse", "Afvigende mening"]
        assert button_titles(asking)[-6:] == [*ways, "Hent som PDF", "Hent som Word"]
        assert len(asking.content["msteams"]["entities"]) == 2
        with pytest.raises(Refusal, match="not_approver"):
            await usecase.approve_minutes(desk, DOCTOR, ApproveMinutes())
        await usecase.approve_minutes(desk, CHAIR, ApproveMinutes(revision=3))
        await resolving.record_resolution(desk, SECRETARIAT, RecordResolution(position=2, words="Rettet"))
        with pytest.raises(Refusal, match="stale"):
            await usecase.approve_minutes(desk, OTHER_CHAIR, ApproveMinutes(revision=3))
        check(await usecase.approve_minutes(desk, OTHER_CHAIR, ApproveMinutes(revision=4)))
        assert (await stored(desk)).status is MinutesStatus.FOR_APPROVAL
        await usecase.remark(desk, OTHER_CHAIR, RemarkOnMinutes(words="Fint."))
        check(await usecase.approve_minutes(desk, CHAIR, ApproveMinutes(revision=4)))
        assert (await stored(desk)).status is MinutesStatus.SENT
        assert await usecase.approve_minutes(desk, CHAIR, ApproveMinutes(revision=4))


async def test_where_the_chairmanship_writes_it_also_gets_its_approval_button(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await choose(database, "minutes_approval", "before_sending")
    async with open_desk_at(DAY_AFTER) as desk:
        seats = tuple(seat for seat in desk.forum.seats if not seat.person.startswith("sekretariat"))
        bare = replace(desk, forum=replace(desk.forum, seats=seats))
        for position in (2, 3):
            await resolving.record_resolution(bare, CHAIR, RecordResolution(position=position, words="Ja"))
        asked = await usecase.send_minutes(bare, CHAIR, SendMinutes())
        assert "Se referatet" in button_titles(asked)
        asked = await minutes_queries.show_minutes(bare, CHAIR, ShowMinutes())
        assert "Godkend referat" in button_titles(asked)
        answered = await usecase.approve_minutes(bare, CHAIR, ApproveMinutes())
        assert "Fortryd godkendelse" in button_titles(answered)
        writing = await minutes_queries.show_minutes(bare, CHAIR, ShowMinutes())
        assert {"Punkt 2", "Fortryd godkendelse"} <= set(button_titles(writing))


async def test_remarks_reach_the_secretariat_alone_until_their_deadline(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        remark = RemarkOnMinutes(words="Punkt 2 mangler en dato.")
        card = await usecase.remark(desk, DOCTOR, remark)
        await usecase.remark(desk, DOCTOR, remark)
        assert "Din bemærkning er sendt til sekretariatet." in texts(card)
        assert "1 bemærkning er sendt" in texts(await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes()))
        assert "mangler en dato" not in texts(card)
        mine = await minutes_queries.show_minutes(desk, SECRETARIAT, ShowMinutes())
        check(mine)
        assert "mangler en dato" in texts(mine)
        overheard = replace(desk, place=Place.CHANNEL, is_overheard=True)
        in_channel = await minutes_queries.show_minutes(overheard, SECRETARIAT, ShowMinutes())
        assert "mangler en dato" not in texts(in_channel)
    async with open_desk_at("2027-03-23T00:00") as desk:
        with pytest.raises(Refusal, match="wording_late_next"):
            await usecase.remark(desk, DOCTOR, remark)
        below = await minutes_forms.as_refused(desk, DOCTOR, remark)
        assert below is not None
        assert "Send bemærkninger" not in button_titles(below)


@pytest.mark.parametrize("words", ["", "  \n"])
async def test_an_empty_remark_is_asked_for_words(open_desk_at: OpenDesk, words: str) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        await send_all(desk)
        with pytest.raises(Refusal, match="missing_remarks"):
            await usecase.remark(desk, DOCTOR, RemarkOnMinutes(words=words))


async def test_a_text_that_is_too_long_is_refused_by_how_much_and_kept_whole(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        action = RecordResolution(position=2, words="ø" * 3_000)
        with pytest.raises(Refusal) as refusal:
            await resolving.record_resolution(desk, SECRETARIAT, action)
        assert (refusal.value.key, refusal.value.facts["over"]) == ("too_long", 1_000)
        form = await minutes_forms.as_refused(desk, SECRETARIAT, action)
        check(form)
        assert "ø" * 3_000 in texts(form)
        assert "maxLength" not in texts(form)


async def test_a_text_that_no_card_can_hold_comes_back_as_far_as_it_can_and_says_so(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER) as desk:
        form = await minutes_forms.as_refused(desk, SECRETARIAT, RecordResolution(position=2, words="ø" * 200_000))
        check(form)
        assert "De første 5999 tegn står her" in texts(form)


async def test_what_was_sent_is_corrected_by_an_addition_with_a_message_of_its_own(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DAY_AFTER, Place.CHANNEL) as desk:
        with pytest.raises(Refusal, match="minutes_not_sent"):
            await usecase.add(desk, SECRETARIAT, AddToMinutes(words="For tidligt"))
        await send_all(replace(desk, place=Place.PERSONAL))
        with pytest.raises(Refusal, match="minutes_sent"):
            await resolving.record_resolution(desk, SECRETARIAT, RecordResolution(position=2, words="Omskrevet"))
        added = AddToMinutes(words="Punkt 2: startdatoen er 1. maj.")
        await usecase.add(desk, SECRETARIAT, added)
        await usecase.add(desk, SECRETARIAT, added)
        (notice,) = await outbox(desk, MinutesNotice.ADDITION)
        told = await minutes_notices.addition(desk, notice)
        assert isinstance(told, Card)
        check(told)
        assert "startdatoen er 1. maj" in texts(told)
        (living,) = await outbox(desk, MinutesNotice.MINUTES)
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
        approved = RecordResolution(position=2, outcome=Outcome.APPROVED_CHANGED, words="")
        await resolving.record_resolution(desk, SECRETARIAT, approved)
        await resolving.record_resolution(desk, SECRETARIAT, RecordResolution(position=3, words="Drøftet"))
        assert (await stored(desk)).status is MinutesStatus.SENT
        await usecase.send_minutes(desk, SECRETARIAT, SendMinutes())
        assert (await stored(desk)).status is MinutesStatus.APPROVED
        card = await minutes_queries.show_minutes(desk, DOCTOR, ShowMinutes(meeting="16. marts"))
        assert "Referatet er godkendt på et senere møde." in texts(card)
        assert "Send bemærkninger" not in button_titles(card)
