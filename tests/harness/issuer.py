"""A token issuer on loopback: OpenID metadata, signing keys that can be rotated, and an outage on demand.

It plays Microsoft's login and not Teams, which signs nothing itself.
"""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256

from bot.clock import elapsed_now
from bot.web.app import listening

APP_ID = "11111111-aaaa-4aaa-8aaa-111111111111"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"


@cache
def private_key(kid: str) -> RSAPrivateKey:
    """The same key for the same id: making one is slow."""
    return generate_private_key(65537, 2048)


class Issuer:
    """Signs tokens as Microsoft does; `kids` are the keys it publishes."""

    def __init__(self) -> None:
        self.kids = ["first"]
        self.endorsements: list[str] | None = ["msteams"]
        self.is_down = False
        self.is_open = asyncio.Event()  # while it is not set, whoever asks is kept waiting
        self.is_open.set()
        self.answer: Callable[[web.Request], web.StreamResponse] | None = None
        self.jwks_uri: object = None
        self.jwks: object = None
        self.padding = ""
        self.fetches = 0
        self.metadata_url = ""

    def token(self, *, kid: str = "first", signed_with: str | None = None, **claims: Any) -> str:
        """A token that is good unless `claims` says otherwise (see `payload`)."""
        return handmade({"alg": "RS256", "typ": "JWT", "kid": kid}, payload(claims), signed_with or kid)

    def bearer(self, **claims: Any) -> dict[str, str]:
        """The header that carries such a token."""
        return {"Authorization": f"Bearer {self.token(**claims)}"}

    def _jwk(self, kid: str) -> dict[str, Any]:
        jwk: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(private_key(kid).public_key(), as_dict=True)
        jwk |= {"kid": kid, "use": "sig"}
        return jwk if self.endorsements is None else jwk | {"endorsements": self.endorsements}

    async def metadata(self, request: web.Request) -> web.StreamResponse:
        """GET the OpenID metadata."""
        self.fetches += 1
        await self.is_open.wait()
        if self.is_down:
            raise web.HTTPServiceUnavailable
        if self.answer is not None:
            return self.answer(request)
        keys = self.jwks_uri or str(request.url.with_path("/keys"))
        return web.json_response({"jwks_uri": keys, "padding": self.padding})

    async def keys(self, _: web.Request) -> web.Response:
        """GET the keys, among them some that nobody here can use."""
        odd = [{"kty": "EC", "kid": "curve"}, {"kty": "RSA", "kid": "broken", "n": "?"}, {"kty": "RSA"}, "?"]
        return web.json_response(self.jwks or {"keys": [*odd, *(self._jwk(kid) for kid in self.kids)]})


def payload(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The claims of a good token with changes: a length of time is counted from now, and None leaves a claim out."""
    now = elapsed_now()
    usual = {
        "iss": "https://api.botframework.com",
        "aud": APP_ID,
        "nbf": -timedelta(minutes=1),
        "exp": timedelta(hours=1),
        "serviceurl": SERVICE_URL,
    }
    told = {name: value for name, value in (usual | dict(changes)).items() if value is not None}
    return {
        name: int((now + value).timestamp()) if isinstance(value, timedelta) else value for name, value in told.items()
    }


def handmade(header: object, claims: object, signed_with: str = "first") -> str:
    """A token of anything at all, signed with RS256 whatever its header says; no library would write some of them."""
    said = b".".join(encoded(json.dumps(each).encode()) for each in (header, claims))
    return (said + b"." + encoded(private_key(signed_with).sign(said, PKCS1v15(), SHA256()))).decode("ascii")


def encoded(part: bytes) -> bytes:
    """As the parts of a token are written."""
    return base64.urlsafe_b64encode(part).rstrip(b"=")


@asynccontextmanager
async def running_issuer() -> AsyncIterator[Issuer]:
    """An issuer for the length of the block."""
    issuer = Issuer()
    app = web.Application()
    app.router.add_get("/metadata", issuer.metadata)
    app.router.add_get("/keys", issuer.keys)
    async with listening(app, "127.0.0.1", 0) as port:
        issuer.metadata_url = f"http://127.0.0.1:{port}/metadata"
        yield issuer
