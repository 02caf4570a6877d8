"""Short statements that only a holder of the key can have made: sealed with a key for one purpose, opened only whole.

What is sealed can be read by anybody; it cannot be changed, nor used for another purpose than it was made for.
"""

import hmac
import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence

Part = str | int

_LONGEST = 4_000  # characters of a statement that anybody need look at
_SHAPE = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})", re.ASCII)


def derived(secret: bytes, purpose: str) -> bytes:
    """The key for one purpose: whoever learns it learns neither the secret nor the key for another."""
    return hmac.digest(secret, b"klyngebot/" + purpose.encode(), "sha256")


def seal(key: bytes, statement: Sequence[Part]) -> str:
    """The statement with its seal, in letters that an address can carry."""
    said = _in_letters(json.dumps(list(statement), separators=(",", ":")).encode())
    return f"{said}.{mark(key, said)}"


def unseal(key: bytes, sealed: str) -> tuple[Part, ...] | None:
    """The statement, or None for whatever was not sealed with this key. Never raises."""
    found = _SHAPE.fullmatch(sealed) if len(sealed) <= _LONGEST else None
    if found is None or not is_marked(key, found[1], found[2]):
        return None
    return tuple(json.loads(urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4))))


def mark(key: bytes, words: str) -> str:
    """What only a holder of the key can put beside these words."""
    return _in_letters(hmac.digest(key, words.encode("utf-8", "surrogatepass"), "sha256"))


def is_marked(key: bytes, words: str, claimed: str) -> bool:
    """Whether that is the mark of these words; how long the answer takes tells nothing."""
    return hmac.compare_digest(mark(key, words).encode(), claimed.encode("utf-8", "surrogatepass"))


def _in_letters(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
