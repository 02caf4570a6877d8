"""Who is let in and with which status everybody else is turned away: real signed tokens, over HTTP.

Each row spoils one thing about a request that is let in. `asks` is whether the signing keys were fetched for it.
"""

import json
import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from tests.harness.doors import AMER, Case, check, check_calm
from tests.harness.edge import TENANT, EdgeAlone, click, message
from tests.harness.issuer import SERVICE_URL, Issuer

OTHER = "99999999-aaaa-4aaa-8aaa-999999999999"


def twice(name: str, first: str, last: str) -> bytes:
    """An activity in which one name stands twice."""
    return (f'{{"{name}": {json.dumps(first)}, ' + json.dumps(click(**{name: last}))[1:]).encode()


def endorsed(*channels: str) -> dict[str, Any]:
    return {"endorsements": list(channels)}


ORIGIN = [
    Case("a key that vouches for nothing", 403, asks=True, issuer={"endorsements": None}),
    Case("a key without channels", 403, asks=True, issuer=endorsed()),
    Case("a key for another channel", 403, asks=True, issuer=endorsed("webchat")),
    Case("Web Chat with its own key", 403, True, activity={"channelId": "webchat"}, issuer=endorsed("webchat")),
    Case("Web Chat with Teams' key", 403, asks=True, activity={"channelId": "webchat"}),
    Case("both channels' key", 403, True, activity={"channelId": "webchat"}, issuer=endorsed("msteams", "webchat")),
    Case("the emulator", 403, asks=True, activity={"channelId": "emulator"}),
    Case("no channel", 403, asks=True, activity={"channelId": None}),
    Case("a channel that is no text", 403, asks=True, activity={"channelId": 7}),
    Case("no service URL in the token", 403, asks=True, claims={"serviceurl": None}),
    Case("a service URL that is no text", 403, asks=True, claims={"serviceurl": 7}),
    Case("another service URL", 403, asks=True, claims={"serviceurl": AMER}),
    Case("a service URL in other letters", 403, asks=True, claims={"serviceurl": SERVICE_URL.upper()}),
    Case("a service URL without its last slash", 200, asks=True, claims={"serviceurl": SERVICE_URL.rstrip("/")}),
    Case("a service URL with slashes added", 403, asks=True, claims={"serviceurl": SERVICE_URL + "//"}),
    Case("no service URL in the body", 403, asks=True, activity={"serviceUrl": None}),
    Case("no service URL at all", 403, asks=True, activity={"serviceUrl": None}, claims={"serviceurl": None}),
    *(
        Case(f"a host off the list: {url!r}", 403, asks=True, activity={"serviceUrl": url}, claims={"serviceurl": url})
        for url in (
            "http://smba.trafficmanager.net/emea/",
            "https://smba.trafficmanager.net.example.org/",
            "https://evil.trafficmanager.net/",
            "https://evilsmba.trafficmanager.net/",
            "https://smba.trafficmanager.net@example.org/",
            "https://smba.trafficmanager.net:443@example.org/",
            "https://example.org\\@smba.trafficmanager.net/",
            "https://example.org\\.smba.trafficmanager.net/",
            "https://example.org/smba.trafficmanager.net/",
            "https://example.org?.smba.trafficmanager.net/",
            "https://example.org#.smba.trafficmanager.net/",
            "https://smba.trafficmanager.net/../",
            "https://smba.trafficmanager.net/emea/..",
            "https://smba.trafficmanager.net/%2e%2e/",
            "https://smba.trafficmanager.net:1x/",
            "https://smba.traffic\nmanager.net/",
            "https://smba.trafficmanager.net/\r\nHost: example.org",
            "https://ѕmba.trafficmanager.net/",
            "//smba.trafficmanager.net/",
            "https://127.0.0.1/",
            "https://[",
        )
    ),
    Case("a tenant off the list", 403, asks=True, activity={"conversation": {"id": "19:k", "tenantId": "fremmed"}}),
    Case("tenants that disagree", 403, asks=True, activity={"channelData": {"tenant": {"id": "fremmed"}}}),
    Case("no tenant", 403, asks=True, activity={"conversation": {"id": "19:k"}, "channelData": None}),
    Case(
        "a tenant that is no text", 403, asks=True, activity={"conversation": {"tenantId": [TENANT]}, "channelData": 7}
    ),
    Case("a tenant in large letters", 200, True, activity={"conversation": {"id": "19:k", "tenantId": TENANT.upper()}}),
]
BODIES = [
    Case("a form", 415, asks=True, content_type="application/x-www-form-urlencoded"),
    Case("plain text", 415, asks=True, content_type="text/plain"),
    Case("no content type to speak of", 415, asks=True, content_type=";;;"),
    Case("a compressed body", 415, asks=True, more={"Content-Encoding": "gzip"}),
    Case("too large", 413, asks=True, body=b'{"type": "message", "text": "' + b"x" * 300_000 + b'"}'),
    Case("too deep", 400, asks=True, body=b'{"type": "message", "x": ' + b"[" * 70 + b"]" * 70 + b"}"),
    Case("deeper than any stack", 400, asks=True, body=b"[" * 200_000),
    Case("no JSON", 400, asks=True, body=b"{"),
    Case("nothing", 400, asks=True, body=b""),
    Case("not UTF-8", 400, asks=True, body=b'{"type": "\xff"}'),
    Case("UTF-16", 400, asks=True, body='{"type": "message"}'.encode("utf-16")),
    Case("NaN", 400, asks=True, body=b'{"type": "message", "x": NaN}'),
    Case("an endless number", 400, asks=True, body=b'{"type": "message", "x": ' + b"9" * 5000 + b"}"),
    Case("a list", 400, asks=True, body=b"[]"),
    Case("a text", 400, asks=True, body=b'"message"'),
    Case("no type", 400, asks=True, body=b"{}"),
    Case("a type that is no text", 400, asks=True, body=b'{"type": 7}'),
    Case("a name twice, the last one bad", 403, asks=True, body=twice("serviceUrl", SERVICE_URL, AMER)),
    Case("a name twice, the last one good", 200, asks=True, body=twice("serviceUrl", AMER, SERVICE_URL)),
    Case("a byte order mark", 200, asks=True, body=b"\xef\xbb\xbf" + json.dumps(click()).encode()),
    Case("nothing wrong", 200, asks=True),
]


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.INFO)
    yield
    check_calm(caplog.get_records("call"))


@pytest.mark.parametrize("case", [*ORIGIN, *BODIES], ids=str)
async def test_each_thing_that_is_wrong_has_its_status(stage: EdgeAlone, issuer: Issuer, case: Case) -> None:
    await check(stage, issuer, case)


async def test_other_methods_are_not_offered(stage: EdgeAlone, issuer: Issuer) -> None:
    for method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS"):
        headers = issuer.bearer()
        async with stage.session.request(method, f"{stage.url}/api/messages", headers=headers) as answer:
            assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert issuer.fetches == 0


async def test_too_large_is_told_before_all_of_it_has_come(stage: EdgeAlone, issuer: Issuer) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b" " * 65536

    headers = issuer.bearer() | {"Content-Type": "application/json"}
    async with stage.session.post(f"{stage.url}/api/messages", data=endless(), headers=headers) as answer:
        assert answer.status == 413


async def test_an_event_with_a_good_token_is_answered_without_work(stage: EdgeAlone, issuer: Issuer) -> None:
    assert await stage.send(message(type="messageReaction"), issuer.bearer()) == (200, None)
    assert stage.turns == []


async def test_the_sender_is_taken_from_the_verified_activity(stage: EdgeAlone, issuer: Issuer) -> None:
    status, body = await stage.send(click({"from": {"aadObjectId": OTHER}, "person": OTHER}), issuer.bearer())
    assert (status, body["type"]) == (200, "application/vnd.microsoft.card.adaptive")
    assert stage.turns[0].sender.object_id == "aaaaaaaa-0000-4000-8000-000000000006"
