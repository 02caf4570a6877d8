"""A token issuer on loopback: OpenID metadata, signing keys that can be rotated, and an outage on demand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

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
        self.fetches = 0
        self.metadata_url = ""

    def token(self, *, kid: str = "first", signed_with: str | None = None, **claims: Any) -> str:
        """A token that is good unless `claims` says otherwise; a claim of None is left out."""
        now = elapsed_now()
        usual = {
            "iss": "https://api.botframework.com",
            "aud": APP_ID,
            "nbf": now - timedelta(minutes=1),
            "exp": now + timedelta(hours=1),
            "serviceurl": SERVICE_URL,
        }
        told = {name: value for name, value in (usual | claims).items() if value is not None}
        return jwt.encode(told, private_key(signed_with or kid), "RS256", headers={"kid": kid})

    def bearer(self, **claims: Any) -> dict[str, str]:
        """The header that carries such a token."""
        return {"Authorization": f"Bearer {self.token(**claims)}"}

    def _jwk(self, kid: str) -> dict[str, Any]:
        jwk: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(private_key(kid).public_key(), as_dict=True)
        jwk |= {"kid": kid, "use": "sig"}
        return jwk if self.endorsements is None else jwk | {"endorsements": self.endorsements}

    async def metadata(self, request: web.Request) -> web.Response:
        """GET the OpenID metadata."""
        self.fetches += 1
        if self.is_down:
            raise web.HTTPServiceUnavailable
        return web.json_response({"jwks_uri": str(request.url.with_path("/keys"))})

    async def keys(self, _: web.Request) -> web.Response:
        """GET the keys, among them two that nobody here can use."""
        odd = [{"kty": "EC", "kid": "curve"}, {"kty": "RSA", "kid": "broken", "n": "?"}]
        return web.json_response({"keys": [*odd, *(self._jwk(kid) for kid in self.kids)]})


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
