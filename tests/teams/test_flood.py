"""A tenant's share: never exceeded, never denied to whoever keeps within it, and nobody's but its own."""

import asyncio
import math
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import load_settings
from bot.flood import BURST_SECONDS, Flood
from tests.harness.edge import PERSON, TENANT, EdgeAlone, click, message, open_edge
from tests.harness.issuer import APP_ID, Issuer, running_issuer

NEIGHBOUR = "33333333-aaaa-4aaa-8aaa-333333333333"
RATES = st.integers(1, 5_000)
GAPS = st.lists(st.floats(0, 3) | st.just(0.0) | st.floats(0, 0.001), max_size=400)
A_HAIR = 1e-6  # seconds: what sums of floats may be off by


def _moments(gaps: list[float], start: float) -> list[float]:
    moments = [start]
    for gap in gaps:
        moments.append(moments[-1] + gap)
    return moments


@given(RATES, GAPS, st.floats(0, 1e6))
def test_in_no_stretch_of_time_does_more_pass_than_the_share(rate: int, gaps: list[float], start: float) -> None:
    flood = Flood(rate)
    passed = [now for now in _moments(gaps, start) if flood.admit("a", now) == 0]
    for number, begin in enumerate(passed):
        most = 1 + rate * (passed[-1] - begin + BURST_SECONDS + A_HAIR)
        assert len(passed) - number <= most


@given(RATES, st.integers(1, 400), st.floats(0, 1e6))
def test_whoever_keeps_to_the_rate_is_never_refused(rate: int, times: int, start: float) -> None:
    flood = Flood(rate)
    assert not any(flood.admit("a", start + number / rate + A_HAIR * number) for number in range(times))


@given(RATES)
def test_a_burst_passes_whole_and_then_no_more(rate: int) -> None:
    flood = Flood(rate)
    passed = 0
    while flood.admit("a", 0.0) == 0:
        passed += 1
    assert abs(passed - rate * BURST_SECONDS) <= 1


@given(RATES, GAPS, st.lists(st.integers(0, 400), max_size=20))
def test_a_neighbours_flood_changes_nothing(rate: int, gaps: list[float], floods: list[int]) -> None:
    alone, beside = Flood(rate), Flood(rate)
    for number, now in enumerate(_moments(gaps, 0.0)):
        for _ in range(floods[number] if number < len(floods) else 0):
            beside.admit("b", now)
        assert alone.admit("a", now) == beside.admit("a", now)


@given(RATES, st.integers(1, 50))
def test_what_is_refused_uses_nothing_up_and_the_wait_that_is_told_is_enough(rate: int, more: int) -> None:
    flood = Flood(rate)
    while (wait := flood.admit("a", 0.0)) == 0:
        pass
    assert wait >= 1
    assert {flood.admit("a", 0.0) for _ in range(more)} == {wait}
    assert flood.admit("a", wait + A_HAIR) == 0
    assert wait <= math.ceil(1 / rate)


@given(st.lists(st.tuples(st.integers(0, 60), st.floats(0, 2)), max_size=300), st.integers(1, 20))
def test_no_more_callers_are_remembered_than_may_be(calls: list[tuple[int, float]], most: int) -> None:
    flood, now = Flood(1, most), 0.0
    for caller, gap in calls:
        now += gap
        flood.admit(str(caller), now)
        assert len(flood) <= most


def test_who_floods_is_not_forgotten_for_those_who_come_anew() -> None:
    flood = Flood(1, 100)
    while not flood.wait("flood", 0.0):
        flood.take("flood", 0.0)
    for number in range(10_000):
        flood.admit(f"new {number}", 0.0)
    assert flood.wait("flood", 0.0) > 0


# --- at the edge ---------------------------------------------------------------------------------------------------

LISTED = {"KLYNGEBOT_TENANTS": f"{TENANT},{NEIGHBOUR}", "KLYNGEBOT_INBOUND_RATE": "2"}
REAL = {"MicrosoftAppId": APP_ID, "MicrosoftAppPassword": "hemmelig", "MicrosoftAppTenantId": TENANT}


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with running_issuer() as issuer:
        yield issuer


@pytest.fixture
async def stage(issuer: Issuer) -> AsyncIterator[EdgeAlone]:
    async with open_edge(load_settings(REAL | LISTED), metadata_url=issuer.metadata_url) as stage:
        yield stage


async def _statuses(stage: EdgeAlone, issuer: Issuer, times: int = 20, tenant: str = TENANT) -> list[int]:
    conversation = {"id": "19:k", "tenantId": tenant}
    activity = click(conversation=conversation, channelData={"tenant": {"id": tenant.upper()}})
    return [status for status, _ in [await stage.send(activity, issuer.bearer()) for _ in range(times)]]


async def test_a_tenant_over_its_share_is_told_when_to_come_back_and_its_neighbour_is_served(
    stage: EdgeAlone, issuer: Issuer
) -> None:
    statuses = await _statuses(stage, issuer, 40)
    assert set(statuses) == {200, 429}
    assert len(stage.turns) == statuses.count(200)
    activity, headers = click(), issuer.bearer()
    async with stage.session.post(f"{stage.url}/api/messages", json=activity, headers=headers) as refused:
        assert (refused.status, (await refused.json())["error"]["code"]) == (429, "429")
        wait = int(refused.headers["Retry-After"])
    assert await _statuses(stage, issuer, 5, NEIGHBOUR) == [200] * 5
    await asyncio.sleep(wait)
    assert (await stage.send(activity, headers))[0] == 200


async def test_nobody_else_can_use_up_a_tenants_share(stage: EdgeAlone, issuer: Issuer) -> None:
    for headers in ({}, issuer.bearer(signed_with="other"), issuer.bearer(serviceurl="https://example.org")):
        assert 429 not in [(await stage.send(message(), headers))[0] for _ in range(20)]
    disagreeing = click(channelData={"tenant": {"id": "fremmed"}})
    assert {(await stage.send(disagreeing, issuer.bearer()))[0] for _ in range(20)} == {403}
    assert await _statuses(stage, issuer, 5) == [200] * 5


async def test_who_names_two_tenants_uses_both_shares(stage: EdgeAlone, issuer: Issuer) -> None:
    both = click(channelData={"tenant": {"id": NEIGHBOUR}})
    assert 429 in [(await stage.send(both, issuer.bearer()))[0] for _ in range(20)]
    assert 429 in await _statuses(stage, issuer, 3)
    assert 429 in await _statuses(stage, issuer, 3, NEIGHBOUR)


@pytest.mark.parametrize(("limits", "is_limited"), [("teams", True), ("off", False)])
async def test_lifting_the_limits_lifts_this_one_too(limits: str, is_limited: bool) -> None:
    settings = load_settings(LISTED | {"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_LIMITS": limits})
    async with open_edge(settings) as stage:
        statuses = [(await stage.send(click()))[0] for _ in range(40)]
    assert (429 in statuses) == is_limited


async def test_one_account_that_floods_leaves_the_others_their_share(issuer: Issuer) -> None:
    settings = load_settings(REAL | {"KLYNGEBOT_TENANTS": TENANT})  # at the rate that everybody has
    async with open_edge(settings, metadata_url=issuer.metadata_url) as stage:
        headers, answers, members = issuer.bearer(), [], []
        for number in range(40):
            answers += [await stage.send(_by(99), headers) for _ in range(20)]
            members.append((await stage.send(_by(number), headers))[0])
        assert members == [200] * 40
        refusals = [body["error"]["message"] for status, body in answers if status == 429]
        assert len(refusals) > 400
        assert set(refusals) == {"the account sends more than its share"}


async def test_an_account_that_spells_itself_otherwise_has_no_other_share(issuer: Issuer) -> None:
    settings = load_settings(REAL | {"KLYNGEBOT_TENANTS": TENANT})
    async with open_edge(settings, metadata_url=issuer.metadata_url) as stage:
        for number in range(200):
            sender = {
                "id": f"29:{number}",
                "name": str(number),
                "aadObjectId": PERSON.upper() if number % 2 else PERSON,
            }
            await stage.send(click() | {"from": sender}, issuer.bearer())
        assert 20 < len(stage.turns) < 100


async def test_many_accounts_together_have_no_more_than_their_tenant(issuer: Issuer) -> None:
    settings = load_settings(REAL | LISTED)
    async with open_edge(settings, metadata_url=issuer.metadata_url) as stage:
        statuses = [(await stage.send(_by(number), issuer.bearer()))[0] for number in range(40)]
        assert set(statuses) == {200, 429}


def _by(number: int) -> dict[str, Any]:
    """A click of one of many."""
    return click() | {"from": {"id": f"29:{number}", "aadObjectId": f"{number:08}-0000-4000-8000-000000000000"}}
