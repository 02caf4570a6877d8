"""Charters are read where nobody waits for them: one takes longer than people should wait for each other."""

import asyncio

import pytest

from bot.charters.problems import BrokenFile
from bot.usecases.charter_texts import read_charter
from tests.harness.klynge_nord import charter_texts

SEVERAL = 5  # turns of others; where the event loop reads by itself they have one


async def test_others_act_while_a_charter_is_read() -> None:
    turns = 0

    async def act() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    acting = asyncio.create_task(act())
    charter = await read_charter(f"{charter_texts()[0]}\n# læst for første gang\n")
    acting.cancel()
    assert turns > SEVERAL
    assert charter.id == "nordjylland-politisk-klynge"


async def test_a_charter_is_read_once() -> None:
    text = f"{charter_texts()[0]}\n# læst to gange\n"
    assert await read_charter(text) is await read_charter(text)


async def test_what_is_no_charter_is_refused_every_time() -> None:
    for _ in range(2):
        with pytest.raises(BrokenFile):
            await read_charter("id: [")
