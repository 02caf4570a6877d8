"""The signing keys: rotated without a lost request, kept through an outage, asked for at a bounded rate."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from bot.clock import elapsed_now
from bot.teams.keys import METADATA_URL, Keys, KeysUnavailable, keys_url
from tests.harness.edge import TEAMS, EdgeAlone, click, open_edge
from tests.harness.elapsed import HandClock
from tests.harness.issuer import Issuer, running_issuer

A_MOMENT = timedelta(milliseconds=200)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with running_issuer() as issuer:
        yield issuer
        issuer.is_open.set()


@pytest.fixture
async def stage(issuer: Issuer, clock: HandClock) -> AsyncIterator[EdgeAlone]:
    async with open_edge(TEAMS, metadata_url=issuer.metadata_url, now=clock) as stage:
        yield stage


@pytest.fixture
async def keys(issuer: Issuer) -> AsyncIterator[Keys]:
    """Keys that are renewed after a moment."""
    async with aiohttp.ClientSession() as session:
        keys = Keys(issuer.metadata_url, session, elapsed_now, pause=A_MOMENT, patience=A_MOMENT * 5)
        yield keys
        await keys.close()


async def test_many_first_requests_share_one_fetch(stage: EdgeAlone, issuer: Issuer) -> None:
    answers = await asyncio.gather(*(stage.send(click(), issuer.bearer()) for _ in range(20)))
    assert {status for status, _ in answers} == {200}
    assert issuer.fetches == 1


async def test_no_request_is_lost_while_keys_are_rotated(stage: EdgeAlone, issuer: Issuer, clock: HandClock) -> None:
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    issuer.kids = ["first", "second"]
    clock.moment += timedelta(minutes=2)
    kids = ["first", "second"] * 10
    answers = await asyncio.gather(*(stage.send(click(), issuer.bearer(kid=kid)) for kid in kids))
    assert {status for status, _ in answers} == {200}
    assert issuer.fetches == 2


async def test_a_key_that_was_withdrawn_is_no_longer_trusted(
    stage: EdgeAlone, issuer: Issuer, clock: HandClock
) -> None:
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    issuer.kids = ["second"]
    clock.moment += timedelta(minutes=2)
    assert (await stage.send(click(), issuer.bearer(kid="second")))[0] == 200
    clock.moment += timedelta(minutes=2)
    assert (await stage.send(click(), issuer.bearer(kid="first")))[0] == 401


async def test_a_key_that_appears_just_after_a_fetch_is_waited_for(keys: Keys, issuer: Issuer) -> None:
    assert await keys.find("first")
    issuer.kids = ["second"]
    assert all(await asyncio.gather(*(keys.find("second") for _ in range(20))))
    assert issuer.fetches == 2


async def test_made_up_key_ids_cost_one_fetch_in_a_pause(keys: Keys, issuer: Issuer) -> None:
    assert await keys.find("first")
    assert not any(await asyncio.gather(*(keys.find(f"k{number}") for number in range(100))))
    assert issuer.fetches == 2


async def test_who_asks_again_and_again_waits_a_pause_each_time(keys: Keys, issuer: Issuer) -> None:
    assert await keys.find("first")
    begun = asyncio.get_running_loop().time()
    for number in range(3):
        assert await keys.find(f"k{number}") is None
    pauses = (asyncio.get_running_loop().time() - begun) / A_MOMENT.total_seconds()
    assert issuer.fetches == 4
    assert pauses > 2.5  # the first began before the clock was read


async def test_of_a_flood_of_made_up_key_ids_not_all_may_wait(keys: Keys, issuer: Issuer) -> None:
    issuer.is_open.clear()
    waiting = [asyncio.create_task(keys.find(f"k{number}")) for number in range(500)]
    await asyncio.sleep(0)
    with pytest.raises(KeysUnavailable):
        await keys.find("k501")
    issuer.is_open.set()
    assert not any(await asyncio.gather(*waiting))
    assert await keys.find("first")


async def test_a_fetch_that_hangs_holds_up_nobody_whose_key_is_known(keys: Keys, issuer: Issuer) -> None:
    assert await keys.find("first")
    issuer.is_open.clear()
    unknown = asyncio.create_task(keys.find("second"))
    await asyncio.sleep(A_MOMENT.total_seconds() * 2)
    assert not unknown.done()
    assert await keys.find("first")
    with pytest.raises(KeysUnavailable):
        await unknown


async def test_whoever_gives_up_waiting_does_not_stop_the_fetch_for_others(keys: Keys, issuer: Issuer) -> None:
    issuer.is_open.clear()
    impatient, patient = (asyncio.create_task(keys.find("first")) for _ in range(2))
    await asyncio.sleep(0)
    impatient.cancel()
    issuer.is_open.set()
    assert await patient


ODD: dict[str, Callable[[], web.Response]] = {
    "no JSON": lambda: web.Response(text="<html>"),
    "not UTF-8": lambda: web.Response(body=b'{"jwks_uri": "\xff"}'),
    "a list": lambda: web.json_response([]),
    "null": lambda: web.json_response(None),
    "a thousand brackets": lambda: web.Response(text="[" * 100_000),
    "nothing about keys": lambda: web.json_response({}),
    "keys nowhere": lambda: web.json_response({"jwks_uri": 7}),
    "keys at no address": lambda: web.json_response({"jwks_uri": "/keys"}),
    "keys in a file": lambda: web.json_response({"jwks_uri": "file:///etc/passwd"}),
    "a failure": lambda: web.Response(status=500),
    "what is not packed as it says": lambda: web.Response(body=b"x", headers={"Content-Encoding": "gzip"}),
}


@pytest.mark.parametrize("odd", ODD)
async def test_whatever_the_key_server_says_known_keys_serve_and_others_come_back_later(
    keys: Keys, issuer: Issuer, odd: str
) -> None:
    assert await keys.find("first")
    issuer.answer = lambda _: ODD[odd]()
    issuer.kids = ["second"]
    with pytest.raises(KeysUnavailable):
        await keys.find("second")
    assert await keys.find("first")
    issuer.answer = None
    await asyncio.sleep(A_MOMENT.total_seconds())
    assert await keys.find("second")


@pytest.mark.parametrize("jwks", [{"keys": []}, {"keys": 7}, {"keys": [{"kid": "first"}]}, ["keys"], {"keys": None}])
async def test_a_document_without_usable_keys_takes_none_away(keys: Keys, issuer: Issuer, jwks: object) -> None:
    assert await keys.find("first")
    issuer.jwks = jwks
    with pytest.raises(KeysUnavailable):
        await keys.find("second")
    assert await keys.find("first")


async def test_keys_on_another_port_of_the_same_machine_are_not_fetched(keys: Keys, issuer: Issuer) -> None:
    async with running_issuer() as other:
        issuer.jwks_uri = other.metadata_url.replace("/metadata", "/keys")
        with pytest.raises(KeysUnavailable):
            await keys.find("first")


async def test_a_redirect_to_another_issuer_is_not_followed(keys: Keys, issuer: Issuer) -> None:
    async with running_issuer() as other:
        issuer.answer = lambda _: web.Response(status=302, headers={"Location": other.metadata_url})
        with pytest.raises(KeysUnavailable):
            await keys.find("first")
        assert other.fetches == 0


async def test_an_answer_that_would_fill_the_memory_is_not_read(keys: Keys, issuer: Issuer) -> None:
    issuer.padding = "x" * 3_000_000
    with pytest.raises(KeysUnavailable):
        await keys.find("first")


@pytest.mark.parametrize(
    ("told", "is_followed"),
    [
        ("https://login.botframework.com/v1/.well-known/keys", True),
        ("https://keys.botframework.com/v2", True),
        ("http://login.botframework.com/v1/.well-known/keys", False),
        ("https://login.botframework.com.example.org/keys", False),
        ("https://notbotframework.com/keys", False),
        ("https://login.botframework.com@example.org/keys", False),
        ("https://example.org/login.botframework.com", False),
        ("https://169.254.169.254/keys", False),
        ("https://com/keys", False),
        ("//login.botframework.com/keys", False),
        ("", False),
    ],
)
def test_keys_come_over_https_from_the_issuers_own_domain(told: str, is_followed: bool) -> None:
    try:
        keys_url(URL(METADATA_URL), told)
    except (ValueError, TypeError):
        assert not is_followed
    else:
        assert is_followed


async def test_without_keys_teams_is_asked_to_come_back(stage: EdgeAlone, issuer: Issuer, clock: HandClock) -> None:
    issuer.is_down = True
    async with stage.session.post(f"{stage.url}/api/messages", json=click(), headers=issuer.bearer()) as answer:
        assert answer.status == 503
        wait = int(answer.headers["Retry-After"])
    assert (await stage.send(click(), issuer.bearer()))[0] == 503
    assert issuer.fetches == 1
    issuer.is_down = False
    clock.moment += timedelta(seconds=wait)
    assert (await stage.send(click(), issuer.bearer()))[0] == 200


async def test_known_keys_serve_through_an_outage_of_days(stage: EdgeAlone, issuer: Issuer, clock: HandClock) -> None:
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    issuer.is_down = True
    for _ in range(3):
        clock.moment += timedelta(days=1, minutes=1)
        assert (await stage.send(click(), issuer.bearer()))[0] == 200
    assert (await stage.send(click(), issuer.bearer(kid="unknown", signed_with="first")))[0] == 503


async def test_a_clock_that_is_set_back_does_not_keep_keys_away(
    stage: EdgeAlone, issuer: Issuer, clock: HandClock
) -> None:
    clock.moment += timedelta(days=400)
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    clock.moment -= timedelta(days=400)
    issuer.kids = ["second"]
    assert (await stage.send(click(), issuer.bearer(kid="second")))[0] == 200


async def test_keys_are_renewed_each_day_while_requests_go_on(
    stage: EdgeAlone, issuer: Issuer, clock: HandClock
) -> None:
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    clock.moment += timedelta(days=1, minutes=1)
    for _ in range(3):
        assert (await stage.send(click(), issuer.bearer()))[0] == 200
    async with asyncio.timeout(5):
        while issuer.fetches < 2:  # noqa: ASYNC110 - the fetch runs beside the requests, and none waits for it
            await asyncio.sleep(0.01)
    assert (await stage.send(click(), issuer.bearer()))[0] == 200
    assert issuer.fetches == 2
