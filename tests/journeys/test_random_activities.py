"""Activities of any shape at all, many at once: never a 5xx, never a hang, never an error in the log."""

import asyncio
import json
import logging
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from bot.domain.forum.actions import ShowHelp
from bot.local.activities import click, message
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from cards.kit.buttons import pack
from tests.harness import attacks
from tests.harness.activities import INVOKES, MEETING_EVENTS, TEAM_EVENTS, paths
from tests.harness.cases import ASKS, SAMPLES
from tests.harness.forging import STRANGER, envelope, press, quiet, said
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT
from tests.journeys.test_bad_input import STRANGE

MANY, AT_ONCE, PATIENCE = 400, 12, 30.0
TYPES = ("message", "invoke", "event", "conversationUpdate", "installationUpdate", "messageReaction", "typing", "", 7)
NAMES = (
    *("type", "id", "name", "text", "value", "from", "recipient", "conversation", "channelData", "entities", "locale"),
    *("serviceUrl", "channelId", "attachments", "replyToId", "membersAdded", "reactionsAdded", "action", "timestamp"),
    *("aadObjectId", "tenantId", "tenant", "team", "channel", "data", "verb", "forum", "number", "msteams", "meeting"),
)
WORDS = (
    *(str(each) for each in STRANGE),
    *(*INVOKES, *TEAM_EVENTS, *MEETING_EVENTS, CHANNEL.id, "<at>Klyngebot</at>", "28:klyngebot"),
)
SENTENCES = ("møder", "optag 1", "dagsorden", *ASKS)
EVERY = [pack(each) for each in SAMPLES.values()]


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that is sent is an error in the log."""
    yield
    loud = [each for each in caplog.get_records("call") if each.exc_info or each.levelno >= logging.ERROR]
    assert [each.getMessage() for each in loud] == []


def anything(chance: random.Random, depth: int = 4) -> Any:
    """Some JSON."""
    kind = chance.random()
    if depth and kind < 0.25:
        return {chance.choice(NAMES): anything(chance, depth - 1) for _ in range(chance.randint(0, 5))}
    if depth and kind < 0.35:
        return [anything(chance, depth - 1) for _ in range(chance.randint(0, 4))]
    if kind < 0.6:
        return chance.choice(WORDS)[: chance.choice((3, 200, 4_000))]
    return deepcopy(chance.choice((None, True, False, 0, -1, 1.5, 10**30, 1e300, "", *STRANGE)))


def real(nord: Stage, chance: random.Random) -> dict[str, Any]:
    """What somebody could send."""
    person = chance.choice((SECRETARIAT, COORDINATOR, *CHAIRS, STRANGER))
    here = envelope(nord, person, chance.choice((CHANNEL.id, PERSONAL)) if person != CHAIRS[1] else CHANNEL.id)
    if chance.random() < 0.5:
        data = chance.choice(EVERY)
        return click(here, "1", {"verb": data["verb"]}, data)
    return message(here, chance.choice(SENTENCES), mentions_bot=True)


def made(nord: Stage, chance: random.Random) -> Any:
    """A real one of which some places are anything, or something out of nothing that passes the first doors."""
    whole = real(nord, chance)
    if chance.random() < 0.4:
        doors = {name: whole[name] for name in ("serviceUrl", "channelId", "conversation", "channelData")}
        told = {chance.choice(NAMES): anything(chance) for _ in range(chance.randint(1, 9))}
        return told | doors | {"type": chance.choice(TYPES)}
    whole = json.loads(json.dumps(whole))
    for _ in range(chance.randint(1, 4)):
        *way, last = chance.choice(paths(whole) or [("type",)])
        place: Any = whole
        for each in way:
            place = place[each]
        place[last] = anything(chance)
    return whole


async def test_no_activity_of_any_shape_makes_us_fail_or_hang(nord: Stage) -> None:
    chance, session = attacks.chance("activities"), nord.teams.visitor.session
    assert session is not None

    async def send(several: list[Any]) -> None:
        for activity in several:
            async with asyncio.timeout(PATIENCE), session.post(nord.teams.visitor.bot_url, json=activity) as answer:
                text = await answer.text()
            is_invoke = activity.get("type") == "invoke"
            assert answer.status in (200, 400, 403, 413) or (is_invoke and answer.status == 501), activity
            assert "Fejlkode" not in text, activity

    every = [made(nord, chance) for _ in range(MANY * attacks.times)]
    await asyncio.gather(*(send(every[number::AT_ONCE]) for number in range(AT_ONCE)))
    await quiet(nord)
    assert "Klyngebot" in said((await press(nord, SECRETARIAT, pack(ShowHelp()))).card)
