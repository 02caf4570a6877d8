"""The outbox between its two ends: crashes, replicas, slow places, and what cannot be rendered."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.backoff import MOST_ATTEMPTS, MOST_UNKNOWN
from bot.delivery import PATIENCE, Delivery
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice
from bot.local.connector import HANG_UP, Failure
from bot.messenger import Unsent
from bot.teams.client import open_client
from cards.kit.elements import card, text
from cards.kit.words import say
from storage.outbox import claims, notices
from tests.harness.forums import NOON, Forums, account, open_forums
from tests.harness.klynge_nord import klynge_nord
from tests.harness.teams import Gate

pytestmark = pytest.mark.both_databases

BUSY, SILENT, GONE, REFUSED = Failure(429), Failure(HANG_UP), Failure(404), Failure(403)
PEOPLE = [person.id for person in klynge_nord().people if person.identities]
LOCAL, REGIONAL = "formand-kommunal", "formand-regional"  # the regional one's account is not of the channel's tenant
NORTH, SOUTH = 0, 1
FIRST = "klynge-000"


@pytest.fixture
async def here(database_url: str) -> AsyncIterator[Forums]:
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


def _channel(here: Forums, number: int = NORTH) -> str:
    return here.channels[number].id


def _chat(here: Forums) -> str:
    directory = here.teams.directory
    return directory.personal(directory.person(account(LOCAL).object_id))


async def test_what_is_due_in_order_leaves_in_order(here: Forums) -> None:
    await here.owe("d", "b", "a", "c")
    assert await here.delivery.deliver_due() == 4
    assert here.said(NORTH) == ["d", "b", "a", "c"]


async def test_two_that_send_from_one_outbox_never_double(here: Forums) -> None:
    other = Delivery(here.database, here.clock, here.messenger)
    await here.owe(*"fedcba")
    await here.owe(*"fedcba", to=SOUTH)
    await here.owe_to(*PEOPLE)
    await asyncio.gather(here.delivery.deliver_due(), other.deliver_due())
    assert {each.state for each in await here.notices()} == {NoticeState.SENT}
    assert len(here.places()) == len(await here.notices())
    assert Counter(here.said(SOUTH)).most_common(1)[0][1] == 1


async def test_a_slow_channel_holds_up_its_own_forum_alone(here: Forums) -> None:
    gates = here.teams.gates
    north = gates[_channel(here)]
    north.shut()
    async with _running(here.delivery):
        here.database.woken = here.delivery.wake
        await here.owe("første", "anden")
        await _comes_to(north)
        await here.owe("hurtig", to=SOUTH)
        await here.owe_to(LOCAL)
        await _comes_to(gates[_channel(here, SOUTH)])
        await _comes_to(gates[_chat(here)])
        assert here.said(NORTH) == []
        north.reached.clear()
        north.open()
        await _comes_to(north)
    assert here.said(NORTH) == ["første", "anden"]


async def test_stopping_lets_what_was_begun_come_to_its_end(here: Forums) -> None:
    gate = here.teams.gates[_channel(here)]
    gate.shut()
    async with _running(here.delivery):
        await here.owe("begyndt")
        await _comes_to(gate)
        here.delivery.stop()
        gate.open()
    (ended,) = await here.notices()
    assert ended.state is NoticeState.SENT


async def test_changes_while_a_card_is_on_its_way_leave_the_last_one_standing(here: Forums) -> None:
    gate = here.teams.gates[_channel(here)]
    gate.shut()
    await here.owe("første", about="kort")
    sending = asyncio.create_task(here.delivery.deliver_due())
    await _comes_to(gate)
    await here.owe("anden", "tredje", about="kort")
    assert await Delivery(here.database, here.clock, here.messenger).deliver_due() == 0
    gate.open()
    assert await sending == 2
    assert [(each.method, each.said) for each in here.teams.arrivals] == [("POST", "første"), ("PUT", "tredje")]
    assert here.said(NORTH) == ["tredje"]


async def test_a_crash_after_the_post_costs_one_more_post_which_is_counted(here: Forums) -> None:
    """Killed while Teams, which has taken the card, has not answered yet."""
    here.teams.faults[_channel(here)].append(Failure(HANG_UP, is_applied=True, after=0.5))
    await here.owe("kort")
    killed = asyncio.create_task(here.delivery.deliver_due())
    await here.teams.board.wait_for(lambda each: each.activity["summary"] == "kort")
    killed.cancel()
    with pytest.raises(asyncio.CancelledError):
        await killed
    restarted = Delivery(here.database, here.clock, here.messenger)
    assert await restarted.deliver_due() == 0
    await here.an_hour_passes()
    assert await restarted.deliver_due() == 1
    await here.an_hour_passes()
    assert await restarted.deliver_due() == 0
    (ended,) = await here.notices()
    assert (ended.state, ended.unknown_posts) == (NoticeState.SENT, 1)
    assert here.said(NORTH) == ["kort", "kort"]


def test_a_try_ends_before_its_lease() -> None:
    assert PATIENCE + timedelta(seconds=10) < claims.LEASE


async def test_a_dead_channel_stops_its_own_forum_alone(here: Forums) -> None:
    here.teams.faults[_channel(here)].extend([GONE, GONE])
    await here.owe("a", "b")
    await here.owe("c", to=SOUTH)
    await here.delivery.deliver_due()
    north, south = (each.name for each in here.channels)
    states = {each.forum: (each.state, each.reason) for each in await here.notices()}
    assert states == {north: (NoticeState.FAILED, say("teams.gone")), south: (NoticeState.SENT, "")}


async def test_somebody_in_another_tenant_is_called_in_the_channel(here: Forums) -> None:
    await here.owe_to(REGIONAL)
    await here.delivery.deliver_due()
    assert here.places() == [_channel(here)]
    assert not here.teams.gates[account(REGIONAL).object_id].reached.is_set()


async def test_a_chat_that_is_refused_gives_place_to_the_channel(here: Forums) -> None:
    here.teams.faults[account(LOCAL).object_id].append(REFUSED)
    await here.owe_to(LOCAL)
    await here.delivery.deliver_due()
    assert here.places() == [_channel(here)]


async def test_a_known_chat_that_is_refused_gives_place_to_the_channel(here: Forums) -> None:
    chat = _chat(here)
    await here.owe_to(LOCAL)
    await here.delivery.deliver_due()
    here.teams.faults[chat].append(REFUSED)
    await here.owe_to(LOCAL)
    await here.delivery.deliver_due()
    assert here.places() == [chat, _channel(here)]


@pytest.mark.parametrize("is_open", [False, True], ids=["opening it", "writing in it"])
async def test_a_chat_that_fails_for_a_while_is_retried_and_not_doubled_into_the_channel(
    here: Forums, is_open: bool
) -> None:
    here.teams.faults[_chat(here) if is_open else account(LOCAL).object_id].append(BUSY)
    await here.owe_to(LOCAL)
    await here.delivery.deliver_due()
    assert here.places() == []
    await here.an_hour_passes()
    await here.delivery.deliver_due()
    assert here.places() == [_chat(here)]


async def test_a_card_whose_turn_comes_later_waits_without_a_failed_attempt_and_holds_up_nobody(here: Forums) -> None:
    """Teams has just said to somebody else who wrote there that it wants nothing more for a while."""
    here.teams.faults[_channel(here)].append(Failure(429, {"Retry-After": "90"}))
    with pytest.raises(Unsent):
        await here.messenger.post(here.where(here.channels[NORTH]), card(text("svar"), speak="svar"))
    await here.owe("sen")
    await here.owe("anden", to=SOUTH)
    await here.delivery.deliver_due()
    assert here.said(SOUTH) == ["anden"]
    late = next(each for each in await here.notices() if each.forum == here.channels[NORTH].name)
    assert (late.state, late.reason) == (NoticeState.WAITING, say("teams.full"))
    assert (late.attempts, late.unknown_posts) == (0, 0)
    assert timedelta(seconds=30) < await here.pause_of(late.key) <= claims.LEASE
    await here.an_hour_passes()
    async with open_client(here.settings) as later:
        await Delivery(here.database, here.clock, later.messenger).deliver_due()
    assert here.said(NORTH) == ["sen"]


async def test_a_card_that_cannot_be_rendered_neither_spins_nor_stops_the_rest(
    here: Forums, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "bot.delivery")
    async with here.database.writing() as conn:
        await notices.show(conn, _notice("knust", ForumNotice.REPLY))
    await here.owe("hel")
    assert await here.delivery.deliver_due() == 2
    assert await here.delivery.deliver_due() == 0
    assert here.said(NORTH) == ["hel"]
    broken = next(each for each in await here.notices() if each.key == "knust")
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
    here: Forums, fault: Failure, says: str, past: dict[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "bot.delivery")
    here.teams.faults[_channel(here)].append(fault)
    async with here.database.writing() as conn:
        await notices.show(conn, replace(_notice("sej", ForumNotice.WELCOME), **past))  # type: ignore[arg-type]
    await here.delivery.deliver_due()
    (ended,) = await here.notices()
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
    here: Forums, fault: Failure, past: dict[str, int], least: int, most: int
) -> None:
    here.teams.faults[_channel(here)].append(fault)
    async with here.database.writing() as conn:
        await notices.show(conn, replace(_notice("sej", ForumNotice.WELCOME), **past))  # type: ignore[arg-type]
    await here.delivery.deliver_due()
    pause = (await here.pause_of("sej")).total_seconds()
    assert least - 5 <= pause <= most


def _notice(key: str, kind: AnyNotice) -> Notice:
    return Notice(key=key, forum=FIRST, kind=kind, due_at=NOON, is_timed=False)
