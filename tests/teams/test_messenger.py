"""Cards on their way to Teams: where they are posted, and what each failure means to delivery."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.people import Identity
from bot.local.connector import HANG_UP, Failure
from bot.local.directory import Json
from bot.messenger import Unsent
from bot.teams.connector import refusal
from tests.harness.edge import ANSWER, BOT, CHANNEL, TEAMS, TENANT, EdgeAlone, open_edge
from tests.harness.edge import PERSON as OBJECT_ID
from tests.harness.teams import Teams

PERSON = Identity(TENANT, OBJECT_ID)


@pytest.fixture
def channel(teams: Teams) -> Conversation:
    return Conversation(place=Place.CHANNEL, service_url=teams.url, tenant=TENANT, id=CHANNEL, bot=BOT)


async def test_a_post_without_thread_begins_one_and_returns_its_id(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    begun = await local.client.messenger.post(channel, ANSWER)
    assert teams.board.messages()[-1].thread == begun == teams.board.messages()[-1].id
    assert teams.arrivals[0].path == "/v3/conversations"


async def test_the_id_is_read_from_the_conversation_when_teams_names_no_activity(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    teams.answers = [web.json_response({"id": "19:kanal@thread.tacv2;messageid=1800"}, status=201)]
    assert await local.client.messenger.post(channel, ANSWER) == "1800"


async def test_a_post_in_a_thread_returns_its_own_id(local: EdgeAlone, teams: Teams, channel: Conversation) -> None:
    answer = await local.client.messenger.post(channel, ANSWER, "1600")
    assert (teams.board.messages()[-1].thread, teams.board.messages()[-1].id) == ("1600", answer)
    assert teams.arrivals[0].path == "/v3/conversations/19:kanal@thread.tacv2;messageid=1600/activities"


async def test_an_update_replaces_the_message(local: EdgeAlone, teams: Teams, channel: Conversation) -> None:
    begun = await local.client.messenger.post(channel, ANSWER)
    await local.client.messenger.update(channel, begun, ANSWER)
    arrival = teams.arrivals[-1]
    assert (arrival.method, arrival.path) == (
        "PUT",
        f"/v3/conversations/{CHANNEL};messageid={begun}/activities/{begun}",
    )
    assert arrival.body["attachments"][0]["content"] == ANSWER.content == teams.board.messages()[-1].card


async def test_a_personal_chat_is_opened_and_can_be_written_to(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    chat = await local.client.messenger.open_chat(PERSON, channel)
    assert chat == dataclasses.replace(
        channel, place=Place.PERSONAL, id=teams.directory.personal(teams.directory.people[0])
    )
    assert teams.arrivals[0].body["members"] == [{"id": PERSON.object_id, "tenantId": TENANT}]
    assert teams.arrivals[0].body["isGroup"] is False
    assert await local.client.messenger.post(chat, ANSWER) == teams.board.messages(chat.id)[0].id


async def test_a_chat_that_teams_does_not_create_is_unsent(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    teams.answers = [web.json_response({})]
    with pytest.raises(Unsent) as unsent:
        await local.client.messenger.open_chat(PERSON, channel)
    assert unsent.value.permanent


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (429, {"Retry-After": "12"}, {"retry_after": timedelta(seconds=12)}),
        (429, {"Retry-After": "999999"}, {"retry_after": timedelta(hours=1)}),
        (429, {"Retry-After": "snart"}, {}),
        (429, {}, {}),
        (401, {}, {}),
        (412, {}, {}),
        (500, {}, {}),
        (502, {}, {}),
        (503, {"Retry-After": "3"}, {"retry_after": timedelta(seconds=3)}),
        (504, {}, {"outcome_unknown": True}),
        (302, {"Location": "http://127.0.0.1:1/"}, {"permanent": True}),
        (400, {}, {"permanent": True}),
        (403, {}, {"permanent": True}),
        (404, {}, {"permanent": True}),
        (413, {}, {"permanent": True}),
    ],
)
async def test_each_status_means_what_teams_means_by_it(
    local: EdgeAlone,
    teams: Teams,
    channel: Conversation,
    status: int,
    headers: dict[str, str],
    expected: dict[str, Any],
) -> None:
    teams.answers = [web.json_response({"error": {"code": "Nej"}}, status=status, headers=headers)]
    with pytest.raises(Unsent) as raised:
        await local.client.messenger.post(channel, ANSWER)
    unsent = raised.value
    assert unsent.status == status
    usual = {"retry_after": None, "permanent": False, "outcome_unknown": False}
    assert {name: getattr(unsent, name) for name in usual} == usual | expected
    assert unsent.reason.endswith(".")
    assert len(teams.arrivals) == 1


def test_a_retry_date_is_measured_by_the_clock_of_the_service() -> None:
    headers = {"Date": "Tue, 16 Mar 2027 08:00:00 GMT", "Retry-After": "Tue, 16 Mar 2027 08:00:30 GMT"}
    assert refusal("POST", 429, headers).retry_after == timedelta(seconds=30)


def test_a_gateway_that_gives_up_on_an_update_leaves_nothing_unknown() -> None:
    assert not refusal("PUT", 504, {}).outcome_unknown


async def test_a_connection_that_breaks_after_a_post_leaves_its_outcome_unknown(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    teams.connector.failures.append(Failure(HANG_UP))
    with pytest.raises(Unsent) as unsent:
        await local.client.messenger.post(channel, ANSWER)
    assert unsent.value.outcome_unknown
    assert not unsent.value.permanent
    assert len(teams.arrivals) == 1


async def test_a_connection_that_breaks_during_an_update_does_not(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    teams.connector.failures.append(Failure(HANG_UP))
    with pytest.raises(Unsent) as unsent:
        await local.client.messenger.update(channel, "1700", ANSWER)
    assert not unsent.value.outcome_unknown


async def test_a_service_that_is_not_there_got_nothing(local: EdgeAlone, channel: Conversation) -> None:
    gone = dataclasses.replace(channel, service_url="http://127.0.0.1:9")
    with pytest.raises(Unsent) as unsent:
        await local.client.messenger.post(gone, ANSWER)
    assert not unsent.value.outcome_unknown
    assert not unsent.value.permanent


@pytest.mark.parametrize(
    "url", ["http://example.org", "https://example.org", "ftp://127.0.0.1", "https://smba.trafficmanager.net:x"]
)
async def test_an_address_off_the_list_is_never_sent_to(local: EdgeAlone, channel: Conversation, url: str) -> None:
    with pytest.raises(Unsent) as unsent:
        await local.client.messenger.post(dataclasses.replace(channel, service_url=url), ANSWER)
    assert unsent.value.permanent


async def test_loopback_is_off_the_list_while_authentication_is_on(teams: Teams, channel: Conversation) -> None:
    async with open_edge(TEAMS) as stage:
        with pytest.raises(Unsent) as unsent:
            await stage.client.messenger.post(channel, ANSWER)
    assert unsent.value.permanent
    assert teams.arrivals == []


async def test_the_roster_is_read_page_by_page(local: EdgeAlone, teams: Teams, channel: Conversation) -> None:
    hers = {"id": "29:hun", "aadObjectId": PERSON.object_id.upper(), "tenantId": "HJEMME"}
    pages: list[Json] = [{"members": [{"id": "29:en-anden"}, "?"], "continuationToken": "mere"}, {"members": [hers]}]
    teams.answers = [web.json_response(page) for page in pages * 2]
    assert await local.client.roster_tenant(channel, PERSON.object_id) == "hjemme"
    assert [each.query["pageSize"] for each in teams.arrivals] == ["500", "500"]
    assert teams.arrivals[1].query["continuationToken"] == "mere"
    assert await local.client.roster_tenant(channel, "en helt anden") is None


@pytest.mark.parametrize("trouble", [Failure(HANG_UP), Failure(HANG_UP, after=3), Failure(403)], ids=str)
async def test_a_roster_that_fails_says_nothing(
    local: EdgeAlone, teams: Teams, channel: Conversation, trouble: Failure
) -> None:
    teams.connector.failures.extend([trouble] * 2)  # a broken connection is tried once more
    assert await local.client.roster_tenant(channel, PERSON.object_id) is None
