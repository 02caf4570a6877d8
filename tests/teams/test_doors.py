"""Who is let in and with which status everybody else is turned away: real signed tokens, over HTTP.

Each row spoils one thing about a request that is let in. `asks` is whether the signing keys were fetched for it.
"""

import base64
import hmac
import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.harness.edge import TEAMS, TENANT, EdgeAlone, click, message, open_edge
from tests.harness.issuer import APP_ID, SERVICE_URL, Issuer, encoded, handmade, payload, private_key, running_issuer

HEAD = {"alg": "RS256", "typ": "JWT", "kid": "first"}
SECRET = "ORD-SOM-INGEN-MÅ-SE"  # noqa: S105 - what must not come back
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
OTHER = "99999999-aaaa-4aaa-8aaa-999999999999"
AMER = "https://smba.trafficmanager.net/amer/"


@dataclass(frozen=True)
class Case:
    """One thing that is wrong, and what is answered; what is not named is as it should be."""

    name: str
    status: int
    asks: bool = False
    claims: Mapping[str, Any] = field(default_factory=dict)
    head: Mapping[str, Any] = field(default_factory=dict)
    header: Callable[[], str | None] | None = None
    activity: Mapping[str, Any] = field(default_factory=dict)
    body: bytes | None = None
    content_type: str = "application/json"
    more: Mapping[str, str] = field(default_factory=dict)
    issuer: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name

    def headers(self) -> dict[str, str]:
        """What the request is sent with."""
        head = {name: value for name, value in (HEAD | dict(self.head)).items() if value is not None}
        said = self.header() if self.header else f"Bearer {handmade(head, payload(self.claims))}"
        return {"Content-Type": self.content_type, **self.more, **({} if said is None else {"Authorization": said})}

    def sent(self) -> bytes:
        """The body."""
        return json.dumps(click(**self.activity)).encode() if self.body is None else self.body


def with_public_key() -> str:
    """HS256 with the public key as its secret, which a careless verifier takes."""
    pem = private_key("first").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    said = b".".join(encoded(json.dumps(each).encode()) for each in (HEAD | {"alg": "HS256"}, payload({})))
    return f"Bearer {(said + b'.' + encoded(hmac.digest(pem, said, 'sha256'))).decode()}"


def tampered() -> str:
    """A good token whose claims were changed afterwards."""
    head, _, signature = handmade(HEAD, payload({})).split(".")
    return f"Bearer {head}.{encoded(json.dumps(payload({'serviceurl': AMER})).encode()).decode()}.{signature}"


def unsigned() -> str:
    """A token with alg none and no signature."""
    return f"Bearer {handmade(HEAD | {'alg': 'none'}, payload({})).rpartition('.')[0]}."


def raw(claims: str) -> str:
    """A token with claims that are no proper JSON."""
    return f"Bearer {encoded(json.dumps(HEAD).encode()).decode()}.{encoded(claims.encode()).decode()}.AAAA"


def twice(name: str, first: str, last: str) -> bytes:
    """An activity in which one name stands twice."""
    return (f'{{"{name}": {json.dumps(first)}, ' + json.dumps(click(**{name: last}))[1:]).encode()


def endorsed(*channels: str) -> dict[str, Any]:
    return {"endorsements": list(channels)}


TOKENS = [
    Case("no header", 401, header=lambda: None),
    Case("an empty header", 401, header=lambda: ""),
    Case("no token", 401, header=lambda: "Bearer "),
    Case("another scheme", 401, header=lambda: f"Basic {base64.b64encode(b'a:b').decode()}"),
    Case("garbage", 401, header=lambda: "Bearer garbage"),
    Case("garbage beyond ASCII", 401, header=lambda: "Bearer \udcff\udcfe"),
    Case("three dots", 401, header=lambda: "Bearer ..."),
    Case("three parts of nothing", 401, header=lambda: "Bearer a.b.c"),
    Case("a very long token", 401, header=lambda: "Bearer " + "x" * 9000),
    Case("claims of a thousand brackets", 401, header=lambda: raw("[" * 9000)),
    Case("claims that are a list", 401, header=lambda: f"Bearer {handmade(HEAD, [])}"),
    Case("a header that is a list", 401, header=lambda: f"Bearer {handmade([], payload({}))}"),
    Case("alg none", 401, header=unsigned),
    Case("HS256 with the public key", 401, header=with_public_key),
    Case("RS512", 401, head={"alg": "RS512"}),
    Case("no alg", 401, head={"alg": None}),
    Case("a critical extension", 401, head={"crit": ["x"], "x": 1}),
    Case("no key id", 401, head={"kid": None}),
    Case("an empty key id", 401, head={"kid": ""}),
    Case("a key id that is no text", 401, head={"kid": ["first"]}),
    Case("a huge key id", 401, head={"kid": "k" * 5000}),
    Case("another issuer", 401, claims={"iss": "https://sts.windows.net/anden/"}),
    Case("no issuer", 401, claims={"iss": None}),
    Case("issuers in a list", 401, claims={"iss": ["https://api.botframework.com"]}),
    Case("another audience", 403, claims={"aud": OTHER}),
    Case("no audience", 401, claims={"aud": None}),
    Case("audiences in a list", 403, claims={"aud": [APP_ID, OTHER]}),
    Case("expired", 401, claims={"exp": -HOUR}),
    Case("expired beyond the leeway", 401, claims={"exp": -6 * MINUTE}),
    Case("expired within the leeway", 200, asks=True, claims={"exp": -4 * MINUTE}),
    Case("no expiry", 401, claims={"exp": None}),
    Case("an expiry that is no number", 401, claims={"exp": "snart"}),
    Case("an expiry that is an object", 401, claims={"exp": {}}),
    Case("an infinite expiry", 401, header=lambda: raw('{"exp": Infinity}')),
    Case("an endless expiry", 401, header=lambda: raw(f'{{"exp": 1{"0" * 5000}}}')),
    Case("not yet valid", 401, claims={"nbf": HOUR}),
    Case("valid within the leeway", 200, asks=True, claims={"nbf": 4 * MINUTE}),
    Case("no beginning", 200, asks=True, claims={"nbf": None}),
    Case("issued in the future", 200, asks=True, claims={"iat": HOUR}),
    Case("a bad signature", 401, asks=True, header=lambda: f"Bearer {handmade(HEAD, payload({}), 'other')}"),
    Case("claims changed afterwards", 401, asks=True, header=tampered),
    Case("an unknown key", 401, asks=True, head={"kid": "unknown"}),
    Case("keys that cannot be had", 503, asks=True, issuer={"is_down": True}),
    Case("the scheme in small letters", 200, asks=True, header=lambda: f"bearer {handmade(HEAD, payload({}))}"),
]
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


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with running_issuer() as issuer:
        yield issuer


@pytest.fixture
async def stage(issuer: Issuer) -> AsyncIterator[EdgeAlone]:
    async with open_edge(TEAMS, metadata_url=issuer.metadata_url) as stage:
        yield stage


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Any:
    """Nothing that comes from outside is an error in the log, and its words are not in it."""
    caplog.set_level(logging.INFO)
    yield
    records = caplog.get_records("call")
    assert [each.getMessage() for each in records if each.levelno >= logging.ERROR or each.exc_info] == []
    assert not [each.getMessage() for each in records if SECRET in each.getMessage()]


@pytest.mark.parametrize("case", [*TOKENS, *ORIGIN, *BODIES], ids=str)
async def test_each_thing_that_is_wrong_has_its_status(stage: EdgeAlone, issuer: Issuer, case: Case) -> None:
    for name, value in case.issuer.items():
        setattr(issuer, name, value)
    body = case.sent().replace(b"Koordinator", SECRET.encode())
    async with stage.session.post(f"{stage.url}/api/messages", data=body, headers=case.headers()) as answer:
        said = await answer.text()
    assert answer.status == case.status, said
    assert issuer.fetches == case.asks
    assert len(stage.turns) == (case.status == 200)
    if case.status != 200:
        assert json.loads(said)["error"]["code"] == str(case.status)
        assert len(said) < 200
        assert SECRET not in said
    assert ("Retry-After" in answer.headers) == (case.status == 503)
    assert ("WWW-Authenticate" in answer.headers) == (case.status == 401)


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
