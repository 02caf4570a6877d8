"""»Ryk« beside what each person chose: it is never gathered away, left out or taken for what was said before."""

from dataclasses import replace

import pytest

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice
from bot.domain.notices import AnyNotice
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.reach.notices import ReachNotice
from bot.domain.reach.nudging import MARK
from bot.domain.reminders.state import NoticeChoice
from bot.usecases.desk import WritingDesk
from bot.usecases.hearers import barred
from bot.usecases.reminders.digest import gather
from bot.usecases.reminders.planning import next_of
from bot.usecases.reminders.same import told_today
from bot.usecases.reminders.timing import when
from bot.usecases.routes import Route
from cards.kit.elements import Card
from storage import chats
from storage import reminders as store
from storage.outbox import claims, notices
from tests.conftest import OpenDesk
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import CHAIR, FORUM, MARCH, SECRETARIAT

OTHER_SECRETARY = "sekretariat-region"
OWN = Conversation(place=Place.PERSONAL, service_url="https://teams", tenant="vaert", id="a:egen", bot="28:bot")


async def reminded(desk: WritingDesk, kind: AnyNotice, at: str, **subject: object) -> Notice:
    """A reminder of March's meeting to a chair, as it waits."""
    await desk.remind(kind, *subject, at=local(at), meeting=MARCH, recipient=CHAIR, **subject)
    found = [each for each in await notices.newest(desk.conn, most=50) if each.due_at == local(at)]
    return next(each for each in found if each.kind is kind and bool(each.subject.get(MARK)) is (MARK in subject))


async def drawn(desk: object, notice: object) -> Card:
    return Card({}, "")


@pytest.mark.parametrize("choice", NoticeChoice)
async def test_it_leaves_at_once_whatever_its_hearer_chose(open_desk_at: OpenDesk, choice: NoticeChoice) -> None:
    async with open_desk_at("2027-03-04T12:00") as desk:
        await store.put_choice(desk.conn, FORUM, CHAIR, choice, at=desk.now)
        for kind in (ReachNotice.MINUTES, ApprovalNotice.MISSING):
            asked = await reminded(desk, kind, "2027-03-04T12:00", **{MARK: True})
            leaves = await when(desk, asked, Route(where=OWN))
            assert leaves.at == desk.now
            assert not leaves.is_gathered


async def test_what_was_said_in_the_morning_does_not_stand_for_it_but_it_stands_for_what_would_come_after(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at("2027-03-04T12:00") as desk:
        morning = await reminded(desk, ApprovalNotice.MISSING, "2027-03-04T08:00")
        await claims.posted(desk.conn, morning, claims.Message(OWN.id, "m1", None), local("2027-03-04T08:00"))
        asked = await reminded(desk, ApprovalNotice.MISSING, "2027-03-04T11:00", **{MARK: True})
        assert not await told_today(desk, asked)
        assert await told_today(desk, replace(asked, key="en anden", subject={}))


async def test_of_both_in_one_morning_the_gathered_message_carries_it(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-04T07:30") as desk:
        await store.put_choice(desk.conn, FORUM, CHAIR, NoticeChoice.GATHERED, at=desk.now)
        usual = await reminded(desk, ApprovalNotice.MISSING, "2027-03-04T07:00")
        asked = await reminded(desk, ApprovalNotice.MISSING, "2027-03-04T07:10", **{MARK: True})
        found = await gather(desk, next_of(desk, CHAIR), drawn)
        assert [each.key for each in found.carried] == [asked.key]
        assert [each.key for each, _ in found.useless] == [usual.key]


async def test_one_who_hears_of_deadlines_alone_does_not_stand_for_another_of_the_office(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at("2027-03-04T12:00") as desk:
        for account in desk.forum.person(SECRETARIAT).identities:
            await chats.put(desk.conn, account, OWN)
        new = Notice(
            key="x",
            forum=FORUM,
            kind=ProposalNotice.RECEIVED,
            recipient=OTHER_SECRETARY,
            due_at=desk.now,
            is_timed=False,
        )
        assert await barred(desk, new) == "En anden i sekretariatet har fået det i sin chat, og kanalen viser det."
        await store.put_choice(desk.conn, FORUM, SECRETARIAT, NoticeChoice.GATHERED, at=desk.now)
        assert await barred(desk, new) is not None
        await store.put_choice(desk.conn, FORUM, SECRETARIAT, NoticeChoice.DEADLINES, at=desk.now)
        assert await barred(desk, new) is None
