"""What becomes of clicks, messages and events: the turn the handler gets, and what Teams gets back."""

import json
import logging
import threading
from typing import Any

import pytest
from aiohttp import web

from bot.domain.kernel.conversation import Place
from bot.usecases.turn import THUMB, Kind
from tests.harness.edge import ANSWER, BOT, LOCAL, PERSON, TENANT, EdgeAlone, click, message, open_edge
from tests.harness.teams import Teams


async def test_a_click_is_answered_with_the_card_in_the_same_round_trip(local: EdgeAlone, teams: Teams) -> None:
    status, body = await local.send(click({"revision": 3, "words": "Ja tak"}, service_url=teams.url))
    assert (status, body) == (
        200,
        {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": ANSWER.content},
    )
    assert local.turns[0].kind is Kind.CLICK
    assert local.turns[0].data == {"revision": 3, "words": "Ja tak", "verb": "godkend"}
    assert teams.arrivals == []


async def test_the_verb_in_the_data_is_not_replaced(local: EdgeAlone, teams: Teams) -> None:
    await local.send(click({"verb": "afvis"}, verb="godkend", service_url=teams.url))
    assert local.turns[0].data == {"verb": "afvis"}


async def test_a_click_that_needs_no_card_is_acknowledged(local: EdgeAlone, teams: Teams) -> None:
    local.answer = None
    status, body = await local.send(click(service_url=teams.url))
    assert (status, body) == (
        200,
        {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Modtaget."},
    )


async def test_a_message_is_answered_in_its_thread(local: EdgeAlone, teams: Teams) -> None:
    assert await local.send(message("foreslå  &lt;Ny&nbsp;plan&gt; &amp; mere", service_url=teams.url)) == (200, None)
    turn = local.turns[0]
    assert (turn.kind, turn.text, turn.thread, turn.data) == (Kind.MESSAGE, "foreslå <Ny plan> & mere", "1600", None)
    assert (turn.conversation.place, turn.conversation.id) == (Place.CHANNEL, "19:kanal@thread.tacv2")
    assert (turn.conversation.tenant, turn.conversation.team) == (TENANT, "19:team@thread.tacv2")
    assert (turn.conversation.bot, turn.conversation.service_url) == (BOT, teams.url)
    [reply] = teams.arrivals
    assert (reply.method, reply.path) == (
        "POST",
        "/v3/conversations/19:kanal@thread.tacv2;messageid=1600/activities",
    )
    assert "Authorization" not in reply.headers
    assert reply.body["attachments"] == [
        {"contentType": "application/vnd.microsoft.card.adaptive", "content": ANSWER.content}
    ]
    assert (reply.body["type"], reply.body["summary"]) == ("message", "Svar")


async def test_a_personal_chat_has_no_thread(local: EdgeAlone, teams: Teams) -> None:
    chat = {
        "id": teams.directory.personal(teams.directory.person(PERSON)),
        "conversationType": "personal",
        "tenantId": TENANT,
    }
    await local.send(message(service_url=teams.url, conversation=chat, channelData=None))
    assert local.turns[0].conversation.place is Place.PERSONAL
    assert local.turns[0].thread is None
    assert teams.arrivals[0].path == f"/v3/conversations/{chat['id']}/activities"


async def test_a_submitted_form_is_a_message_with_data(local: EdgeAlone, teams: Teams) -> None:
    await local.send(message(text=None, value={"verb": "optag", "revision": 1}, service_url=teams.url))
    assert (local.turns[0].text, local.turns[0].data) == ("", {"verb": "optag", "revision": 1})


async def test_other_mentions_keep_their_names(local: EdgeAlone, teams: Teams) -> None:
    words = "<at>Klyngebot</at> spørg <at>Anne Bruun</at> om  det"
    await local.send(message(text=words, service_url=teams.url))
    assert local.turns[0].text == "spørg Anne Bruun om det"


async def test_a_message_without_an_answer_posts_nothing(local: EdgeAlone, teams: Teams) -> None:
    local.answer = None
    assert await local.send(message(service_url=teams.url)) == (200, None)
    assert teams.arrivals == []


@pytest.mark.parametrize(
    "event",
    [
        {"type": "installationUpdate", "action": "add"},
        {"type": "conversationUpdate", "membersAdded": [{"id": "29:hun"}, {"id": BOT}]},
    ],
)
async def test_joining_a_channel_is_a_turn_and_its_welcome_begins_a_thread(
    local: EdgeAlone, teams: Teams, event: dict[str, Any]
) -> None:
    channel = {"id": "19:kanal@thread.tacv2", "conversationType": "channel", "tenantId": TENANT}
    await local.send(message(**event, text=None, conversation=channel, service_url=teams.url))
    assert local.turns[0].kind is Kind.JOINED
    [welcome] = teams.arrivals
    assert welcome.path == "/v3/conversations"
    assert welcome.body["channelData"] == {"channel": {"id": channel["id"]}, "tenant": {"id": TENANT}}
    assert welcome.body["bot"] == {"id": BOT}
    assert welcome.body["activity"]["attachments"][0]["content"] == ANSWER.content


@pytest.mark.parametrize(
    "event",
    [
        {"type": "installationUpdate", "action": "remove"},
        {"type": "conversationUpdate", "membersAdded": [{"id": "29:hun"}]},
        {"type": "conversationUpdate", "membersRemoved": [{"id": BOT}]},
        {"type": "messageReaction"},
        {"type": "typing"},
        {"type": "message", "from": {"id": "28:en-anden-bot"}},
        {"type": "message", "id": None},
        {"type": "message", "conversation": "?", "channelData": []},
    ],
)
async def test_what_asks_nothing_gets_an_empty_answer(local: EdgeAlone, teams: Teams, event: dict[str, Any]) -> None:
    assert await local.send(message(**{"service_url": teams.url, **event})) == (200, None)
    assert local.turns == []


@pytest.mark.parametrize(
    ("event", "liked"),
    [
        ({"reactionsAdded": [{"type": "heart"}, {"type": "like"}], "replyToId": "1700"}, "1700"),
        ({"reactionsAdded": [{"type": "heart"}], "replyToId": "1700"}, None),
        ({"reactionsAdded": [{"type": "like"}]}, None),
        ({"reactionsAdded": {"type": "like"}, "replyToId": "1700"}, None),
        ({"reactionsAdded": ["like", 7], "replyToId": "1700"}, None),
        ({"reactionsRemoved": [{"type": "like"}], "replyToId": "1700"}, None),
    ],
)
async def test_a_thumb_on_a_message_is_all_that_is_said(
    local: EdgeAlone, teams: Teams, event: dict[str, Any], liked: str | None
) -> None:
    told: dict[str, Any] = {"type": "messageReaction", "value": {"verb": "ShowHelp"}, "service_url": teams.url}
    local.answer = None
    assert await local.send(message(**told, **event)) == (200, None)
    assert [(each.text, each.data, each.liked) for each in local.turns] == ([(THUMB, None, liked)] if liked else [])


async def test_by_what_id_teams_knows_an_answer_is_told_to_whoever_gave_it(local: EdgeAlone, teams: Teams) -> None:
    await local.send(message(service_url=teams.url))
    assert [(turn.activity, bool(known_as)) for turn, known_as in local.replied] == [("1699", True)]


async def test_an_invoke_nobody_offers_is_answered_with_501(local: EdgeAlone, teams: Teams) -> None:
    status, body = await local.send(click(name="task/fetch", service_url=teams.url))
    assert (status, body["error"]["code"]) == (501, "501")


async def test_a_click_that_cannot_be_read_is_answered_with_400(local: EdgeAlone, teams: Teams) -> None:
    assert (await local.send(click(id=None, service_url=teams.url)))[0] == 400


@pytest.mark.parametrize("value", [None, "?", [], {"action": "?"}, {"action": {"data": [1], "verb": 7}}])
async def test_a_button_without_usable_data_reaches_the_handler_empty(
    local: EdgeAlone, teams: Teams, value: object
) -> None:
    assert (await local.send(click(service_url=teams.url, value=value)))[0] == 200
    assert local.turns[0].data == {}


async def test_a_handler_that_fails_on_a_click_is_logged_once_and_excused(
    local: EdgeAlone, teams: Teams, caplog: pytest.LogCaptureFixture
) -> None:
    local.answer = RuntimeError("uventet")
    status, body = await local.send(click(service_url=teams.url))
    [record] = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert status == 200
    assert record.exc_info
    assert record.args
    assert f"Fejlkode: {record.args[0]}" in json.dumps(body)  # type: ignore[index]  # args is the tuple we log with


async def test_a_handler_that_fails_on_a_message_is_excused_by_a_reply(local: EdgeAlone, teams: Teams) -> None:
    local.answer = RuntimeError("uventet")
    assert await local.send(message(service_url=teams.url)) == (200, None)
    assert "Fejlkode" in json.dumps(teams.arrivals[0].body)


async def test_a_handler_that_fails_on_joining_says_nothing(local: EdgeAlone, teams: Teams) -> None:
    local.answer = RuntimeError("uventet")
    assert await local.send(message(type="installationUpdate", action="add", service_url=teams.url)) == (200, None)
    assert teams.arrivals == []


async def test_a_reply_that_teams_does_not_take_is_kept(local: EdgeAlone, teams: Teams) -> None:
    teams.answers = [web.Response(status=502)]
    assert await local.send(message(service_url=teams.url)) == (200, None)
    assert local.kept == [(local.turns[0], ANSWER)]


async def test_a_reply_that_can_be_neither_sent_nor_kept_is_still_no_5xx(local: EdgeAlone, teams: Teams) -> None:
    teams.answers = [web.Response(status=502)]
    local.keeping_fails = True
    assert await local.send(message(service_url=teams.url)) == (200, None)


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"{}", "application/json", 400),
        (b'"message"', "application/json", 400),
        (b'{"type": 7}', "application/json", 400),
        (b'{"type": "message", "x": NaN}', "application/json", 400),
        (b'{"type": "\xff"}', "application/json", 400),
        (b'{"type": "message", "x": ' + b"[" * 70 + b"]" * 70 + b"}", "application/json", 400),
        (b"[" * 200_000, "application/json", 400),
        (b'{"type": "message", "x": ' + b"9" * 5000 + b"}", "application/json", 400),
        (b'{"type": "message", "text": "' + b"x" * 300_000 + b'"}', "application/json", 413),
        (b"type=message", "application/x-www-form-urlencoded", 415),
        (b'{"type": "message"}', "text/plain", 415),
        (b'{"type": "message"}', "application/json", 403),
        (b'{"type": "message", "serviceUrl": "http://example.org"}', "application/json", 403),
    ],
)
async def test_bodies_that_are_no_activity_get_their_status(
    local: EdgeAlone, body: bytes, content_type: str, status: int
) -> None:
    headers = {"Content-Type": content_type}
    async with local.session.post(f"{local.url}/api/messages", data=body, headers=headers) as answer:
        assert answer.status == status
        assert "error" in await answer.json()


async def test_half_characters_and_nul_never_reach_the_handler(local: EdgeAlone, teams: Teams) -> None:
    body = json.dumps(message(text="a\ud800b\x00c 😀", service_url=teams.url))
    headers = {"Content-Type": "application/json; charset=utf-8"}
    async with local.session.post(f"{local.url}/api/messages", data=body.encode(), headers=headers) as answer:
        assert answer.status == 200
    assert local.turns[0].text == "a\ufffdbc 😀"


async def test_a_hundred_turns_start_no_threads_and_use_few_connections(teams: Teams) -> None:
    async with open_edge(LOCAL.model_copy(update={"limits": False})) as hurried:
        await hurried.send(message(service_url=teams.url))
        before = threading.active_count()
        for _ in range(100):
            await hurried.send(message(service_url=teams.url))
        assert threading.active_count() == before
    assert len(teams.arrivals) == 101
    assert teams.connections == 1
