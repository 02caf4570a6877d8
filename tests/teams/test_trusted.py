"""A token that was proved is not proved again, and is believed no longer for it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.clock import elapsed_now
from bot.teams.trusted import MOST, Proof, Trusted
from tests.harness.edge import TEAMS, EdgeAlone, click, open_edge
from tests.harness.elapsed import HandClock
from tests.harness.issuer import Issuer, running_issuer


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with running_issuer() as issuer:
        yield issuer


async def _status(stage: EdgeAlone, bearer: dict[str, str]) -> int:
    return (await stage.send(click(), bearer))[0]


async def test_a_token_that_differs_in_one_character_is_proved_anew(issuer: Issuer) -> None:
    async with open_edge(TEAMS, metadata_url=issuer.metadata_url) as stage:
        good = issuer.bearer()
        assert await _status(stage, good) == 200
        claims, _, signature = good["Authorization"].rpartition(".")
        forged = {"Authorization": f"{claims}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}"}
        assert await _status(stage, forged) == 401
        assert await _status(stage, good) == 200


async def test_a_token_that_runs_out_is_refused_though_it_was_proved(issuer: Issuer) -> None:
    async with open_edge(TEAMS, metadata_url=issuer.metadata_url) as stage:
        soon = issuer.bearer(exp=int(elapsed_now().timestamp()) - 5 * 60 + 3)
        assert await _status(stage, soon) == 200
        await asyncio.sleep(3.2)
        assert await _status(stage, soon) == 401


async def test_a_token_whose_key_is_withdrawn_is_refused_though_it_was_proved(issuer: Issuer) -> None:
    clock = HandClock()
    async with open_edge(TEAMS, metadata_url=issuer.metadata_url, now=clock) as stage:
        old = issuer.bearer()
        assert await _status(stage, old) == 200
        issuer.kids = ["second"]
        clock.moment += timedelta(hours=25)
        assert await _status(stage, issuer.bearer(kid="second")) == 200
        clock.moment += timedelta(seconds=6)  # the keys may be asked for again
        assert await _status(stage, old) == 401


def test_no_more_than_so_many_are_remembered_and_the_newest_are() -> None:
    trusted = Trusted[str]()
    for number in range(MOST + 10):
        trusted.put(f"token {number}", Proof("kid", None, 10.0, str(number)))
    assert sum(trusted.find(f"token {number}", 0.0) is not None for number in range(MOST + 10)) == MOST
    newest = trusted.find(f"token {MOST + 9}", 0.0)
    assert newest is not None
    assert newest.claims == str(MOST + 9)


def test_what_has_run_out_is_forgotten() -> None:
    trusted = Trusted[str]()
    trusted.put("token", Proof("kid", None, 10.0, "claims"))
    assert trusted.find("token", 9.9) is not None
    assert trusted.find("token", 10.0) is None
    assert trusted.find("token", 0.0) is None
