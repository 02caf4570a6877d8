"""`POST /api/messages` under every kind of activity that Teams sends, whole and spoiled, before the real service."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.domain.forum.actions import ShowHelp
from bot.domain.proposals.actions import Accept
from bot.local.activities import click, installation, message, submit
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL, Account
from cards.kit.buttons import pack
from storage.answered import answered
from storage.chats import chats
from storage.outbox.table import notices
from storage.schema import metadata
from tests.harness.activities import Deep, Json, Much, Spoiling, events, invokes, spoil, spoilings
from tests.harness.cases import SAMPLES
from tests.harness.forging import NORD, STRANGER, envelope, posted, press, quiet, said
from tests.harness.steps import POST, SECRETARIAT, propose, told
from tests.journeys.test_bad_input import STRANGE

WORDS, DATA = "<at>Klyngebot</at> optag 1", pack(Accept(forum=NORD, number=1))
PLACES = st.sampled_from([CHANNEL.id, PERSONAL])
EVERY = [pack(each) for each in SAMPLES.values()]
ODD_TEXTS = ["28:klyngebot", "message", "invoke", PERSONAL, Much("x", 10_000), Much("æ", 30_000), Much("[", 100_000)]
SMALL = [each for each in STRANGE if len(str(each)) < 100]
ODD = st.sampled_from([*SMALL, *ODD_TEXTS, Deep(10), Deep(40)]) | st.text(max_size=20)
HARD = settings(
    max_examples=settings().max_examples * 2,  # more with --hypothesis-profile=thorough
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    print_blob=True,
)


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that is sent is an error in the log."""
    yield
    loud = [each for each in caplog.get_records("call") if each.exc_info or each.levelno >= logging.ERROR]
    assert [each.getMessage() for each in loud] == []


def asking(nord: Stage, person: str | Account, where: str, data: Any = DATA) -> dict[str, Json]:
    """What asks something of the bot."""
    here = envelope(nord, person, where)
    added, installed = installation(here)
    return {
        "written": message(here, "optag 1", mentions_bot=True),
        "submitted": submit(here, "1", data),
        "clicked": click(here, "1", {"verb": data["verb"]}, data),
        "refreshed": click(here, "1", {"verb": data["verb"]}, data) | {"replyToId": None},
        "added": added,
        "installed": installed,
    }


def carried(nord: Stage, person: str | Account, where: str) -> Json:
    """What every activity carries."""
    whole = message(envelope(nord, person, where), "", mentions_bot=True)
    return {name: value for name, value in whole.items() if name not in ("text", "attachments")}


async def answered_with(nord: Stage, activity: Any) -> tuple[int, Any]:
    """Status and body."""
    visitor = nord.teams.visitor
    assert visitor.session is not None
    async with visitor.session.post(visitor.bot_url, json=activity) as answer:
        body = await answer.read()
        return answer.status, json.loads(body) if body else None


async def kept(nord: Stage) -> str:
    """What the forum is and has decided, its log included."""
    tables = [each for each in metadata.sorted_tables if each not in (answered, chats, notices)]
    async with nord.service.database.reading() as conn:
        return repr([list(await conn.execute(select(each))) for each in tables])


async def still_helps(nord: Stage) -> None:
    """The bot answers a person who asks for help."""
    assert "Klyngebot" in said((await press(nord, SECRETARIAT, pack(ShowHelp()))).card)


@pytest.mark.parametrize("where", [CHANNEL.id, PERSONAL])
async def test_every_event_that_asks_nothing_gets_an_empty_answer_and_does_nothing(nord: Stage, where: str) -> None:
    await propose(nord)
    await quiet(nord)
    before = await kept(nord), posted(nord, None)
    for name, event in events(carried(nord, SECRETARIAT, where), WORDS, DATA).items():
        assert await answered_with(nord, event) == (200, None), name
    await quiet(nord)
    assert (await kept(nord), posted(nord, None)) == before
    await still_helps(nord)


async def test_every_invoke_that_is_not_offered_says_so_in_a_body(nord: Stage) -> None:
    await propose(nord)
    await told(nord, SECRETARIAT, "Nyt forslag")  # the word to a secretary, which follows the post
    await quiet(nord)
    before = await kept(nord), posted(nord, None)
    for name, invoke in invokes(carried(nord, SECRETARIAT, CHANNEL.id), DATA).items():
        status, body = await answered_with(nord, invoke)
        assert (status, body["error"]["code"]) == (501, "501"), name
    assert (await kept(nord), posted(nord, None)) == before


async def test_what_a_person_takes_back_or_edits_stays_decided(nord: Stage) -> None:
    """An edit is no command and a deletion no regret: what was decided stands until somebody decides otherwise."""
    await propose(nord)
    written = asking(nord, SECRETARIAT, CHANNEL.id)["written"]
    assert await answered_with(nord, written) == (200, None)
    await nord.sees(POST, "Optaget")
    before = await kept(nord)
    for kind, event in (("messageUpdate", "editMessage"), ("messageDelete", "softDeleteMessage")):
        data = {**written["channelData"], "eventType": event}
        changed = {**written, "type": kind, "channelData": data, "text": WORDS.replace("optag 1", "sæt ikke på 1: Nej")}
        assert await answered_with(nord, changed) == (200, None)
    assert await kept(nord) == before


async def test_a_bot_that_is_removed_and_added_again_goes_on(nord: Stage) -> None:
    await propose(nord)
    before = await kept(nord)
    common = carried(nord, SECRETARIAT, CHANNEL.id)
    told = events(common, "", {})
    asked = asking(nord, SECRETARIAT, CHANNEL.id)
    for each in (told["put out"], told["removed"], asked["added"], asked["installed"], told["upgraded"]):
        assert await answered_with(nord, each) == (200, None)
    assert await kept(nord) == before
    await nord.says(SECRETARIAT, "optag 1")
    await nord.sees(POST, "Optaget")


@pytest.mark.both_databases
@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of the stage, when a test fails
@HARD
@given(
    st.sampled_from([CHANNEL.id, PERSONAL]),
    st.booleans(),
    st.sampled_from(EVERY),
    st.integers(0, 10_000),
    spoilings(ODD),
)
async def test_spoiled_activities_are_answered_and_change_nothing_that_nobody_asked_for(
    nord: Stage, where: str, is_seated: bool, data: Any, pick: int, plan: list[Spoiling]
) -> None:
    person = SECRETARIAT if is_seated else STRANGER
    common = carried(nord, person, where)
    every = [
        *events(common, WORDS, data).values(),
        *invokes(common, data).values(),
        *asking(nord, person, where, data).values(),
    ]
    activity = spoil(every[pick % len(every)], plan)
    before = await kept(nord)
    status, body = await answered_with(nord, activity)
    assert status in (200, 400, 403, 413) or (status, activity.get("type")) == (501, "invoke")
    assert "Fejlkode" not in json.dumps(body, ensure_ascii=False)
    if status >= 400:
        assert body["error"]["code"] == str(status)
    if not is_seated or activity.get("type") not in ("message", "invoke"):
        assert await kept(nord) == before
    await still_helps(nord)


async def test_a_verb_beside_the_data_is_understood(nord: Stage) -> None:
    assert "Kommende møder" in said((await press(nord, SECRETARIAT, {}, verb="ShowMeetings")).card)
