"""Reminders are planned once, move with their meeting, and say nothing when they have become useless."""

from dataclasses import replace

import pytest

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.kernel.provision import SILENT
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import blank
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.notices import AnyNotice
from bot.usecases import topics
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes import notices as minutes_notices
from bot.usecases.topics import render
from cards.kit.elements import Card
from storage import minutes as store
from storage.database import Database
from storage.outbox import claims, notices
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.harness.charters import saying
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import MARCH, SECRETARIAT, send_agenda

OURS = (MeetingNotice.PROPOSAL_DEADLINE, MeetingNotice.MEETING, MinutesNotice.DUE, MinutesNotice.OVERDUE)


async def plan(desk: WritingDesk) -> list[Notice]:
    await topics.plan(desk, desk.meeting(MARCH))
    return sorted(
        [each for each in await notices.newest(desk.conn, most=100) if each.kind in OURS and each.meeting == MARCH],
        key=lambda each: each.due_at,
    )


async def for_one(desk: WritingDesk) -> list[Notice]:
    """What the channel hears, and one of the secretariat."""
    return [each for each in await plan(desk) if each.recipient in (None, SECRETARIAT)]


async def one(desk: WritingDesk, kind: AnyNotice, about: str = "") -> Notice:
    return next(each for each in await plan(desk) if (each.kind, each.subject["about"]) == (kind, about))


def minutes_of_march(desk: WritingDesk) -> Minutes:
    return replace(blank(desk.forum.id, MARCH), status=MinutesStatus.SENT, sent_at=desk.now)


def without(desk: WritingDesk, *choices: str) -> WritingDesk:
    kept = {key: choice for key, choice in desk.forum.choices.items() if key not in choices}
    charter = saying(desk.forum.charter, minutes__dispatch_days_after=SILENT)
    return replace(desk, forum=replace(desk.forum, choices=kept, charter=charter))


async def test_planning_is_the_same_however_often_it_is_done(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        first = await for_one(desk)
        assert first == await for_one(desk)
        assert [(each.kind, each.due_at.astimezone(desk.forum.timezone)) for each in first] == [
            (MeetingNotice.PROPOSAL_DEADLINE, local("2027-02-09T08:00")),
            (MeetingNotice.MEETING, local("2027-03-15T08:00")),
            (MinutesNotice.DUE, local("2027-03-17T08:00")),
            (MinutesNotice.DUE, local("2027-03-22T08:00")),
            (MinutesNotice.OVERDUE, local("2027-03-24T08:00")),
        ]
        assert all(each.is_timed for each in first)
        assert [each.recipient for each in first] == [None, None, *[SECRETARIAT] * 3]
        others = [each.kind for each in await plan(desk) if each.recipient == "sekretariat-region"]
        assert others == [MinutesNotice.DUE, MinutesNotice.DUE, MinutesNotice.OVERDUE]


async def test_what_nobody_settled_is_not_planned(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        planned = await plan(without(desk, "proposal_deadline_days_before"))
        assert [each.kind for each in planned] == [MeetingNotice.MEETING]


@pytest.mark.parametrize(
    ("moment", "kinds"),
    [
        ("2027-02-16T23:59", ["proposal_deadline", "meeting", "minutes_due", "minutes_due", "minutes_overdue"]),
        ("2027-02-17T00:00", ["meeting", "minutes_due", "minutes_due", "minutes_overdue"]),
        ("2027-03-16T16:30", ["minutes_due", "minutes_due", "minutes_overdue"]),
        ("2027-03-22T08:00", ["minutes_due", "minutes_overdue"]),
        ("2027-03-24T12:00", ["minutes_overdue"]),
        ("2027-03-25T08:00", []),
    ],
)
async def test_a_meeting_planned_late_gets_only_what_is_still_useful(
    open_desk_at: OpenDesk, moment: str, kinds: list[str]
) -> None:
    async with open_desk_at(moment) as desk:
        assert [each.kind.value for each in await for_one(desk)] == kinds


async def test_missing_minutes_of_a_meeting_with_an_agenda_here_are_overdue_for_as_long_as_it_takes(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-06-01T08:00") as desk:
        assert [each.kind for each in await for_one(desk)] == [MinutesNotice.OVERDUE]


async def test_what_has_left_is_not_planned_anew(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-02-09T08:00") as desk:
        due = await one(desk, MeetingNotice.PROPOSAL_DEADLINE)
        await claims.settle(desk.conn, due, NoticeState.SENT, "")
        assert (await one(desk, MeetingNotice.PROPOSAL_DEADLINE)).state is NoticeState.SENT


async def test_the_proposal_deadline_is_told_until_its_day_has_ended(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-02-16T16:59", Place.CHANNEL) as desk:
        notice = await one(desk, MeetingNotice.PROPOSAL_DEADLINE)
        card = await render(desk, notice)
        assert isinstance(card, Card)
        check(card)
        assert "tirsdag den 16. februar 2027" in texts(card)
        assert "Foreslå et punkt" in button_titles(card)
        assert isinstance(await render(without(desk, "proposal_deadline_days_before"), notice), Stale)
    async with open_desk_at("2027-02-17T08:00", Place.CHANNEL) as desk:
        assert isinstance(await render(desk, notice), Stale)


async def test_the_meeting_is_told_with_its_host_and_its_items_until_it_begins(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-03-15T08:00", Place.CHANNEL) as desk:
        notice = await one(desk, MeetingNotice.MEETING)
        card = await render(desk, notice)
        assert isinstance(card, Card)
        check(card)
        said = texts(card)
        assert "Påmindelse om møde" in said
        assert "Politisk Klynge Nord holder møde tirsdag den 16. marts 2027 kl. 16.30–19.00 – Hjørring Rådhus." in said
        assert "Vært: Hjørring Kommune. Dagsordenen indeholder 4 punkter." in said
        assert "Værten leder mødet." in said
        assert "Lukket punkt" in said
        assert "Nordklinikken" not in said
        assert isinstance(await render(desk, replace(notice, meeting="aflyst")), Stale)
    async with open_desk_at("2027-03-16T16:30", Place.CHANNEL) as desk:
        assert isinstance(await render(desk, notice), Stale)


async def test_minutes_are_called_for_once_at_a_time_and_not_once_they_are_sent(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-03-17T08:00", Place.CHANNEL) as desk:
        after = await one(desk, MinutesNotice.DUE, "after")
        before = await one(desk, MinutesNotice.DUE, "before")
        card = await render(desk, after)
        assert isinstance(card, Card)
        check(card)
        assert button_titles(card) == ["Skriv referat"]
        assert "tirsdag den 23. marts 2027" in texts(card)
    async with open_desk_at("2027-03-22T08:00", Place.CHANNEL) as desk:
        assert isinstance(await render(desk, after), Stale)
        assert isinstance(await render(desk, before), Card)
        assert isinstance(await render(without(desk), before), Stale)
        await store.put(desk.conn, minutes_of_march(desk))
        assert isinstance(await render(desk, before), Stale)


async def test_overdue_minutes_are_told_only_after_the_deadline_and_while_they_are_missing(
    database: Database, open_desk_at: OpenDesk
) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-03-23T16:59", Place.CHANNEL) as desk:
        notice = await one(desk, MinutesNotice.OVERDUE)
        assert isinstance(await render(desk, notice), Stale)
    async with open_desk_at("2027-04-24T08:00", Place.CHANNEL) as desk:
        card = await minutes_notices.overdue(desk, notice)
        assert isinstance(card, Card)
        check(card)
        assert "23. marts 2027" in texts(card)
        await store.put(desk.conn, minutes_of_march(desk))
        assert isinstance(await minutes_notices.overdue(desk, notice), Stale)
