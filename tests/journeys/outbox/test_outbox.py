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
from bot.local.connector import HANG_UP, Failure
from bot.messenger import Unsent
from bot.teams.client import open_client
from cards.kit.elements import card, text
from cards.kit.words import say
from storage.outbox import notices
from tests.harness.forums import NOON, Forums, account, open_forums
from tests.harness.klynge_nord import klynge_nord
from tests.harness.teams import Gate

pytestmark = pytest.mark.both_databases

BUSY, SILENT, GONE, REFUSED = Failure(429), Failure(HANG_UP), Failure(404), Failure(403)
PEOPLE = [person.id for person in klynge_nord().people]
LOCAL, REGIONAL = "formand-kommunal", "formand-regional"  # the regional one's account is not of the channel's tenant
NORTH, SOUTH = 0, 1
FIRST = "klynge-000"


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Forums]:
    """Two forums on each kind of database."""
    async with open_forums(database_url, living=2, limits="off") as here:
        yield here


@asynccontextmanager
async def _running(delivery: Delivery) -> AsyncIterator[None]:
    task = asyncio.create_task(delivery.run())
    yield
    delivery.stop()
    async with asyncio.timeout(20):
        await task


async def _comes_to(gate: Gate) -> None:
    async with asyncio.timeout(20):
        await gate.reached.wait()


def _channel(office: Forums, number: int = NORTH) -> str:
    return office.channels[number].id


def _chat(office: Forums) -> str:
    directory = office.teams.directory
    return directory.personal(directory.person(account(LOCAL).object_id))


async def test_what_is_due_in_order_leaves_in_order(office: Forums) -> None:
    await office.owe("d", "b", "a", "c")
    assert await office.delivery.deliver_due() == 4
    assert office.said(NORTH) == ["d", "b", "a", "c"]


async def test_two_that_send_from_one_outbox_never_double(office: Forums) -> None:
    other = Delivery(office.database, office.clock, office.messenger)
    await office.owe(*"fedcba")
    await office.owe(*"fedcba", to=SOUTH)
    await office.owe_to(*PEOPLE)
    await asyncio.gather(office.delivery.deliver_due(), other.deliver_due())
    assert {each.state for each in await office.notices()} == {NoticeState.SENT}
    assert len(office.places()) == len(await office.notices())
    assert Counter(office.said(SOUTH)).most_common(1)[0][1] == 1


async def test_a_slow_channel_holds_up_its_own_forum_alone(office: Forums) -> None:
    gates = office.teams.gates
    north = gates[_channel(office)]
    north.shut()
    async with _running(office.delivery):
        office.database.woken = office.delivery.wake
        await office.owe("første", "anden")
        await _comes_to(north)
        await office.owe("hurtig", to=SOUTH)
        await office.owe_to(LOCAL)
        await _comes_to(gates[_channel(office, SOUTH)])
        await _comes_to(gates[_chat(office)])
        assert office.said(NORTH) == []
        north.reached.clear()
        north.open()
        await _comes_to(north)
    assert office.said(NORTH) == ["første", "anden"]


async def test_stopping_lets_what_was_begun_come_to_its_end(office: Forums) -> None:
    gate = office.teams.gates[_channel(office)]
    gate.shut()
    async with _running(office.delivery):
        await office.owe("begyndt")
        await _comes_to(gate)
        office.delivery.stop()
        gate.open()
    (ended,) = await office.notices()
    assert ended.state is NoticeState.SENT


async def test_changes_while_a_card_is_on_its_way_leave_the_last_one_standing(office: Forums) -> None:
    gate = office.teams.gates[_channel(office)]
    gate.shut()
    await office.owe("første", about="kort")
    sending = asyncio.create_task(office.delivery.deliver_due())
    await _comes_to(gate)
    await office.owe("anden", "tredje", about="kort")
    assert await Delivery(office.database, office.clock, office.messenger).deliver_due() == 0
    gate.open()
    assert await sending == 2
    assert [(each.method, each.said) for each in office.teams.arrivals] == [("POST", "første"), ("PUT", "tredje")]
    assert office.said(NORTH) == ["tredje"]


async def test_a_crash_after_the_post_costs_one_more_post_which_is_counted(office: Forums) -> None:
    """Killed while Teams, which has taken the card, has not answered yet."""
    office.teams.faults[_channel(office)].append(Failure(HANG_UP, is_applied=True, after=0.5))
    await office.owe("kort")
    killed = asyncio.create_task(office.delivery.deliver_due())
    await office.teams.board.wait_for(lambda each: each.activity["summary"] == "kort")
    killed.cancel()
    with pytest.raises(asyncio.CancelledError):
        await killed
    restarted = Delivery(office.database, office.clock, office.messenger)
    assert await restarted.deliver_due() == 0
    await office.an_hour_passes()
    assert await restarted.deliver_due() == 1
    await office.an_hour_passes()
    assert await restarted.deliver_due() == 0
    (ended,) = await office.notices()
    assert (ended.state, ended.unknown_posts) == (NoticeState.SENT, 1)
    assert office.said(NORTH) == ["kort", "kort"]


def test_a_try_ends_before_its_lease() -> None:
    assert PATIENCE + timedelta(seconds=10) < LEASE


async def test_a_dead_channel_stops_its_own_forum_alone(office: Forums) -> None:
    office.teams.faults[_channel(office)].extend([GONE, GONE])
    await office.owe("a", "b")
    await office.owe("c", to=SOUTH)
    await office.delivery.deliver_due()
    north, south = (each.name for each in office.channels)
    states = {each.forum: (each.state, each.reason) for each in await office.notices()}
    assert states == {north: (NoticeState.FAILED, say("teams.gone")), south: (NoticeState.SENT, "")}


async def test_somebody_in_another_tenant_is_called_in_the_channel(office: Forums) -> None:
    await office.owe_to(REGIONAL)
    await office.delivery.deliver_due()
    assert office.places() == [_channel(office)]
    assert not office.teams.gates[account(REGIONAL).object_id].reached.is_set()


async def test_a_chat_that_is_refused_gives_place_to_the_channel(office: Forums) -> None:
    office.teams.faults[account(LOCAL).object_id].append(REFUSED)
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    assert office.places() == [_channel(office)]


async def test_a_known_chat_that_is_refused_gives_place_to_the_channel(office: Forums) -> None:
    chat = _chat(office)
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    office.teams.faults[chat].append(REFUSED)
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    assert office.places() == [chat, _channel(office)]


@pytest.mark.parametrize("is_open", [False, True], ids=["opening it", "writing in it"])
async def test_a_chat_that_fails_for_a_while_is_retried_and_not_doubled_into_the_channel(
    office: Forums, is_open: bool
) -> None:
    office.teams.faults[_chat(office) if is_open else account(LOCAL).object_id].append(BUSY)
    await office.owe_to(LOCAL)
    await office.delivery.deliver_due()
    assert office.places() == []
    await office.an_hour_passes()
    await office.delivery.deliver_due()
    assert office.places() == [_chat(office)]


async def test_a_card_whose_turn_comes_later_waits_without_a_failed_attempt_and_holds_up_nobody(office: Forums) -> None:
    """Teams has just said to somebody else who wrote there that it wants nothing more for a while."""
    office.teams.faults[_channel(office)].append(Failure(429, {"Retry-After": "90"}))
    with pytest.raises(Unsent):
        await office.messenger.post(office.where(office.channels[NORTH]), card(text("svar"), speak="svar"))
    await office.owe("sen")
    await office.owe("anden", to=SOUTH)
    await office.delivery.deliver_due()
    assert office.said(SOUTH) == ["anden"]
    late = next(each for each in await office.notices() if each.forum == office.channels[NORTH].name)
    assert (late.state, late.reason) == (NoticeState.WAITING, say("teams.full"))
    assert (late.attempts, late.unknown_posts) == (0, 0)
    assert timedelta(seconds=60) < await office.pause_of(late.key) <= timedelta(seconds=90)
    await office.an_hour_passes()
    async with open_client(office.settings) as later:
        await Delivery(office.database, office.clock, later.messenger).deliver_due()
    assert office.said(NORTH) == ["sen"]


async def test_a_card_that_cannot_be_rendered_neither_spins_nor_stops_the_rest(
    office: Forums, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "bot.delivery")
    async with office.database.writing() as conn:
        await notices.show(conn, _notice("knust", ForumNotice.REPLY))
    await office.owe("hel")
    assert await office.delivery.deliver_due() == 2
    assert await office.delivery.deliver_due() == 0
    assert office.said(NORTH) == ["hel"]
    broken = next(each for each in await office.notices() if each.key == "knust")
    assert (broken.state, broken.reason) == (NoticeState.WAITING, "Intern fejl; se loggen. Botten prøver igen.")
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("fault", "says", "past"),
    [
        (BUSY, say("teams.busy"), {"attempts": MOST_ATTEMPTS}),
        (SILENT, say("teams.unknown"), {"unknown_posts": MOST_UNKNOWN}),
    ],
)
async def test_what_failed_too_often_is_given_up_with_words_that_say_how_to_go_on(
    office: Forums, fault: Failure, says: str, past: dict[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "bot.delivery")
    office.teams.faults[_channel(office)].append(fault)
    async with office.database.writing() as conn:
        await notices.show(conn, replace(_notice("sej", ForumNotice.WELCOME), **past))  # type: ignore[arg-type]
    await office.delivery.deliver_due()
    (ended,) = await office.notices()
    assert ended.state is NoticeState.FAILED
    assert ended.reason == f"{says} Botten har opgivet. Skriv »@Klyngebot tilknyt« i kanalen for at sende igen."
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("fault", "past", "least", "most"),
    [
        (BUSY, {"attempts": 0}, 0, 1),
        (BUSY, {"attempts": 6}, 32, 64),
        (BUSY, {"attempts": MOST_ATTEMPTS - 1}, 1800, 3600),
        (Failure(429, {"Retry-After": "90"}), {"attempts": 0}, 90, 90),
        (Failure(503, {"Retry-After": "1"}), {"attempts": 6}, 32, 64),
        (SILENT, {"unknown_posts": 2}, 128, 256),
    ],
)
async def test_the_pauses_grow_and_are_never_shorter_than_the_service_asked_for(
    office: Forums, fault: Failure, past: dict[str, int], least: int, most: int
) -> None:
    office.teams.faults[_channel(office)].append(fault)
    async with office.database.writing() as conn:
        await notices.show(conn, replace(_notice("sej", ForumNotice.WELCOME), **past))  # type: ignore[arg-type]
    await office.delivery.deliver_due()
    pause = (await office.pause_of("sej")).total_seconds()
    assert least - 5 <= pause <= most


def _notice(key: str, kind: AnyNotice) -> Notice:
    return Notice(key=key, forum=FIRST, kind=kind, due_at=NOON, is_timed=False)
