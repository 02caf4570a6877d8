"""The page without a browser: what it refuses, and that a click means the card as it was drawn."""

import re

import aiohttp

from bot.local.board import words
from tests.harness.stand_in import COORDINATOR, SECRETARIAT, StandIn


async def get(stage: StandIn, path: str) -> str:
    """The page at that path."""
    async with aiohttp.ClientSession() as session, session.get(f"{stage.url}{path}") as response:
        assert response.status == 200
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        return await response.text()


async def post(stage: StandIn, path: str, fields: dict[str, str]) -> str:
    """Where posting these fields leads."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{stage.url}{path}", data=fields, allow_redirects=False) as response,
    ):
        assert response.status == 303
        return response.headers["Location"]


async def test_strange_people_rooms_and_messages_in_the_address_show_the_channel(stage: StandIn) -> None:
    for query in ("?som=x&rum=y", "?rum=kanal-99", "?rum=kanal-%C2%B2", "?fejl=%3Cb%3E", "?rum=kanal-0"):
        shown = await get(stage, f"/{query}")
        assert "<h1>Politisk Klynge Nord</h1>" in shown


async def test_a_click_means_the_card_as_it_was_drawn_although_it_has_changed_since(stage: StandIn) -> None:
    teams = stage.teams
    await teams.visitor.says(COORDINATOR, "foreslå")
    form = await teams.board.wait_for(lambda each: "Send forslag" in words(each))
    shown = await get(stage, f"/?som={COORDINATOR.object_id}")
    key = re.search(r'name="kort" value="(\w+)"', shown)
    assert key
    teams.board.edit(form, {"type": "message", "text": "væk"})
    fields = {"som": COORDINATOR.object_id, "besked": form.id, "kort": key[1], "press": "actions.0", "input.title": "x"}
    await post(stage, "/lokal/tryk", fields)
    assert stage.bot.activities[-1]["value"]["action"]["verb"] == "Propose"


async def test_words_alone_are_said_once_and_leave_the_card_as_it_is(stage: StandIn) -> None:
    teams = stage.teams
    await teams.visitor.says(COORDINATOR, "foreslå")
    form = await teams.board.wait_for(lambda each: "Send forslag" in words(each))
    assert form.card
    stage.bot.words = "Teksten er for lang."
    pressed = {"som": COORDINATOR.object_id, "besked": form.id, "kort": teams.board.keep(form.card)}
    back = await post(stage, "/lokal/tryk", pressed | {"press": "actions.0", "input.title": "x"})
    shown = await get(stage, back.partition("#")[0])
    assert re.search(r'id="alert"[^>]*><p>Teksten er for lang\.</p>', shown)
    assert "Send forslag" in shown
    assert "Teksten er for lang." not in await get(stage, back.partition("#")[0])


async def test_a_forged_press_never_reaches_the_bot(stage: StandIn) -> None:
    teams = stage.teams
    await teams.visitor.says(COORDINATOR, "foreslå")
    form = await teams.board.wait_for(lambda each: "Send forslag" in words(each))
    assert form.card
    good = {"besked": form.id, "kort": teams.board.keep(form.card), "press": "actions.0"}
    for bad in ({"press": "actions.7"}, {"kort": "nope"}, {"besked": "1"}, {"press": ""}):
        assert "fejl=kort" in await post(stage, "/lokal/tryk", {**good, **bad})
    assert [each["type"] for each in stage.bot.activities] == ["message"]


async def test_somebodys_chat_is_counted_as_new_until_it_has_been_read(stage: StandIn) -> None:
    teams = stage.teams
    teams.board.post(teams.directory.personal(SECRETARIAT), {"type": "message", "text": "Du mangler at svare"})
    mine = f"/?som={SECRETARIAT.object_id}"
    assert "1 ny i chatten" in await get(stage, f"/?som={COORDINATOR.object_id}")
    assert '<span class="badge">1 ny</span>' in await get(stage, mine)
    assert "Du mangler at svare" in await get(stage, f"{mine}&rum=personal")
    assert "badge" not in await get(stage, mine)


async def test_the_stream_tells_of_every_change_and_ends_when_the_stand_in_does(stage: StandIn) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{stage.url}/lokal/nyt") as response:
        assert await response.content.readline() == b"data: nyt\n"
        await response.content.readline()
        await stage.teams.visitor.says(COORDINATOR, "Hej", mention=False)
        assert await response.content.readline() == b"data: nyt\n"
        stage.teams.board.close()
        rest = await response.content.read()
        assert rest.count(b"data") <= 1
