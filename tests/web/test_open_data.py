"""Open data over HTTP: for anybody, from where people are told that it is, and in Danish why not."""

import asyncio
import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from bot.documents.data import from_json
from bot.documents.oparl.keys import BASE
from tests.harness.open_data import FIRST, HISTORY, MINUTES, NORD, STATE, URL, World, every_address, opened
from tests.harness.public_records import CLOSED, PLANTED, digest_of
from tests.harness.public_states import hour


async def test_nothing_that_is_closed_private_or_taken_back_is_found_anywhere() -> None:
    async with opened(STATE) as world:
        found = await every_address(world)
        feed = (await world.get("/offentlig/feed.atom")).body.decode()
        assert PLANTED not in json.dumps(found) + feed
        gone = (await world.get(f"{BASE}/file/{NORD}/release/2/pdf")).json
        assert gone == {
            "id": f"{URL}{BASE}/file/{NORD}/release/2/pdf",
            "type": "https://schema.oparl.org/1.1/File",
            "created": hour(12).isoformat(),
            "modified": hour(20).isoformat(),
            "deleted": True,
        }
        taken_back = (await world.get(f"/offentlig/{NORD}/{FIRST}/tillaeg-1.json", 410)).json
        assert "trukket tilbage" in taken_back["detail"]
        shut = (await world.get(f"{BASE}/agendaitem/{NORD}/{FIRST}/2")).json
        assert (shut["name"], shut["public"], "consultation" in shut) == (CLOSED, False, False)
        await world.get(f"{BASE}/paper/{NORD}/{FIRST}/2", 404)


async def test_a_document_is_the_record_that_was_released_and_leads_back_to_its_edition() -> None:
    async with opened(STATE) as world:
        file = (await world.get(f"{BASE}/file/{NORD}/release/3/json")).json
        document = await world.get(file["accessUrl"])
        assert from_json(document.body) == MINUTES
        assert (len(document.body), file["klynge:sha256"]) == (file["size"], digest_of(MINUTES))
        newer = (await world.get(f"{BASE}/file/{NORD}/release/4/pdf")).json
        assert newer["klynge:replaces"] == f"{URL}{BASE}/file/{NORD}/release/3/pdf"
        assert newer["klynge:correction"] == "Beløbet er rettet"
        meeting = (await world.get(f"{BASE}/meeting/{NORD}/{FIRST}")).json
        assert meeting["resultsProtocol"]["id"] == newer["id"]
        assert meeting["meetingState"] == "afholdt"
        assert (await world.get(f"/offentlig/{NORD}/{FIRST}/referat.json")).body == document.body
        Draft202012Validator((await world.get("/offentlig/schema/record.json")).json).validate(document.json)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{BASE}/nogetandet", 404),
        (f"{BASE}/", 404),
        (f"{BASE}/meeting/{NORD}/2099-1", 404),
        (f"{BASE}/meeting/..%2f..%2fetc/passwd", 404),
        (f"{BASE}/body/ukendt", 404),
        (f"{BASE}/body/ukendt/meetings", 404),
        (f"{BASE}/body/{NORD}/hemmeligheder", 404),
        (f"{BASE}/bodies?page=2", 404),
        (f"{BASE}/bodies?page=0", 404),
        (f"{BASE}/bodies?page=to", 400),
        (f"{BASE}/bodies?modified_since=i%20g%C3%A5r", 400),
        (f"{BASE}/bodies?created_until=2027-01-01", 400),
        (f"{BASE}/bodies?limit=%00", 400),
        ("/offentlig/ukendt/feed.atom", 404),
        (f"/offentlig/{NORD}/{FIRST}/hemmeligt.json", 404),
        (f"/offentlig/{NORD}/{FIRST}/referat/udgave-9.json", 404),
        (f"/offentlig/{NORD}/{FIRST}/referat/udgave-1e9.json", 404),
    ],
)
async def test_what_is_not_there_or_not_understood_is_told_in_danish(path: str, status: int) -> None:
    async with opened(STATE) as world:
        answer = await world.get(path, status)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        said = answer.json
        assert (said["type"], said["status"]) == ("https://schema.oparl.org/1.1/Error", status)
        assert said["title"]
        assert said["detail"] == said["message"]


async def test_who_has_it_already_is_not_sent_it_again_until_it_changes() -> None:
    async with opened(HISTORY.at(hour(13))) as world:
        path = f"{BASE}/meeting/{NORD}/{FIRST}"
        first = await world.get(path)
        same = await world.get(path, 304, headers={"If-None-Match": f'"other", W/{first.headers["ETag"]}'})
        assert (same.body, same.headers["ETag"]) == (b"", first.headers["ETag"])
        head = await world.get(path, method="HEAD")
        assert (head.body, head.headers["ETag"]) == (b"", first.headers["ETag"])
        feed = await world.get("/offentlig/feed.atom")
        await world.get("/offentlig/feed.atom", 304, headers={"If-Modified-Since": feed.headers["Last-Modified"]})
        since = hour(13).isoformat().replace("+", "%2B")
        asked = f"{BASE}/body/{NORD}/agendaitems?modified_since={since}"
        assert (await world.get(asked)).json["data"] == []
        world.turns(STATE)
        assert (await world.get(path, headers={"If-None-Match": first.headers["ETag"]})).json[
            "meetingState"
        ] == "afholdt"
        await world.get("/offentlig/feed.atom", headers={"If-Modified-Since": feed.headers["Last-Modified"]})
        changed = (await world.get(asked)).json
        assert [each["id"].rpartition("/")[2] for each in changed["data"]] == ["1"]


async def test_anybody_may_ask_from_any_page_but_nobody_may_write() -> None:
    async with opened(STATE) as world:
        asked = await world.get(f"{BASE}/system", 204, method="OPTIONS", headers={"Origin": "https://andre.example"})
        assert "If-None-Match" in asked.headers["Access-Control-Allow-Headers"]
        refused = await world.get(f"{BASE}/system", 405, method="DELETE")
        assert (refused.headers["Allow"], refused.json["title"]) == ("GET, HEAD, OPTIONS", "Her kan kun læses")


async def test_a_reader_who_asks_without_end_is_told_when_to_come_again() -> None:
    async with opened(STATE, limits=True) as world:
        answers = [await _status(world, "/offentlig/feed.atom") for _ in range(60)]
        assert answers[:20] == [200] * 20
        refused = await world.get("/offentlig/feed.atom", 429)
        assert int(refused.headers["Retry-After"]) >= 1


async def _status(world: World, path: str) -> int:
    async with world.opened[0].get(f"http://127.0.0.1:{world.port}{path}") as answer:
        return answer.status


async def test_addresses_begin_where_the_service_is_said_to_be_whatever_the_reader_says() -> None:
    async with opened(STATE) as world:
        said = await world.get(f"{BASE}/system", headers={"Host": "angriber.example"})
        assert said.json["id"] == f"{URL}{BASE}/system"
        assert said.headers["Cache-Control"].startswith("public")
    async with opened(STATE, url="") as world:
        own = await world.get(f"{BASE}/system")
        assert own.json["id"] == f"http://127.0.0.1:{world.port}{BASE}/system"
        other = await world.get(f"{BASE}/system", headers={"Host": "andet.example"})
        assert other.json["id"] == f"http://andet.example{BASE}/system"
        assert other.headers["Cache-Control"] == "no-store", "nobody else is given what a reader said"


async def test_a_state_is_drawn_once_for_many_who_ask_and_a_failure_is_told_with_its_code() -> None:
    async with opened(STATE) as world:
        await asyncio.gather(*(world.get(f"{BASE}/system") for _ in range(8)))
        world.turns(replace(STATE, stamp="broken", forums=None))  # type: ignore[arg-type]
        failed = await world.get(f"{BASE}/system", 503)
        assert re.search(r"Fejlkode: \w+", failed.json["detail"])
