"""Tokens that were verified before: Teams sends each for an hour, and proving one costs more than a short answer."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

MOST = 1_000
"""How many are remembered: far more than Microsoft has in use for one bot."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Proof(Generic[T]):
    """What a token vouches for until a moment (seconds since 1970), as long as `key` is still the key named `kid`."""

    kid: str
    key: object
    until: float
    claims: T


class Trusted(Generic[T]):
    """Remembers proofs by their tokens' digests, the newest alone; only what was verified in full may be put in."""

    def __init__(self) -> None:
        self._proofs: dict[bytes, Proof[T]] = {}

    def find(self, token: str, now: float) -> Proof[T] | None:
        """The proof of exactly this token, unless it has run out."""
        digest = _digest(token)
        proof = self._proofs.get(digest)
        if proof is not None and proof.until <= now:
            del self._proofs[digest]
            return None
        return proof

    def put(self, token: str, proof: Proof[T]) -> None:
        """Remember a token that was verified just now."""
        self._proofs[_digest(token)] = proof
        if len(self._proofs) > MOST:
            del self._proofs[next(iter(self._proofs))]


def _digest(token: str) -> bytes:
    return sha256(token.encode("utf-8", "surrogatepass")).digest()
