"""The connector answers a bot as Teams does."""

from typing import Any

import aiohttp
import pytest

from bot.local.board import CARD
from bot.local.connector import Failure
from tests.harness.stand_in import CHANNEL, COORDINATOR, OTHER, REGIONAL, StandIn
from tests.harness.tiny_bot import card, paragraph

Json = dict[str, Any]


def posting(text: str) -> Json:
    """An activity with a card."""
    return {"type": "message", "attachments": [{"contentType": CARD, "content": card(paragraph(text))}]}


async def call(stage: StandIn, method: str, path: str, body: Json | None = None) -> tuple[int, Any]:
    """One REST call: its status and its JSON."""
    url = f"{stage.url}/v3/conversations{path}"
    async with aiohttp.ClientSession() as session, session.request(method, url, json=body) as response:
        text = await response.text()
        return response.status, await response.json() if text else None


async def test_a_root_post_in_a_channel_can_be_answered_updated_and_deleted(stage: StandIn) -> None:
    body = {"isGroup": True, "channelData": {"channel": {"id": CHANNEL.id}}, "activity": posting("Nyt")}
    status, made = await call(stage, "POST", "", body)
    assert status == 201
    assert made["id"] == f"{CHANNEL.id};messageid={made['activityId']}"
    status, reply = await call(stage, "POST", f"/{made['id']}/activities", posting("Svar"))
    assert status == 201
    assert [each.thread for each in stage.teams.board.messages(CHANNEL.id)] == [made["activityId"]] * 2
    assert (await call(stage, "PUT", f"/{made['id']}/activities/{made['activityId']}", posting("Ændret")))[0] == 200
    root, _ = stage.teams.board.messages(CHANNEL.id)
    assert root.is_edited
    assert root.card == card(paragraph("Ændret"))
    assert root.sent == stage.clock.now()
    assert (await call(stage, "DELETE", f"/{CHANNEL.id}/activities/{reply['id']}"))[0] == 200
    assert stage.teams.board.messages() == [root]


async def test_a_direct_message_reaches_someone_of_the_host_tenant(stage: StandIn) -> None:
    status, made = await call(stage, "POST", "", {"members": [{"id": COORDINATOR.object_id}]})
    assert status == 201
    assert (await call(stage, "POST", f"/{made['id']}/activities", posting("Til dig")))[0] == 201
    assert [each.conversation for each in stage.teams.board.messages()] == [made["id"]]


async def test_a_direct_message_to_another_tenant_is_forbidden(stage: StandIn) -> None:
    assert (await call(stage, "POST", "", {"members": [{"id": REGIONAL.id}]}))[0] == 403
    chat = stage.teams.directory.personal(REGIONAL)
    assert (await call(stage, "POST", f"/{chat}/activities", posting("Til dig")))[0] == 403
    assert stage.teams.board.messages() == []


@pytest.mark.parametrize("place", ["19:other@thread.tacv2", "a:unknown", f"{CHANNEL.id};messageid=1"])
async def test_an_unknown_conversation_is_not_found(stage: StandIn, place: str) -> None:
    status, body = await call(stage, "POST", f"/{place}/activities", posting("x"))
    assert (status, body["error"]["code"]) == (404, "ConversationNotFound")


async def test_a_card_of_more_than_28_kb_is_refused_and_one_of_just_that_is_not(stage: StandIn) -> None:
    overhead = len('{"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "') + len(
        '", "wrap": true}], "actions": []}'
    )
    most = 28 * 1024 - overhead
    assert (await call(stage, "POST", f"/{CHANNEL.id}/activities", posting("x" * most)))[0] == 201
    status, body = await call(stage, "POST", f"/{CHANNEL.id}/activities", posting("x" * (most + 1)))
    assert (status, body["error"]["code"]) == (413, "MessageSizeTooBig")


async def test_the_bot_cannot_change_what_somebody_else_wrote(stage: StandIn) -> None:
    said = await stage.teams.visitor.says(COORDINATOR, "Hej", mention=False)
    assert (await call(stage, "PUT", f"/{CHANNEL.id}/activities/{said.id}", posting("x")))[0] == 404


async def test_the_channels_roster_knows_everyones_home_tenant(stage: StandIn) -> None:
    _, one = await call(stage, "GET", f"/{CHANNEL.id};messageid=1/members/{REGIONAL.object_id}")
    assert (one["aadObjectId"], one["tenantId"]) == (REGIONAL.object_id, OTHER)
    assert (await call(stage, "GET", f"/{CHANNEL.id}/members/nobody"))[0] == 404
    _, team = await call(stage, "GET", f"/{CHANNEL.team}/members")
    assert REGIONAL.object_id not in [each["aadObjectId"] for each in team]


async def test_the_roster_comes_in_pages(stage: StandIn) -> None:
    _, first = await call(stage, "GET", f"/{CHANNEL.id}/pagedmembers?pageSize=2")
    token = first["continuationToken"]
    _, last = await call(stage, "GET", f"/{CHANNEL.id}/pagedmembers?pageSize=2&continuationToken={token}")
    assert (len(first["members"]), len(last["members"]), "continuationToken" in last) == (2, 1, False)


async def test_failures_are_answered_in_turn_and_then_all_is_well(stage: StandIn) -> None:
    stage.teams.connector.failures.extend([Failure(429, {"Retry-After": "2"}), Failure(502, is_applied=True)])
    path = f"/{CHANNEL.id}/activities"
    assert [(await call(stage, "POST", path, posting(text)))[0] for text in "abc"] == [429, 502, 201]
    assert [each.card for each in stage.teams.board.messages()] == [card(paragraph("b")), card(paragraph("c"))]


async def test_another_host_name_and_another_sites_form_are_refused(stage: StandIn) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(stage.url, headers={"Host": "evil.example"}) as response:
            assert response.status == 403
        headers = {"Sec-Fetch-Site": "cross-site"}
        async with session.post(f"{stage.url}/lokal/skriv", headers=headers, data={"tekst": "x"}) as response:
            assert response.status == 403
    assert stage.bot.activities == []
