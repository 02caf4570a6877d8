"""The outbox between its two ends: crashes, replicas, slow places, and what cannot be rendered."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery import LEASE, MOST_ATTEMPTS, MOST_UNKNOWN, PATIENCE, Delivery
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice
from bot.messenger import Unsent
from storage.outbox import notices
from tests.journeys.office import LOCAL, NOON, NORTH, REGIONAL, SOUTH, Killed, Office, account, channel, open_office
from tests.klynge_nord import klynge_nord

BUSY = Unsent("Teams har travlt.", status=429)
SILENT = Unsent("Teams svarede ikke.", outcome_unknown=True)
LATER = Unsent("Venter på sin tur.", retry_after=timedelta(seconds=90), is_put_off=True)
GONE = Unsent("Samtalen findes ikke længere.", permanent=True, status=404)
PEOPLE = [person.id for person in klynge_nord().people]
REFUSED = Unsent("Personen er i en anden tenant.", permanent=True, status=403)


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office on each kind of database."""
    async with open_office(database_url) as here:
        yield here


@asynccontextmanager
async def _running(delivery: Delivery) -> AsyncIterator[None]:
    task = asyncio.create_task(delivery.run())
    yield
    delivery.stop()
    async with asyncio.timeout(20):
        await task


async def _wait_for(office: Office, place: str) -> None:
    async with asyncio.timeout(20):
        await office.teams.reached[place].wait()


async def test_what_is_due_in_order_leaves_in_order(office: Office) -> None:
    await office.owe("d", "b", "a", "c")
    assert await office.delivery.deliver_due() == 4
    assert office.teams.words(NORTH) == ["d", "b", "a", "c"]


async def test_two_that_send_from_one_outbox_never_double(office: Office) -> None:
    other = Delivery(office.database, office.clock, office.teams)
    await office.owe(*"fedcba")
    await office.owe(*"fedcba", forum=SOUTH)
    await office.owe_to(*PEOPLE)
    await asyncio.gather(office.delivery.deliver_due(), other.deliver_due())
    assert {each.state for each in await office.notices()} == {NoticeState.SENT}
    assert len(office.teams.said) == len(await office.notices())
    assert Counter(office.teams.words(SOUTH)).most_common(1)[0][1] == 1


async def test_a_slow_channel_holds_up_its_own_forum_alone(office: Office) -> None:
    gate = office.teams.gates[channel(NORTH).id] = asyncio.Event()
    async with _running(office.delivery):
        office.database.woken = office.delivery.wake
        await office.owe("første", "anden")
        await _wait_for(office, channel(NORTH).id)
        await office.owe("hurtig", forum=SOUTH)
        await office.owe_to(LOCAL)
        await _wait_for(office, channel(SOUTH).id)
        await _wait_for(office, f"a:{account(LOCAL).object_id}")
        assert office.teams.words(NORTH) == []
        gate.set()
        office.teams.reached.clear()
        await _wait_for(office, channel(NORTH).id)
    assert office.teams.words(NORTH) == ["første", "anden"]


async def test_stopping_lets_what_was_begun_come_to_its_end(office: Office) -> None:
    gate = office.teams.gates[channel(NORTH).id] = asyncio.Event()
    async with _running(office.delivery):
        await office.owe("begyndt")
        await _wait_for(office, channel(NORTH).id)
        office.delivery.stop()
        gate.set()
    (ended,) = await office.notices()
    assert ended.state is NoticeState.SENT


async def test_changes_while_a_card_is_on_its_way_leave_the_last_one_standing(office: Office) -> None:
    gate = office.teams.gates[channel(NORTH).id] = asyncio.Event()
    await office.owe("første", about="kort")
    sending = asyncio.create_task(office.delivery.deliver_due())
    await _wait_for(office, channel(NORTH).id)
    await office.owe("anden", "tredje", about="kort")
    assert await Delivery(office.database, office.clock, office.teams).deliver_due() == 0
    gate.set()
    assert await sending == 2
    assert office.teams.said == [(channel(NORTH).id, "første"), (f"{channel(NORTH).id}#1", "tredje")]


async def test_a_crash_after_the_post_costs_one_more_post_which_is_counted(office: Office) -> None:
    office.teams.kills.add(channel(NORTH).id)
    await office.owe("kort")
    with pytest.raises(Killed):
        await office.delivery.deliver_due()
    office.teams.kills.clear()
    restarted = Delivery(office.database, office.clock, office.teams)
    assert await restarted.deliver_due() == 0
    await office.an_hour_passes()
    assert await restarted.deliver_due() == 1
    await office.an_hour_passes()
    assert await restarted.deliver_due() == 0
    (ended,) = await office.notices()
    assert (ended.state, ended.unknown_posts) == (NoticeState.SENT, 1)
    assert office.teams.words(NORTH) == ["kort", "kort"]


def test_a_try_ends_before_its_lease() -> None:
    assert PATIENCE + timedelta(seconds=10) < LEASE


async def test_a_dead_channel_stops_its_own_forum_alone(office: Office) -> None:
    office.teams.faults[channel(NORTH).id].extend([GONE, GONE])
    await office.owe("a", "b")
    await office.owe("c", forum=SOUTH)
    await office.delivery.deliver_due()
    states = {each.forum: (each.state, each.reason) for each in await office.notices()}
    assert states == {NORTH: (NoticeState.FAILED, GONE.reason), SOUTH: (NoticeState.SENT, "")}


async def test_somebody_in_another_tenant_is_called_in_the_channel(office: Office) -> None:
    await office.owe_to(REGIONAL)
    await office.delivery.deliver_due()
    assert [place for place, _ in office.teams.said] == [channel(NORTH).id]
    assert not office.teams.reached[account(REGIONAL).object_id].is_set()


async def test_a_chat_that_is_refused_gives_place_to_the_channel(office: Office) -> None:
    office.teams.faults[account(LOCAL).object_id].append(REFUSED)
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    assert [place for place, _ in office.teams.said] == [channel(NORTH).id]


async def test_a_known_chat_that_is_refused_gives_place_to_the_channel(office: Office) -> None:
    chat = f"a:{account(LOCAL).object_id}"
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    office.teams.faults[chat].append(REFUSED)
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    assert [place for place, _ in office.teams.said] == [chat, channel(NORTH).id]


@pytest.mark.parametrize("stumbles", [account(LOCAL).object_id, f"a:{account(LOCAL).object_id}"])
async def test_a_chat_that_fails_for_a_while_is_retried_and_not_doubled_into_the_channel(
    office: Office, stumbles: str
) -> None:
    office.teams.faults[stumbles].append(BUSY)
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    assert office.teams.said == []
    await office.an_hour_passes()
    await office.delivery.deliver_due()
    assert [place for place, _ in office.teams.said] == [f"a:{account(LOCAL).object_id}"]


async def test_a_card_whose_turn_comes_later_waits_without_a_failed_attempt_and_holds_up_nobody(office: Office) -> None:
    office.teams.faults[channel(NORTH).id].append(LATER)
    await office.owe("sen")
    await office.owe("anden", forum=SOUTH)
    await office.delivery.deliver_due()
    assert office.teams.words(SOUTH) == ["anden"]
    late = next(each for each in await office.notices() if each.forum == NORTH)
    assert (late.state, late.reason, late.attempts, late.unknown_posts) == (NoticeState.WAITING, LATER.reason, 0, 0)
    assert timedelta(seconds=60) < await office.pause_of(late.key) <= timedelta(seconds=90)
    await office.an_hour_passes()
    await office.delivery.deliver_due()
    assert office.teams.words(NORTH) == ["sen"]


async def test_a_card_that_cannot_be_rendered_neither_spins_nor_stops_the_rest(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "bot.delivery")
    async with office.database.writing() as conn:
        await notices.show(conn, _notice("knust", ForumNotice.REPLY))
    await office.owe("hel")
    assert await office.delivery.deliver_due() == 2
    assert await office.delivery.deliver_due() == 0
    assert office.teams.words(NORTH) == ["hel"]
    broken = next(each for each in await office.notices() if each.key == "knust")
    assert (broken.state, broken.reason) == (NoticeState.WAITING, "Intern fejl; se loggen. Botten prøver igen.")
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("fault", "past"), [(BUSY, {"attempts": MOST_ATTEMPTS}), (SILENT, {"unknown_posts": MOST_UNKNOWN})]
)
async def test_what_failed_too_often_is_given_up_with_words_that_say_how_to_go_on(
    office: Office, fault: Unsent, past: dict[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "bot.delivery")
    office.teams.faults[channel(NORTH).id].append(fault)
    async with office.database.writing() as conn:
        await notices.show(conn, replace(_notice("sej", ForumNotice.WELCOME), **past))  # type: ignore[arg-type]
    await office.delivery.deliver_due()
    (ended,) = await office.notices()
    assert ended.state is NoticeState.FAILED
    assert ended.reason == f"{fault.reason} Botten har opgivet. Skriv »@Klyngebot tilknyt« i kanalen for at sende igen."
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("fault", "past", "least", "most"),
    [
        (BUSY, {"attempts": 0}, 0, 1),
        (BUSY, {"attempts": 6}, 32, 64),
        (BUSY, {"attempts": MOST_ATTEMPTS - 1}, 1800, 3600),
        (Unsent("Vent.", retry_after=timedelta(seconds=90)), {"attempts": 0}, 90, 90),
        (Unsent("Vent.", retry_after=timedelta(seconds=1)), {"attempts": 6}, 32, 64),
        (SILENT, {"unknown_posts": 2}, 128, 256),
    ],
)
async def test_the_pauses_grow_and_are_never_shorter_than_the_service_asked_for(
    office: Office, fault: Unsent, past: dict[str, int], least: int, most: int
) -> None:
    office.teams.faults[channel(NORTH).id].append(fault)
    async with office.database.writing() as conn:
        await notices.show(conn, replace(_notice("sej", ForumNotice.WELCOME), **past))  # type: ignore[arg-type]
    await office.delivery.deliver_due()
    pause = (await office.pause_of("sej")).total_seconds()
    assert least - 5 <= pause <= most


def _notice(key: str, kind: AnyNotice) -> Notice:
    return Notice(key=key, forum=NORTH, kind=kind, due_at=NOON, is_timed=False)
