"""Every trick with a token: real signed tokens over HTTP, each with one thing about it that is wrong."""

import base64
import hmac
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from multidict import CIMultiDict

from tests.harness.doors import AMER, HEAD, Case, check, check_calm
from tests.harness.edge import EdgeAlone, click, message
from tests.harness.issuer import APP_ID, Issuer, encoded, handmade, payload, private_key

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
OTHER = "99999999-aaaa-4aaa-8aaa-999999999999"


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


def with_own_key(**head: Any) -> Callable[[], str]:
    """Signed with a key of the attacker's own, to which the header points."""
    return lambda: f"Bearer {handmade(HEAD | head, payload({}), 'other')}"


def own_jwk() -> dict[str, Any]:
    """The attacker's own public key."""
    found: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(private_key("other").public_key(), as_dict=True)
    return found


def good() -> str:
    """A token that is let in."""
    return handmade(HEAD, payload({}))


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
    Case("PS256", 401, head={"alg": "PS256"}),
    Case("ES256", 401, head={"alg": "ES256"}),
    Case("RS256 in small letters", 401, head={"alg": "rs256"}),
    Case("none in other letters", 401, head={"alg": "nOnE"}),
    Case("a detached payload", 401, head={"b64": False, "crit": ["b64"]}),
    Case("a key in the header", 401, asks=True, header=with_own_key(jwk=own_jwk())),
    Case("a key in the header alone", 401, header=with_own_key(kid=None, jwk=own_jwk())),
    Case("keys at the caller's address", 401, asks=True, header=with_own_key(jku="https://example.org/keys")),
    Case("a certificate at the caller's address", 401, asks=True, header=with_own_key(x5u="https://example.org/c")),
    Case("a certificate in the header", 401, asks=True, header=with_own_key(x5c=["AAAA"])),
    Case("a key id that is a path", 401, asks=True, head={"kid": "../../../dev/null"}),
    Case("a key id that is SQL", 401, asks=True, head={"kid": "first' OR '1'='1"}),
    Case("a key id with a NUL", 401, asks=True, head={"kid": "first\0"}),
    Case("a token in a token", 401, header=lambda: f"Bearer {handmade(HEAD | {'cty': 'JWT'}, good())}"),
    Case("an encrypted token", 401, header=lambda: f"Bearer {good()}.AAAA.AAAA"),
    Case("a signature left out", 401, asks=True, header=lambda: f"Bearer {good().rpartition('.')[0]}."),
    Case("most of a signature", 401, asks=True, header=lambda: f"Bearer {good()[:-42]}"),
    Case("a signature that ends within a byte", 401, header=lambda: f"Bearer {good()[:-41]}"),
    Case("two tokens", 401, header=lambda: f"Bearer {good()} {good()}"),
    Case("two tokens with a comma", 401, header=lambda: f"Bearer {good()}, Bearer {good()}"),
    Case("a space within", 401, header=lambda: f"Bearer {good().replace('.', ' .', 1)}"),
    Case("a tab after the scheme", 401, header=lambda: f"Bearer\t{good()}"),
    Case("spaces around the token", 200, asks=True, header=lambda: f"Bearer   {good()}  "),
    Case("the scheme twice", 401, header=lambda: f"Bearer Bearer {good()}"),
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
    Case("an expiry below zero", 401, claims={"exp": -(2**63)}),
    Case("a fraction of a second", 401, claims={"exp": 0.5}),
    Case("an expiry that is true", 401, claims={"exp": True}),
    Case("an audience that nearly fits", 403, claims={"aud": APP_ID.upper()}),
    Case("an issuer with a slash", 401, claims={"iss": "https://api.botframework.com/"}),
    Case("a beginning that is no number", 401, claims={"nbf": "nu"}),
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


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.INFO)
    yield
    check_calm(caplog.get_records("call"))


@pytest.mark.parametrize("case", TOKENS, ids=str)
async def test_each_trick_with_a_token_has_its_status(stage: EdgeAlone, issuer: Issuer, case: Case) -> None:
    await check(stage, issuer, case)


KINDS: dict[str, Mapping[str, Any]] = {
    "message": message(),
    "installation": message(type="installationUpdate", action="add", text=None),
    "event": message(type="event", name="application/vnd.microsoft.meetingStart", text=None),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", [each for each in TOKENS if each.status != 200], ids=str)
async def test_a_token_that_is_wrong_is_wrong_whatever_it_brings(
    stage: EdgeAlone, issuer: Issuer, case: Case, kind: str
) -> None:
    for name, value in case.issuer.items():
        setattr(issuer, name, value)
    body = json.dumps(KINDS[kind]).encode()
    async with stage.session.post(f"{stage.url}/api/messages", data=body, headers=case.headers()) as answer:
        assert answer.status == case.status
    assert stage.turns == []


@pytest.mark.parametrize("first", [True, False])
async def test_of_two_authorization_headers_a_bad_first_one_is_not_helped_by_a_good_second(
    stage: EdgeAlone, issuer: Issuer, first: bool
) -> None:
    tokens = [f"Bearer {good()}", "Bearer x.y.z"]
    headers = CIMultiDict([("Authorization", each) for each in (tokens if first else tokens[::-1])])
    async with stage.session.post(f"{stage.url}/api/messages", json=click(), headers=headers) as answer:
        assert answer.status == (200 if first else 401)
