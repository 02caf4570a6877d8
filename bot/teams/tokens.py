"""Whether a request comes from Teams: the bearer token is checked in full, and what can be refused costs no look-up.

The rules are those of Bot Framework's "Authentication with the Bot Connector API", which knows only 403. Here 401 says
that the token proves nothing, and 403 that it was meant for somebody else. Stricter than the page: RS256 alone (the
one algorithm that Microsoft's metadata lists), one audience and no list, and the channel's endorsement is always
needed. `exp` and `nbf` have the page's leeway of five minutes; `iat` is not mentioned there and not read.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import jwt

from bot.clock import elapsed_now
from bot.teams.keys import Key, Keys, KeysUnavailable
from bot.teams.trusted import Proof, Trusted

if TYPE_CHECKING:
    from jwt.types import Options

ISSUER = "https://api.botframework.com"
_LEEWAY = timedelta(minutes=5)
_LONGEST_KID = 200  # Microsoft's have 27 characters
_CHECKS: "Options" = {
    "verify_signature": False,  # the signature is checked last, when everything else has held
    "verify_exp": True,
    "verify_nbf": True,
    "verify_aud": True,
    "strict_aud": True,
    "verify_iss": True,
    "require": ["exp", "iss", "aud"],
}


class Rejected(Exception):  # noqa: N818 - a request that is refused is no fault of ours
    """The request is not answered; `status` is the HTTP status and `reason` one English line for whoever calls."""

    is_discreet = True

    def __init__(self, status: int, reason: str, retry_after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token vouches for."""

    service_url: str
    endorsements: frozenset[str]


class Tokens:
    """Verifies the tokens that are meant for one app id."""

    def __init__(self, app_id: str, keys: Keys) -> None:
        self._app_id = app_id
        self._keys = keys
        self._trusted = Trusted[Claims]()

    async def verify(self, header: str) -> Claims:
        """What an Authorization header vouches for; raises Rejected."""
        scheme, _, token = header.partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            raise Rejected(401, "a bearer token is required")
        proof = self._trusted.find(token, elapsed_now().timestamp())
        if proof is None or await self._key(proof.kid) is not proof.key:
            proof = await self._prove(token)
            self._trusted.put(token, proof)
        return proof.claims

    async def _prove(self, token: str) -> Proof[Claims]:
        kid, claims = self._look_at(token)
        key = await self._key(kid)
        _check_signature(token, key.public)
        service_url = claims.get("serviceurl")
        vouched = Claims(service_url if isinstance(service_url, str) else "", key.endorsements)
        return Proof(kid, key, int(claims["exp"]) + _LEEWAY.total_seconds(), vouched)

    async def _key(self, kid: str) -> Key:
        try:
            key = await self._keys.find(kid)
        except KeysUnavailable as outage:
            raise Rejected(503, "the signing keys are unavailable", outage.retry_after) from None
        if key is None:
            raise Rejected(401, "the token is signed with an unknown key")
        return key

    def _look_at(self, token: str) -> tuple[str, dict[str, Any]]:
        """Key id and claims of a token whose every claim holds; its signature is not yet known to be good."""
        try:
            whole = jwt.decode_complete(
                token, options=_CHECKS, audience=self._app_id, issuer=ISSUER, leeway=_LEEWAY.total_seconds()
            )
        except jwt.InvalidAudienceError:
            raise Rejected(403, "the token is meant for another bot") from None
        except _MALFORMED as error:
            raise Rejected(401, f"the token is not valid: {type(error).__name__}") from None
        header = whole["header"]
        if header.get("alg") != "RS256" or not 0 < len(header.get("kid") or "") <= _LONGEST_KID:
            raise Rejected(401, "the token must be signed with RS256 and name its key")
        return header["kid"], whole["payload"]


# Nothing here needs an answer in constant time. What is compared (issuer, audience, address, channel) is public, and so
# is which keys exist; a signature is checked with the public key, so how long that takes tells nothing that a caller
# could not measure at home. The only secrets of ours, password and certificate, are sent to Microsoft and never
# compared with anything. Whoever adds a shared secret (a signed link, say) compares it with hmac.compare_digest.

# A token is written by whoever calls: an endless number or a thousand brackets must be refused like any other nonsense.
_MALFORMED = (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError)


def _check_signature(token: str, public: Any) -> None:
    try:
        jwt.PyJWS().decode(token, public, algorithms=["RS256"])
    except _MALFORMED:
        raise Rejected(401, "the token's signature is not valid") from None
