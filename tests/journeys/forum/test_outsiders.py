"""Who is of no forum, or of another, learns of no forum whether it exists: the answer is the same."""

from pathlib import Path
from typing import Any

import pytest

from bot.domain.forum.actions import TieChannel
from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL, Account
from cards.kit.buttons import pack
from tests.harness.breaking import damage, writes
from tests.harness.cases import SAMPLES
from tests.harness.foreign import SECRET, with_busy_syd
from tests.harness.forging import NORD, STRANGER, SYD, dump, press, quiet, said
from tests.harness.statements import overheard
from tests.harness.steps import CHAIRS, SECRETARIAT, propose
from tests.journeys.conftest import OpenStage

NONE_SUCH = "findes-ikke-syd"
OUTSIDERS: tuple[str | Account, ...] = (STRANGER, SECRETARIAT, CHAIRS[0])  # of Syd


@pytest.fixture
async def two(nord: Stage, tmp_path: Path) -> Stage:
    """Nord, and Syd with a bit of everything."""
    await with_busy_syd(nord, tmp_path)
    await propose(nord)
    await quiet(nord)
    return nord


def alike(card: Any) -> str:
    """What is told, whichever forum was named."""
    told = said(card)
    assert SECRET not in told
    return told.replace(SYD, "…").replace(NONE_SUCH, "…")


async def test_to_tie_a_forum_of_others_is_answered_as_one_that_does_not_exist(two: Stage) -> None:
    before = await dump(two)
    for person in OUTSIDERS:
        told = [words(await writes(two, person, f"tilknyt {each}", CHANNEL.id)) for each in (SYD, NONE_SUCH)]
        assert told[0].replace(SYD, "…") == told[1].replace(NONE_SUCH, "…")
        assert "Politisk Klynge Syd" not in told[0]
        for where in (CHANNEL.id, PERSONAL):
            clicked = [
                (await press(two, person, pack(TieChannel(forum=each)), where)).card for each in (SYD, NONE_SUCH)
            ]
            assert alike(clicked[0]) == alike(clicked[1])
    assert (await dump(two)).count("forum.tied") == before.count("forum.tied")


async def test_one_that_cannot_be_read_is_no_exception(two: Stage) -> None:
    await damage(two.service.database)
    for person in OUTSIDERS:
        told = [words(await writes(two, person, f"tilknyt {each}", CHANNEL.id)) for each in (SYD, NONE_SUCH)]
        assert told[0].replace(SYD, "…") == told[1].replace(NONE_SUCH, "…")


@pytest.mark.parametrize("is_damaged", [False, True])
async def test_no_card_tells_whether_the_forum_in_it_exists(two: Stage, is_damaged: bool) -> None:
    if is_damaged:
        await damage(two.service.database)
    for number, action in enumerate(SAMPLES.values()):
        where = (CHANNEL.id, PERSONAL)[(number + is_damaged) % 2]
        for person in (STRANGER, SECRETARIAT):
            data = pack(action)
            told = [(await press(two, person, {**data, "forum": each}, where)).card for each in (SYD, NONE_SUCH)]
            assert alike(told[0]) == alike(told[1]), (data, person, where)


async def test_nothing_is_looked_up_for_an_outsider(open_stage: OpenStage, tmp_path: Path) -> None:
    with overheard() as heard:
        async with open_stage() as nord:
            await with_busy_syd(nord, tmp_path)
            await quiet(nord)
            asked = len(heard)
            await press(nord, STRANGER, pack(TieChannel(forum=SYD)))
            await press(nord, SECRETARIAT, pack(TieChannel(forum=SYD)))
            looked = [each for each in heard[asked:] if SYD in each]
            assert len(heard) > asked
    assert looked == []


async def test_those_of_the_forum_and_admins_are_told_what_is_wrong(open_stage: OpenStage, tmp_path: Path) -> None:
    assert STRANGER.object_id
    async with open_stage(KLYNGEBOT_ADMINS=STRANGER.object_id) as nord:
        assert f"kender ikke forummet »{NONE_SUCH}«" in words(
            await writes(nord, STRANGER, f"tilknyt {NONE_SUCH}", CHANNEL.id)
        )
        assert "ikke rettigheder" in words(await nord.says("formand-laesoe", f"tilknyt {NORD}"))
        assert "Klyngebot er klar" in words(await writes(nord, STRANGER, f"tilknyt {NORD}", CHANNEL.id))
