"""Whatever happens in whatever order: a reminder goes to those who owe an answer, and nothing is told twice."""

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import PinnedClock
from bot.delivery import Delivery
from bot.domain.actions import AnyCommand
from bot.domain.approval.actions import Circulate, Respond, TakeBack
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.rules import missing
from bot.domain.approval.seats import answerer
from bot.domain.approval.state import Verdict
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.kernel.people import Identity
from bot.domain.kernel.refusal import Refusal
from bot.domain.reminders.actions import ChooseNotices, RemindTomorrow
from bot.domain.reminders.state import NoticeChoice
from bot.messenger import Begins
from bot.usecases import topics
from bot.usecases.desk import open_writing_desk
from cards.kit.elements import Card
from storage import approval as approvals
from storage import chats
from storage import forum as forums
from storage.database import Database
from storage.outbox import notices
from tests.harness.klynge_nord import local
from tests.usecases.agenda.setting import CLERK, EARLY, HOME_VISITS, KOMMUNAL, MEETING, REGIONAL, put_on

NORD = "politisk-klynge-nord"
CHAIRS = (KOMMUNAL, REGIONAL)
MOMENTS = tuple(
    f"2027-03-{day:02}T{at}" for day in range(3, 16) for at in ("07:30", "08:00", "12:00")
)  # the deadline is Friday the 5th, the meeting Tuesday the 16th
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ACTS: dict[str, AnyCommand] = {
    "approve": Respond(verdict=Verdict.APPROVED),
    "take back": TakeBack(),
    "tomorrow": RemindTomorrow(),
    **{each.value: ChooseNotices(chosen=each.value) for each in NoticeChoice},
}
an_act = st.tuples(st.sampled_from(MOMENTS), st.sampled_from(CHAIRS), st.sampled_from(sorted(ACTS)))
CHANNEL = Conversation(place=Place.CHANNEL, service_url="https://teams", tenant="vaert", id="19:kanal", bot="28:bot")


@dataclass
class Wire:
    """What left for where, in order; each message stands."""

    posted: list[tuple[str, Card]] = field(default_factory=list)

    async def post(
        self,
        where: Conversation,
        card: Card,
        thread: str | None = None,
        *,
        begins: Begins | None = None,
        answers: str | None = None,
    ) -> str:
        """Keep it."""
        if begins is not None:
            await begins()
        self.posted.append((where.id, card))
        return f"m{len(self.posted)}"

    async def update(self, where: Conversation, activity: str, card: Card, thread: str | None = None) -> None:
        """What is changed tells nobody anything."""

    async def open_chat(self, person: Identity, via: Conversation) -> Conversation:
        """Everybody has one already who can have one."""
        raise AssertionError(person)


@given(st.lists(an_act, max_size=8))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@pytest.mark.asyncio
async def test_a_reminder_goes_to_exactly_those_who_still_owe_an_answer_and_nobody_is_told_twice(
    migrated: Path, acts: Sequence[tuple[str, str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        database, clock = Database(f"sqlite:///{shutil.copy(migrated, folder)}"), PinnedClock(local(EARLY))
        delivery = Delivery(database, clock, Wire())
        await _circulated(database, clock)
        seen: set[str] = set()
        for moment in MOMENTS:
            clock.move_to(local(moment))
            await delivery.deliver_due()
            owing = await _owing(database)
            new = [each for each in await _reminders(database) if each.key not in seen and each.state is _SENT]
            assert {each.recipient for each in new} <= owing, (moment, new)
            seen |= {each.key for each in new}
            for at, person, act in acts:
                if at == moment:
                    await _do(database, clock, person, ACTS[act])
            await delivery.deliver_due()
            seen |= {each.key for each in await _reminders(database) if each.state is _SENT}
            if moment == "2027-03-05T08:00":  # the last day to answer: it was due the day before
                silent = owing - {person for _, person, act in acts if act in ("approve", "take back")}
                assert silent <= {each.recipient for each in await _reminders(database) if each.state is _SENT}
        told = [each for each in await _reminders(database) if each.state is _SENT]
        days = Counter((each.recipient, each.sent_at and each.sent_at.astimezone(COPENHAGEN).date()) for each in told)
        assert all(number == 1 for number in days.values()), days
        await database.close()


_SENT = NoticeState.SENT


async def _circulated(database: Database, clock: PinnedClock) -> None:
    """Both chairs were asked; one has a chat, the other is called in the channel."""
    async with database.writing(NORD) as conn:
        await forums.tie(conn, NORD, CHANNEL)
        desk = await open_writing_desk(conn, NORD, clock.now(), Place.PERSONAL)
        account = next(each.identities[0] for each in desk.forum.people if each.id == KOMMUNAL)
        chat = Conversation(place=Place.PERSONAL, service_url="https://teams", tenant="x", id="a:chat", bot="28:bot")
        await chats.put(conn, account, chat)
        await put_on(desk, HOME_VISITS)
        await topics.command(desk, CLERK, Circulate())


async def _do(database: Database, clock: PinnedClock, person: str, act: AnyCommand) -> None:
    try:
        async with database.writing(NORD) as conn:
            await topics.command(await open_writing_desk(conn, NORD, clock.now(), Place.PERSONAL), person, act)
    except Refusal:
        return


async def _owing(database: Database) -> set[str]:
    async with database.reading() as conn:
        current = await approvals.newest(conn, NORD, MEETING)
        assert current is not None
        return {answerer(current, each) for each in missing(current)}


async def _reminders(database: Database) -> list[Notice]:
    async with database.reading() as conn:
        every = await notices.newest(conn, most=1_000)
    return [each for each in every if each.kind is ApprovalNotice.MISSING]
